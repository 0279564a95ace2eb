package marketshaping.output.pack.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marketshaping.analysis.measure.Section;
import marketshaping.model.table.Table;
import marketshaping.output.workbook.Sheet;
import marketshaping.output.workbook.TileSheet;
import marketshaping.output.workbook.TileSheet.Tile;

/**
 * Tile map of London: one tile per borough, with the number of people placed there. Only the pack of a London council
 * contains it.
 */
public final class TileMap {

    /** The names of the boroughs, arranged in their approximate positions on the map. */
    private static final String LAYOUT =
            """
            -, -, -, -, Enfield, -, -, -
            -, -, Harrow, Barnet, Haringey, Waltham Forest, -, -
            Hillingdon, Ealing, Brent, Camden, Islington, Hackney, Redbridge, Havering
            Hounslow, Hammersmith and Fulham, Kensington and Chelsea, Westminster, City of London, Tower Hamlets, \
            Newham, Barking and Dagenham
            -, Richmond upon Thames, Wandsworth, Lambeth, Southwark, Lewisham, Greenwich, Bexley
            -, -, Kingston upon Thames, Merton, Croydon, Bromley, -, -
            -, -, -, Sutton, -, -, -, -
            """;

    private TileMap() {}

    public static List<Sheet> sheets(PackInputs inputs) {
        Map<String, Object> people = people(inputs);
        if (!boroughs().contains(inputs.council()) || people.values().stream().noneMatch(CellWords::isNumber)) {
            return List.of();
        }
        List<List<Tile>> rows = LAYOUT.lines()
                .map(line -> Stream.of(line.split(", "))
                        .map(name -> tile(name, people))
                        .toList())
                .toList();
        return List.of(new TileSheet(
                "Tile map of London",
                Section.OUT_OF_BOROUGH.title(),
                ChartTitles.of("People in accommodation with care by London borough", inputs),
                "Each tile shows a borough and the number of people whom the council has placed there. Tiles are in the"
                        + " approximate positions of the boroughs. The shade of a tile darkens at 1, 10 and 25 people.",
                List.of("People outside London are not on the map; the table includes them."),
                HostAreas.SOURCE,
                rows));
    }

    static List<String> boroughs() {
        return LAYOUT.lines()
                .flatMap(line -> Stream.of(line.split(", ")))
                .filter(name -> !name.equals("-"))
                .toList();
    }

    private static Map<String, Object> people(PackInputs inputs) {
        Map<String, Object> people = new LinkedHashMap<>();
        Table hosts = inputs.tables().get(HostAreas.SOURCE);
        if (hosts != null) {
            List<String> boroughs = new ArrayList<>(boroughs());
            hosts.rows().stream()
                    .filter(row ->
                            boroughs.contains(hosts.cell(row, "host_name").toString()))
                    .forEach(row -> people.put(hosts.cell(row, "host_name").toString(), hosts.cell(row, "people")));
        }
        return people;
    }

    private static Tile tile(String name, Map<String, Object> people) {
        if (name.equals("-")) {
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
