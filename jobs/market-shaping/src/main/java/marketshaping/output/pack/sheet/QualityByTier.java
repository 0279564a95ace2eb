package marketshaping.output.pack.sheet;

import java.util.List;
import java.util.Map;
import marketshaping.analysis.measure.Section;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;
import marketshaping.output.workbook.Chart;
import marketshaping.output.workbook.Chart.Role;
import marketshaping.output.workbook.Chart.Series;
import marketshaping.output.workbook.Sheet;
import marketshaping.output.workbook.TableSheet.ShareBar;

/** Stacked bar chart of people by tier and by the rating of their provider. */
final class QualityByTier {
    private static final String SOURCE = "quality";
    private static final List<Series> RATINGS = List.of(
            new Series("outstanding", "Outstanding", Role.FIGURE),
            new Series("good", "Good", Role.FIGURE),
            new Series("requires_improvement", "Requires improvement", Role.FIGURE),
            new Series("inadequate", "Inadequate", Role.FIGURE),
            new Series("not_rated", "Not rated", Role.FIGURE),
            new Series("deregistered", "No longer registered", Role.FIGURE));

    private QualityByTier() {}

    static List<Sheet> sheets(PackInputs inputs) {
        if (!inputs.tables().containsKey(SOURCE)) {
            return List.of();
        }
        Table table = ofPeople(new ChartRows(inputs.tables().get(SOURCE), Map.of("basis", "People"), "tier")
                .table(
                        "quality_by_tier",
                        "People by the provider's rating and by tier",
                        "tier",
                        "outstanding",
                        "good",
                        "requires_improvement",
                        "inadequate",
                        "not_rated",
                        "deregistered",
                        "good_or_outstanding_percent"));
        ChartWithData drawing = new ChartWithData(
                Section.QUALITY_AND_DATA,
                "Ratings by tier",
                "Stacked bar chart of people by the Care Quality Commission's rating of their provider: one bar per"
                        + " tier, from in borough to outside the region.",
                table,
                new Chart(Chart.Kind.STACKED_BAR, "Location of the placement", "People", "tier", RATINGS),
                List.of(new ShareBar("good_or_outstanding_percent")));
        return drawing.sheets(inputs);
    }

    /** Returns the table with its mixed columns declared as counts, because all its rows count people. */
    private static Table ofPeople(Table table) {
        List<Column> columns = table.columns().stream()
                .map(column -> column.kind() == Column.Kind.MIXED ? Column.count(column.name()) : column)
                .toList();
        return new Table(table.id(), table.title(), columns, table.rows(), table.note());
    }
}
