package marketshaping.output.pack.sheet;

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

/** Line chart of the share of placements out of borough, and outside the region, at each month end. */
final class OutOfBoroughTrend {
    private static final String SOURCE = "oob_trend";
    private static final String OUT_OF_BOROUGH = "out_of_borough_percent";
    private static final String OUTSIDE_REGION = "outside_region_percent";

    private OutOfBoroughTrend() {}

    static List<Sheet> sheets(PackInputs inputs) {
        if (!inputs.tables().containsKey(SOURCE)) {
            return List.of();
        }
        Table source = inputs.tables().get(SOURCE);
        ChartRows extract = new ChartRows(source, Map.of(), "month");
        List<Column> columns = new ArrayList<>(List.of(Column.date("month_end")));
        columns.addAll(extract.columns(OUT_OF_BOROUGH, OUTSIDE_REGION));
        List<List<Object>> rows = extract.months().stream()
                .map(row -> List.of(
                        ChartRows.monthEnd(source.cell(row, "month")),
                        source.cell(row, OUT_OF_BOROUGH),
                        source.cell(row, OUTSIDE_REGION)))
                .toList();
        ChartWithData drawing = new ChartWithData(
                Section.OUT_OF_BOROUGH,
                "Out of borough trend",
                "Line chart of the share of placements out of borough at each month end"
                        + ChartTitles.fromTo(rows, 1)
                        + "; a second line shows the share outside the region"
                        + ChartTitles.fromTo(rows, 2)
                        + ".",
                new Table(
                        "oob_trend_all",
                        "Share of placements out of borough at each month end",
                        columns,
                        rows,
                        source.note()),
                new Chart(
                        Chart.Kind.LINE,
                        "Month end",
                        "Share of placements with a known location",
                        "month_end",
                        List.of(
                                new Series(OUT_OF_BOROUGH, "Out of borough", Role.FIGURE),
                                new Series(OUTSIDE_REGION, "Outside region", Role.FIGURE))),
                List.of());
        return drawing.sheets(inputs);
    }
}
