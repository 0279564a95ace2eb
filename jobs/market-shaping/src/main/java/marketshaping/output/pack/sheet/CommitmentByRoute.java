package marketshaping.output.pack.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketshaping.analysis.measure.Section;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;
import marketshaping.output.workbook.Chart;
import marketshaping.output.workbook.Chart.Role;
import marketshaping.output.workbook.Chart.Series;
import marketshaping.output.workbook.Sheet;

/** Stacked bar chart of the money committed per week, by setting and purchase route. */
final class CommitmentByRoute {
    private static final String SOURCE = "spend_commitment";
    private static final Map<String, String> ROUTES = routes();

    private CommitmentByRoute() {}

    static List<Sheet> sheets(PackInputs inputs) {
        if (!inputs.tables().containsKey(SOURCE)) {
            return List.of();
        }
        Table source = inputs.tables().get(SOURCE);
        FigureLookup figures = new FigureLookup(inputs);
        Map<String, String> routes = new LinkedHashMap<>(ROUTES);
        routes.values().removeIf(route -> figures.rows(SOURCE, Map.of("purchase_route", route))
                .findAny()
                .isEmpty());
        List<Column> columns = new ArrayList<>(List.of(Column.dimension("setting")));
        routes.keySet().forEach(name -> columns.add(Column.money(name, "£ a week", "")));
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> total : new ChartRows(source, Map.of(), "setting").rows()) {
            String setting = source.cell(total, "setting").toString();
            List<Object> row = new ArrayList<>(List.of(setting));
            routes.values().forEach(route -> row.add(commitment(figures, setting, route)));
            if (row.stream().anyMatch(CommitmentByRoute::isMoreThanZero)) {
                rows.add(row);
            }
        }
        ChartWithData drawing = new ChartWithData(
                Section.FRAMEWORK_AND_SPOT,
                "Commitment by route",
                "Stacked bar chart of the weekly commitment: one bar per setting, split by purchase route."
                        + " In-house services and direct payments are left out because they are not bought.",
                new Table("spend_by_route", "Weekly commitment by setting and route", columns, rows, source.note()),
                new Chart(Chart.Kind.STACKED_BAR, "Setting", "Pounds a week", "setting", series(routes)),
                List.of());
        return drawing.sheets(inputs);
    }

    private static boolean isMoreThanZero(Object cell) {
        return CellWords.isNumber(cell) && CellWords.number(cell).signum() > 0;
    }

    /**
     * Returns the money committed per week for a setting and route; 0 if there is no row, because nothing is committed.
     */
    private static Object commitment(FigureLookup figures, String setting, String route) {
        Map<String, String> where = Map.of("setting", setting, "purchase_route", route);
        return figures.rows(SOURCE, where).findAny().isEmpty()
                ? (Object) Long.valueOf(0)
                : figures.at(SOURCE, "weekly_commitment", where);
    }

    private static List<Series> series(Map<String, String> routes) {
        return routes.entrySet().stream()
                .map(route -> new Series(route.getKey(), route.getValue(), Role.FIGURE))
                .toList();
    }

    private static Map<String, String> routes() {
        Map<String, String> routes = new LinkedHashMap<>();
        routes.put("framework", "Framework");
        routes.put("spot", "Spot");
        routes.put("dynamic_purchasing_system", "Dynamic purchasing system");
        routes.put("block", "Block");
        routes.put("not_recorded", "Not recorded");
        return routes;
    }
}
