package marketshaping.pack.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketshaping.measure.Section;
import marketshaping.pack.PackInputs;
import marketshaping.pack.workbook.Chart;
import marketshaping.pack.workbook.Chart.Role;
import marketshaping.pack.workbook.Chart.Series;
import marketshaping.pack.workbook.Sheet;
import marketshaping.table.Column;
import marketshaping.table.Table;

/** The share of placements out of borough, and outside London, at each month end. */
final class OutOfBoroughTrend {
    private static final String SOURCE = "oob_trend";
    private static final String OUT_OF_BOROUGH = "out_of_borough_percent";
    private static final String OUTSIDE_LONDON = "outside_london_percent";

    private OutOfBoroughTrend() {}

    static List<Sheet> sheets(PackInputs inputs) {
        if (!inputs.tables().containsKey(SOURCE)) {
            return List.of();
        }
        Table source = inputs.tables().get(SOURCE);
        Extract extract = new Extract(source, Map.of(), "month");
        List<Column> columns = new ArrayList<>(List.of(Column.date("month_end")));
        columns.addAll(extract.columns(OUT_OF_BOROUGH, OUTSIDE_LONDON));
        List<List<Object>> rows = extract.months().stream()
                .map(row -> List.of(
                        Extract.monthEnd(source.cell(row, "month")),
                        source.cell(row, OUT_OF_BOROUGH),
                        source.cell(row, OUTSIDE_LONDON)))
                .toList();
        Drawing drawing = new Drawing(
                Section.OUT_OF_BOROUGH,
                "Out of borough trend",
                "Line chart of the share of placements out of borough at each month end"
                        + Titles.fromTo(rows, 1)
                        + "; a second line shows the share outside London"
                        + Titles.fromTo(rows, 2)
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
                        "Share of located placements",
                        "month_end",
                        List.of(
                                new Series(OUT_OF_BOROUGH, "Out of borough", Role.FIGURE),
                                new Series(OUTSIDE_LONDON, "Outside London", Role.FIGURE))),
                List.of());
        return drawing.sheets(inputs);
    }
}
