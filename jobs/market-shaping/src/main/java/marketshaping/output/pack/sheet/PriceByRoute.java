package marketshaping.output.pack.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.analysis.measure.Section;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;
import marketshaping.output.workbook.Chart;
import marketshaping.output.workbook.Chart.Role;
import marketshaping.output.workbook.Chart.Series;
import marketshaping.output.workbook.Sheet;

/**
 * Bar chart of weekly price quartiles by setting and route. It separates settings, because each route is used for
 * different care.
 */
final class PriceByRoute {
    private static final String SOURCE = "price";

    /** Routes by which care is bought. */
    private static final Set<String> BOUGHT = Set.of("Spot", "Framework", "Dynamic purchasing system", "Block");

    private PriceByRoute() {}

    static List<Sheet> sheets(PackInputs inputs) {
        if (!inputs.tables().containsKey(SOURCE)) {
            return List.of();
        }
        Table source = inputs.tables().get(SOURCE);
        List<Column> columns = new ArrayList<>(List.of(Column.dimension("setting_and_route")));
        columns.addAll(new ChartRows(source, Map.of(), "setting").columns("lines", "p25", "median", "p75"));
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> all : new ChartRows(source, Map.of(), "setting").rows()) {
            String setting = source.cell(all, "setting").toString();
            for (List<Object> row : new ChartRows(source, Map.of("setting", setting), "purchase_route").rows()) {
                String route = source.cell(row, "purchase_route").toString();
                if (BOUGHT.contains(route) && CellWords.isNumber(source.cell(row, "median"))) {
                    rows.add(List.of(
                            setting + ", " + inSentence(route),
                            source.cell(row, "lines"),
                            source.cell(row, "p25"),
                            source.cell(row, "median"),
                            source.cell(row, "p75")));
                }
            }
        }
        ChartWithData drawing = new ChartWithData(
                Section.FRAMEWORK_AND_SPOT,
                "Price by route",
                "Bar chart of the weekly price of placements, with three bars per setting and route: the lower"
                        + " quartile (a quarter of placements cost less), the median and the upper quartile (a quarter"
                        + " cost more).",
                new Table("price_by_route", "Weekly price by setting and route", columns, rows, source.note()),
                new Chart(
                        Chart.Kind.RANKED_BAR,
                        "Setting and route",
                        "Pounds a week",
                        "setting_and_route",
                        List.of(
                                new Series("p25", "Lower quartile", Role.FIGURE),
                                new Series("median", "Median", Role.FIGURE),
                                new Series("p75", "Upper quartile", Role.FIGURE))),
                List.of());
        return drawing.sheets(inputs);
    }

    private static String inSentence(String route) {
        return route.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + route.substring(1);
    }
}
