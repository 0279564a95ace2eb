package marketshaping.output.pack.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import marketshaping.analysis.measure.Section;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;
import marketshaping.output.workbook.Chart;
import marketshaping.output.workbook.Chart.Role;
import marketshaping.output.workbook.Chart.Series;
import marketshaping.output.workbook.Sheet;

/** Statistical control charts of brokering by month. Their limits distinguish a real change from usual variation. */
final class ControlCharts {
    private static final String SOURCE = "brokering_control";

    private ControlCharts() {}

    static List<Sheet> sheets(PackInputs inputs) {
        if (!inputs.tables().containsKey(SOURCE)) {
            return List.of();
        }
        List<Sheet> sheets = new ArrayList<>(chart(
                inputs,
                "Within target percent",
                "Control chart of share",
                "Share of cases sourced within target, with the limits of usual variation",
                "Share of cases sourced",
                Column.Kind.PERCENT));
        sheets.addAll(chart(
                inputs,
                "Mean days",
                "Control chart of days",
                "Mean days to find a placement, with the limits of usual variation",
                "Days",
                Column.Kind.DAYS));
        return sheets;
    }

    private static List<Sheet> chart(
            PackInputs inputs, String figure, String name, String title, String axis, Column.Kind kind) {
        Table source = inputs.tables().get(SOURCE);
        List<Column> columns = new ArrayList<>(List.of(Column.date("month_end")));
        for (String column : List.of("value", "centre", "lower", "upper")) {
            columns.add(new Column(column, kind, "", "", "cases", ""));
        }
        columns.add(Column.text("signal"));
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> found : new ChartRows(source, Map.of("figure", figure), "month").months()) {
            Object month = source.cell(found, "month");
            rows.add(List.of(
                    ChartRows.monthEnd(month),
                    source.cell(found, "value"),
                    source.cell(found, "centre"),
                    source.cell(found, "lower"),
                    source.cell(found, "upper"),
                    source.cell(found, "signal")));
        }
        ChartWithData drawing = new ChartWithData(
                Section.BROKERING,
                name,
                "Line chart by month, with dashed lines at the mean of all months and at the limits of usual"
                        + " variation. "
                        + signals(rows),
                new Table(name.toLowerCase(Locale.ROOT).replace(" ", "_"), title, columns, rows, source.note()),
                new Chart(
                        Chart.Kind.LINE,
                        "Month",
                        axis,
                        "month_end",
                        List.of(
                                new Series("value", figure.equals("Mean days") ? figure : "Within target", Role.FIGURE),
                                new Series("centre", "Mean of all months", Role.TARGET),
                                new Series("upper", "Upper limit", Role.TARGET),
                                new Series("lower", "Lower limit", Role.TARGET))),
                List.of());
        return drawing.sheets(inputs);
    }

    /**
     * Returns a sentence that lists the months outside the usual variation. Consecutive months with the same signal
     * become one range.
     */
    private static String signals(List<List<Object>> rows) {
        List<String> signals = new ArrayList<>();
        int first = 0;
        for (int next = 1; next <= rows.size(); next++) {
            if (next == rows.size() || !signal(rows.get(next)).equals(signal(rows.get(first)))) {
                String last = next - 1 == first ? "" : " to " + month(rows.get(next - 1));
                signals.add(month(rows.get(first)) + last + " (" + signal(rows.get(first)) + ")");
                first = next;
            }
        }
        signals.removeIf(text -> text.endsWith("(none)"));
        return signals.isEmpty()
                ? "No month is outside the usual variation."
                : "Outside the usual variation: " + String.join(", ", signals) + ".";
    }

    private static String signal(List<Object> row) {
        return row.get(row.size() - 1).toString().toLowerCase(Locale.ROOT);
    }

    private static String month(List<Object> row) {
        return CellWords.month(FigureLookup.month(row.get(0)));
    }
}
