package marketshaping.output.workbook;

import java.util.List;

/**
 * A worksheet with a tile map: one cell per tile, with a name and a number. It illustrates a table of the same
 * workbook and is meant for {@link WorkbookAudience#DESK}.
 *
 * @param description a description of the map and of its shades
 * @param notes more sentences above the map
 * @param tableSheet the worksheet of the same workbook that contains the figures
 */
public record TileSheet(
        String name,
        String section,
        String title,
        String description,
        List<String> notes,
        String tableSheet,
        List<List<Tile>> rows)
        implements Sheet {

    public TileSheet {
        notes = List.copyOf(notes);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The shade of a tile. The text of the tile gives the same information in full. */
    public enum Shade {
        NONE,
        LIGHT,
        MIDDLE,
        DARK
    }

    /** One tile. */
    public record Tile(String text, Shade shade) {
        /** An empty position on the map. */
        public static final Tile NONE = new Tile("", Shade.NONE);
    }
}
