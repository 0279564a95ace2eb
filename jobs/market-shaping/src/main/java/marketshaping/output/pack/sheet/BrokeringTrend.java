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

/** Line chart of the percentage of cases whose placement was found within the target time, by month. */
final class BrokeringTrend {
    private static final String SOURCE = BrokeringDays.SOURCE;
    private static final String WITHIN = "within_target_percent";

    private BrokeringTrend() {}

    static List<Sheet> sheets(PackInputs inputs) {
        if (!inputs.tables().containsKey(SOURCE)) {
            return List.of();
        }
        Table source = inputs.tables().get(SOURCE);
        ChartRows extract = new ChartRows(source, Map.of(), "period");
        List<List<Object>> found = extract.months();
        List<YearMonth> months = found.stream()
                .map(row -> FigureLookup.month(source.cell(row, "period")))
                .toList();
        Milestones milestones = Milestones.within(inputs, months);
        List<Column> columns = new ArrayList<>(List.of(Column.date("month_end")));
        columns.addAll(extract.columns(WITHIN, "cases"));
        columns.addAll(milestones.columns());
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> row : found) {
            Object month = source.cell(row, "period");
            List<Object> cells = new ArrayList<>(
                    List.of(ChartRows.monthEnd(month), source.cell(row, WITHIN), source.cell(row, "cases")));
            cells.addAll(milestones.cells(FigureLookup.month(month)));
            rows.add(cells);
        }
        List<Series> series = new ArrayList<>(List.of(new Series(WITHIN, "Within target", Role.FIGURE)));
        series.addAll(milestones.series());
        ChartWithData drawing = new ChartWithData(
                Section.BROKERING,
                "Within target by month",
                "Line chart of the share of cases that were sourced within the target of their setting, by month"
                        + ChartTitles.fromTo(rows, 1)
                        + "."
                        + milestones.sentences(),
                new Table(
                        "brokering_within_target",
                        "Share of cases sourced within target, by month",
                        columns,
                        rows,
                        source.note()),
                new Chart(Chart.Kind.LINE, "Month", "Share of cases sourced", "month_end", series),
                List.of());
        return drawing.sheets(inputs);
    }
}
