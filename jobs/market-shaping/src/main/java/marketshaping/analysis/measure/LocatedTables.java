package marketshaping.analysis.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;

/**
 * Marks the figures about locations as not available if no placement could be located. Otherwise zero people would seem
 * to live outside the borough.
 */
public final class LocatedTables {
    private static final Set<String> OUT_OF_BOROUGH = Measures.ALL.stream()
            .filter(measure -> measure.section() == Section.OUT_OF_BOROUGH)
            .map(Measure::id)
            .collect(Collectors.toSet());

    private static final String PLACEMENTS = "placements";
    private static final String NOT_LOCATED = "not_located";
    private static final String NOTE =
            "Figures marked [x] are not available: no placement states a postcode, an authority or a CQC location that"
                    + " could be found.";

    private LocatedTables() {}

    /** Returns the tables by id; those about locations show [x] if no row of them counts a located placement. */
    public static Map<String, Table> of(Map<String, Table> tables) {
        List<Table> byLocation = tables.values().stream()
                .filter(table ->
                        OUT_OF_BOROUGH.contains(table.id()) && has(table, NOT_LOCATED) && has(table, PLACEMENTS))
                .toList();
        boolean isLocated = byLocation.stream().anyMatch(LocatedTables::isLocated);
        boolean isPlaced = byLocation.stream().anyMatch(table -> !table.rows().isEmpty());
        if (isLocated || !isPlaced) {
            return tables;
        }
        Map<String, Table> marked = new LinkedHashMap<>(tables);
        marked.replaceAll((id, table) -> OUT_OF_BOROUGH.contains(id) ? marked(table) : table);
        return marked;
    }

    private static boolean has(Table table, String column) {
        return table.columns().stream().map(Column::name).anyMatch(column::equals);
    }

    private static boolean isLocated(Table table) {
        return table.rows().stream()
                .anyMatch(row -> !table.cell(row, PLACEMENTS).equals(table.cell(row, NOT_LOCATED)));
    }

    /**
     * Marks the columns about locations. A table of located placements only has no such figure. A table by tier needs no
     * mark, because it shows that all placements are not located.
     */
    private static Table marked(Table table) {
        if (has(table, "tier")) {
            return table;
        } else if (!has(table, NOT_LOCATED) && !has(table, "located")) {
            return MeasureRunner.notAvailable(table, NOTE);
        }
        List<List<Object>> rows = table.rows().stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> isAboutLocation(table.columns().get(i)) ? Shorthand.NOT_AVAILABLE : row.get(i))
                        .toList())
                .toList();
        return new Table(table.id(), table.title(), table.columns(), rows, (table.note() + " " + NOTE).strip());
    }

    private static boolean isAboutLocation(Column column) {
        return column.kind() != Column.Kind.DIMENSION && column.name().matches(".*(borough|london).*");
    }
}
