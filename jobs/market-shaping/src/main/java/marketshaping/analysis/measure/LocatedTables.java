package marketshaping.analysis.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;

/**
 * Marks the figures about locations as not available if no placement could be located. Otherwise zero people would seem
 * to live outside the borough.
 */
public final class LocatedTables {
    /** Tables that count all placements, with columns about their location. */
    private static final Set<String> BY_LOCATION =
            Set.of(OobStock.MEASURE.id(), OobTrend.MEASURE.id(), OobSpot.MEASURE.id());

    /** Tables that count only placements outside the borough. */
    private static final Set<String> OUT_OF_BOROUGH = Set.of(
            OobOversight.MEASURE.id(), OobReasons.MEASURE.id(), OobDistance.MEASURE.id(), Repatriation.MEASURE.id());

    private static final String PLACEMENTS = "placements";
    private static final String NOT_LOCATED = "not_located";
    private static final String NOTE =
            "Figures marked [x] are not available: no placement states a postcode, an authority or a CQC location that"
                    + " could be found.";

    private LocatedTables() {}

    /** Returns the tables by id; those about locations show [x] if no row of them counts a located placement. */
    public static Map<String, Table> of(Map<String, Table> tables) {
        List<Table> byLocation = tables.values().stream()
                .filter(table -> BY_LOCATION.contains(table.id()) && has(table, NOT_LOCATED))
                .toList();
        boolean isLocated = byLocation.stream().anyMatch(LocatedTables::isLocated);
        boolean isPlaced = byLocation.stream().anyMatch(table -> !table.rows().isEmpty());
        if (isLocated || !isPlaced) {
            return tables;
        }
        Map<String, Table> marked = new LinkedHashMap<>(tables);
        marked.replaceAll((id, table) -> BY_LOCATION.contains(id)
                ? marked(table)
                : OUT_OF_BOROUGH.contains(id) ? MeasureRunner.notAvailable(table, NOTE) : table);
        return marked;
    }

    private static boolean has(Table table, String column) {
        return table.columns().stream().map(Column::name).anyMatch(column::equals);
    }

    private static boolean isLocated(Table table) {
        return table.rows().stream()
                .anyMatch(row -> !table.cell(row, PLACEMENTS).equals(table.cell(row, NOT_LOCATED)));
    }

    private static Table marked(Table table) {
        List<List<Object>> rows = table.rows().stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> isAboutLocation(table.columns().get(i)) ? Shorthand.NOT_AVAILABLE : row.get(i))
                        .toList())
                .toList();
        return new Table(table.id(), table.title(), table.columns(), rows, (table.note() + " " + NOTE).strip());
    }

    private static boolean isAboutLocation(Column column) {
        return column.kind() != Column.Kind.DIMENSION && column.name().matches(".*(borough|region|partner_area).*");
    }
}
