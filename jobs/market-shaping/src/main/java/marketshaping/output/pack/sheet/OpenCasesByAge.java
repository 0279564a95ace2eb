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
import marketshaping.output.workbook.TableSheet.ShareBar;

/** Bar chart of the number of days that open cases have waited, by setting, compared with the target. */
final class OpenCasesByAge {
    private static final String SOURCE = "brokering_open";
    private static final String[] SHOWN = {
        "setting", "open_cases", "median_age_days", "max_age_days", "past_target", "past_target_percent"
    };

    private OpenCasesByAge() {}

    static List<Sheet> sheets(PackInputs inputs) {
        if (!inputs.tables().containsKey(SOURCE)) {
            return List.of();
        }
        Table source = inputs.tables().get(SOURCE);
        ChartRows extract = new ChartRows(source, Map.of(), "setting");
        List<Column> columns = new ArrayList<>(extract.columns(SHOWN));
        columns.add(Column.days("target_days", ""));
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> found : extract.rows()) {
            List<Object> row = new ArrayList<>(extract.cells(found, SHOWN));
            row.add(BrokeringDays.target(inputs, row.get(0)));
            rows.add(row);
        }
        ChartWithData drawing = new ChartWithData(
                Section.BROKERING,
                "Open cases by age",
                "Bar chart of the days that open cases have waited. Each setting has a bar for the median and a bar for"
                        + " the longest wait, with a dash at the setting's target.",
                new Table("brokering_open_by_age", "Days that open cases have waited", columns, rows, source.note()),
                new Chart(
                        Chart.Kind.CLUSTERED_BAR,
                        "Setting",
                        "Days",
                        "setting",
                        List.of(
                                new Series("median_age_days", "Median", Role.FIGURE),
                                new Series("max_age_days", "Longest", Role.FIGURE),
                                new Series("target_days", "Target", Role.TARGET))),
                List.of(new ShareBar("past_target_percent")));
        return drawing.sheets(inputs);
    }
}
