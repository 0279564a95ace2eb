package marketshaping.output.pack.sheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import marketshaping.analysis.measure.Section;
import marketshaping.model.table.ReferenceList;
import marketshaping.model.table.Table;
import marketshaping.output.workbook.Sheet;
import marketshaping.output.workbook.TileSheet;
import marketshaping.output.workbook.TileSheet.Tile;

/**
 * Tile map of a region: one tile per council, with the number of people placed there. Only packs of councils in a region
 * of the reference list {@code area_tiles} contain it.
 */
public final class TileMap {

    private static final String EMPTY = "-";

    /** The names of the councils of each region, arranged in their approximate positions on the map. */
    private static final Map<String, List<List<String>>> LAYOUTS = ReferenceList.rows("area_tiles").stream()
            .collect(Collectors.groupingBy(
                    row -> row.get("region"),
                    Collectors.mapping(row -> List.of(row.get("tiles").split(", ")), Collectors.toList())));

    private TileMap() {}

    public static List<Sheet> sheets(PackInputs inputs) {
        Map<String, Object> people = people(inputs);
        List<List<String>> layout = LAYOUTS.getOrDefault(inputs.region(), List.of());
        if (!councils(inputs.region()).contains(inputs.council())
                || people.values().stream().noneMatch(CellWords::isNumber)) {
            return List.of();
        }
        List<List<Tile>> rows = layout.stream()
                .map(line -> line.stream().map(name -> tile(name, people)).toList())
                .toList();
        return List.of(new TileSheet(
                "Tile map of " + inputs.region(),
                Section.OUT_OF_BOROUGH.title(),
                ChartTitles.of("People in accommodation with care by %s borough".formatted(inputs.region()), inputs),
                "Each tile shows a borough and the number of people whom the council has placed there. Tiles are in the"
                        + " approximate positions of the boroughs. The shade of a tile darkens at 1, 10 and 25 people.",
                List.of("People outside the region are not on the map; the table includes them."),
                HostAreas.SOURCE,
                rows));
    }

    static List<String> councils(String region) {
        return LAYOUTS.getOrDefault(region, List.of()).stream()
                .flatMap(List::stream)
                .filter(name -> !name.equals(EMPTY))
                .toList();
    }

    private static Map<String, Object> people(PackInputs inputs) {
        Map<String, Object> people = new LinkedHashMap<>();
        Table hosts = inputs.tables().get(HostAreas.SOURCE);
        if (hosts != null) {
            List<String> councils = councils(inputs.region());
            hosts.rows().stream()
                    .filter(row ->
                            councils.contains(hosts.cell(row, "host_name").toString()))
                    .forEach(row -> people.put(hosts.cell(row, "host_name").toString(), hosts.cell(row, "people")));
        }
        return people;
    }

    private static Tile tile(String name, Map<String, Object> people) {
        if (name.equals(EMPTY)) {
            return Tile.NONE;
        }
        Object number = people.getOrDefault(name, 0L);
        return new Tile(
                name + "\n" + (CellWords.isZero(number) ? "nobody" : CellWords.count(number, "person", "people")),
                shade(number));
    }

    private static TileSheet.Shade shade(Object number) {
        long people = CellWords.isNumber(number) ? CellWords.number(number).longValue() : 0;
        if (people < 1) {
            return TileSheet.Shade.NONE;
        }
        return people < 10 ? TileSheet.Shade.LIGHT : people < 25 ? TileSheet.Shade.MIDDLE : TileSheet.Shade.DARK;
    }
}
