package marketshaping.pack.sheet;

import java.util.List;
import java.util.Map;
import marketshaping.pack.PackInputs;

/** How good the care is, and how much of what was handed in could be used. */
final class QualityMessages {
    private final Figures figures;

    QualityMessages(PackInputs inputs) {
        this.figures = new Figures(inputs);
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
        Object far = figures.at("quality", column, Map.of("basis", "People", "tier", "Outside London"));
        sentences.add(
                "People with a provider rated Good or Outstanding",
                List.of(all, far),
                "Of people whose provider is rated, %s."
                        .formatted(
                                Words.isNumber(all)
                                        ? Words.percent(all) + " are with one rated Good or Outstanding"
                                                + outsideLondon(far)
                                        : "the share with one rated Good or Outstanding is " + Words.percent(all)
                                                + outsideLondon(far)));
    }

    private static String outsideLondon(Object far) {
        return Words.isNumber(far)
                ? "; outside London " + Words.percent(far)
                : "; the share outside London is " + Words.percent(far);
    }

    private void addRows(Sentences sentences) {
        Object read = total("rows_read");
        Object quarantined = total("rows_quarantined");
        sentences.add(
                "Rows that could not be used",
                List.of(read, quarantined),
                "Of %s rows handed in, %s could not be used and were set aside, each with its reason."
                        .formatted(Words.count(read), Words.count(quarantined)));
    }

    private Object total(String column) {
        return Figures.total(figures.rows("data_quality", Map.of())
                .filter(row -> !Figures.ALL.equals(figures.cell("data_quality", row, "input")))
                .filter(row -> !Figures.ALL.equals(figures.cell("data_quality", row, "file")))
                .map(row -> figures.cell("data_quality", row, column))
                .toList());
    }
}
