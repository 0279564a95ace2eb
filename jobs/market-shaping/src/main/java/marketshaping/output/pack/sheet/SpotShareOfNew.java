package marketshaping.output.pack.sheet;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketshaping.analysis.measure.Section;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;
import marketshaping.output.workbook.Chart;
import marketshaping.output.workbook.Chart.Role;
import marketshaping.output.workbook.Chart.Series;
import marketshaping.output.workbook.Sheet;

/** Line chart of the percentage of new placements bought spot, by month, with milestones. */
final class SpotShareOfNew {
    private static final String SOURCE = "route_of_new";
    private static final String SHARE = "share_percent";

    private SpotShareOfNew() {}

    static List<Sheet> sheets(PackInputs inputs) {
        if (!inputs.tables().containsKey(SOURCE)) {
            return List.of();
        }
        Table source = inputs.tables().get(SOURCE);
        List<YearMonth> months = new ChartRows(source, Map.of(), "month")
                .months().stream()
                        .map(row -> FigureLookup.month(source.cell(row, "month")))
                        .toList();
        Milestones milestones = Milestones.within(inputs, months);
        List<Column> columns = new ArrayList<>(List.of(
                Column.date("month_end"), Column.share("spot_share_percent", ""), Column.count("spot_placements")));
        columns.addAll(milestones.columns());
        FigureLookup figures = new FigureLookup(inputs);
        List<List<Object>> rows = new ArrayList<>();
        for (YearMonth month : months) {
            List<Object> row = new ArrayList<>(
                    List.of(month.atEndOfMonth(), spot(figures, month, SHARE), spot(figures, month, "placements")));
            row.addAll(milestones.cells(month));
            rows.add(row);
        }
        List<Series> series = new ArrayList<>(List.of(new Series("spot_share_percent", "Spot share", Role.FIGURE)));
        series.addAll(milestones.series());
        ChartWithData drawing = new ChartWithData(
                Section.FRAMEWORK_AND_SPOT,
                "Spot share of new",
                "Line chart of the share of each month's new placements that was bought spot"
                        + ChartTitles.fromTo(rows, 1)
                        + "."
                        + milestones.sentences(),
                new Table("route_of_new_spot", "Spot share of new placements by month", columns, rows, source.note()),
                new Chart(Chart.Kind.LINE, "Month", "Share of new placements", "month_end", series),
                List.of());
        return drawing.sheets(inputs);
    }

    /** Returns a figure for a month's spot placements; 0 if there is no row, because nothing was bought spot. */
    private static Object spot(FigureLookup figures, YearMonth month, String column) {
        Map<String, String> where = Map.of("month", month.toString(), "purchase_route", "Spot");
        return figures.rows(SOURCE, where).findAny().isEmpty()
                ? (Object) Long.valueOf(0)
                : figures.at(SOURCE, column, where);
    }
}
