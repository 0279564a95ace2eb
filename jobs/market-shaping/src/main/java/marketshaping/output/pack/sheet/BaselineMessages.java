package marketshaping.output.pack.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Key messages that compare figures published earlier with the same figures in this pack. Figures that this pack lacks
 * are left out. If a figure was published several times, only the latest publication is compared.
 */
final class BaselineMessages {
    private static final String BASELINES = "baselines";

    private final FigureLookup figures;

    BaselineMessages(PackInputs inputs) {
        this.figures = new FigureLookup(inputs);
    }

    List<String> sentences() {
        return figures.rows(BASELINES, Map.of())
                .filter(row -> CellWords.isNumber(figures.cell(BASELINES, row, "measured")))
                .filter(this::isLatest)
                .map(this::sentence)
                .toList();
    }

    private boolean isLatest(List<Object> row) {
        String figure = figures.cell(BASELINES, row, "figure").toString();
        return figures.rows(BASELINES, Map.of("figure", figure))
                .noneMatch(other -> published(other).isAfter(published(row)));
    }

    private LocalDate published(List<Object> row) {
        return figures.cell(BASELINES, row, "published_as_at") instanceof LocalDate date ? date : LocalDate.MIN;
    }

    private String sentence(List<Object> row) {
        Object unit = figures.cell(BASELINES, row, "unit");
        Object date = figures.cell(BASELINES, row, "published_as_at");
        return "%s: %s published%s; now %s."
                .formatted(
                        CellWords.figure(figures.cell(BASELINES, row, "figure")),
                        CellWords.inUnit(figures.cell(BASELINES, row, "published"), unit),
                        date instanceof LocalDate day ? " as at " + CellWords.date(day) : "",
                        CellWords.inUnit(figures.cell(BASELINES, row, "measured"), unit));
    }
}
