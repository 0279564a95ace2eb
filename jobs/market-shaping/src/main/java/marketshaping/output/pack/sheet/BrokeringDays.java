package marketshaping.output.pack.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketshaping.analysis.measure.Section;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import marketshaping.output.workbook.Chart;
import marketshaping.output.workbook.Chart.Role;
import marketshaping.output.workbook.Chart.Series;
import marketshaping.output.workbook.Sheet;
import marketshaping.output.workbook.TableSheet.Flag;
import marketshaping.output.workbook.TableSheet.ShareBar;

/** Bar chart of the mean and median days to find a placement, by setting. A dash shows the target. */
final class BrokeringDays {
    static final String SOURCE = "brokering_times";
    static final String PERIOD = "Last 12 months";
    private static final String[] SHOWN = {"setting", "cases", "mean_days", "median_days", "within_target_percent"};

    private BrokeringDays() {}

    static List<Sheet> sheets(PackInputs inputs) {
        if (!inputs.tables().containsKey(SOURCE)) {
            return List.of();
        }
        Table source = inputs.tables().get(SOURCE);
        ChartRows extract = new ChartRows(source, Map.of("period", PERIOD), "setting");
        List<Column> columns = new ArrayList<>(extract.columns(SHOWN));
        columns.add(Column.days("target_days", ""));
        columns.add(Column.text("mean_against_target"));
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> found : extract.rows()) {
            List<Object> row = new ArrayList<>(extract.cells(found, SHOWN));
            Object target = target(inputs, source.cell(found, "setting"));
            row.add(target);
            row.add(against(source.cell(found, "mean_days"), target));
            rows.add(row);
        }
        ChartWithData drawing = new ChartWithData(
                Section.BROKERING,
                "Days against target",
                "Bar chart of the days from complete referral to an agreed placement in the last 12 months. Each"
                        + " setting has a bar for the mean and a bar for the median, with a dash at the setting's"
                        + " target.",
                new Table("brokering_by_setting", "Days to find a placement", columns, rows, source.note()),
                new Chart(
                        Chart.Kind.CLUSTERED_BAR,
                        "Setting",
                        "Days",
                        "setting",
                        List.of(
                                new Series("mean_days", "Mean days", Role.FIGURE),
                                new Series("median_days", "Median days", Role.FIGURE),
                                new Series("target_days", "Target", Role.TARGET))),
                List.of(new ShareBar("within_target_percent"), new Flag("mean_against_target", "Past target")));
        return drawing.sheets(inputs);
    }

    static Object target(PackInputs inputs, Object setting) {
        Integer days = inputs.targetDays().get(setting.toString());
        return days == null ? Shorthand.NOT_APPLICABLE : (Object) Long.valueOf(days);
    }

    private static Object against(Object mean, Object target) {
        if (!CellWords.isNumber(target)) {
            return "No target";
        }
        if (!CellWords.isNumber(mean)) {
            return mean;
        }
        BigDecimal days = CellWords.number(mean);
        return days.compareTo(CellWords.number(target)) <= 0 ? "Within target" : "Past target";
    }
}
