package marketshaping.analysis.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketshaping.model.table.Column;
import marketshaping.model.table.ReferenceList;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;

/**
 * Figures that the council and its inspector have published, compared with the current figures. The current figures
 * come from the finished tables, so that each has only one definition. A figure that no measure covers shows [x]; one
 * without a row in its table shows [z].
 */
public final class PublishedComparisons {
    public static final Measure MEASURE = new Measure(
            "baselines",
            Section.QUALITY_AND_DATA,
            "Published figures compared with current figures",
            new Definition(
                    "Each figure published by the council, or by its inspector about it, is shown next to the same figure at the"
                            + " as-at date. The row names the table that the current figure is taken from.",
                    "",
                    "Each published figure has its own date; measured figures are at the as-at date.",
                    "",
                    "[x] means that no table of this pack measures the figure."),
            List.of(),
            List.of(
                    Column.dimension("figure"),
                    Column.dimension("unit"),
                    Column.number("published", ""),
                    Column.date("published_as_at"),
                    Column.number("measured", ""),
                    Column.date("measured_as_at"),
                    Column.text("table"),
                    Column.text("source")),
            "");

    private PublishedComparisons() {}

    /**
     * Returns the comparison table.
     *
     * @param council the GSS code of the council; figures of other councils are left out
     * @param tables finished tables by id
     */
    public static Table table(String council, Map<String, Table> tables, LocalDate asAt) {
        List<List<Object>> rows = new ArrayList<>();
        for (Map<String, String> figure : ReferenceList.rows("published_figures")) {
            if (!figure.get("council").equals(council)) {
                continue;
            }
            rows.add(List.of(
                    figure.get("figure"),
                    figure.get("unit"),
                    new BigDecimal(figure.get("published")),
                    LocalDate.parse(figure.get("published_as_at")),
                    measured(figure, tables),
                    asAt,
                    figure.get("table").isEmpty() ? Shorthand.NOT_AVAILABLE : figure.get("table"),
                    figure.get("source")));
        }
        return new Table(MEASURE.id(), MEASURE.title(), MEASURE.columns(), rows, "");
    }

    /**
     * Returns the current value of a published figure. If the figure covers several rows, such as three tiers, this is
     * the sum of their counts.
     */
    private static Object measured(Map<String, String> figure, Map<String, Table> tables) {
        if (figure.get("table").isEmpty()) {
            return Shorthand.NOT_AVAILABLE;
        }
        Table table = tables.get(figure.get("table"));
        List<Object> cells = table.rows().stream()
                .filter(row -> matches(figure.get("row"), table, row))
                .map(row -> table.cell(row, figure.get("column")))
                .toList();
        if (cells.size() > 1 && cells.stream().allMatch(Long.class::isInstance)) {
            return cells.stream().mapToLong(Long.class::cast).sum();
        }
        return cells.isEmpty() ? Shorthand.NOT_APPLICABLE : cells.get(0);
    }

    private static boolean matches(String wanted, Table table, List<Object> row) {
        for (String condition : wanted.split(";")) {
            String[] parts = condition.split("=", 2);
            if (!List.of(parts[1].split("\\|")).contains(table.cell(row, parts[0]))) {
                return false;
            }
        }
        return true;
    }
}
