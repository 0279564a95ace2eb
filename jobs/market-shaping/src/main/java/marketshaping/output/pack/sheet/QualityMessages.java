package marketshaping.output.pack.sheet;

import java.util.List;
import java.util.Map;

/** Key messages about the quality of care and the quality of the supplied data. */
final class QualityMessages {
    private final FigureLookup figures;

    QualityMessages(PackInputs inputs) {
        this.figures = new FigureLookup(inputs);
    }

    List<String> sentences() {
        Sentences sentences = new Sentences();
        if (figures.has("quality")) {
            addRatings(sentences);
        }
        if (figures.has("data_quality")) {
            addRows(sentences);
        }
        return sentences.toList();
    }

    private void addRatings(Sentences sentences) {
        String column = "good_or_outstanding_percent";
        Object all = figures.at("quality", column, Map.of("basis", "People"));
        Object far = figures.at("quality", column, Map.of("basis", "People", "tier", "Outside region"));
        sentences.add(
                "People with a provider rated Good or Outstanding",
                List.of(all, far),
                "Of people whose provider is rated, %s."
                        .formatted(
                                CellWords.isNumber(all)
                                        ? CellWords.percent(all) + " are with a provider rated Good or Outstanding"
                                                + outsideLondon(far)
                                        : "the share with a provider rated Good or Outstanding is "
                                                + CellWords.percent(all)
                                                + outsideLondon(far)));
    }

    private static String outsideLondon(Object far) {
        return CellWords.isNumber(far)
                ? "; outside the region the share is " + CellWords.percent(far)
                : "; the share outside the region is " + CellWords.percent(far);
    }

    private void addRows(Sentences sentences) {
        Object read = total("rows_read");
        Object quarantined = total("rows_quarantined");
        sentences.add(
                "Rows that could not be used",
                List.of(read, quarantined),
                "Of %s rows supplied, %s could not be used and were quarantined, each with its reason."
                        .formatted(CellWords.count(read), CellWords.count(quarantined)));
    }

    private Object total(String column) {
        return FigureLookup.total(figures.rows("data_quality", Map.of())
                .filter(row -> !FigureLookup.ALL.equals(figures.cell("data_quality", row, "input")))
                .filter(row -> !FigureLookup.ALL.equals(figures.cell("data_quality", row, "file")))
                .map(row -> figures.cell("data_quality", row, column))
                .toList());
    }
}
