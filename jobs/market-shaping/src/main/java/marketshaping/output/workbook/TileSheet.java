package marketshaping.output.workbook;

import java.util.List;

/**
 * A worksheet of tiles that make a map, each a cell with its words and number. It is a picture of a table that is in the
 * workbook besides, and for workbooks for the desk.
 *
 * @param words what the map shows, and what its shades mean
 * @param notes further sentences above the map
 * @param tableSheet the name of the worksheet in the same workbook that has the figures
 */
public record TileSheet(
        String name,
        String section,
        String title,
        String words,
        List<String> notes,
        String tableSheet,
        List<List<Tile>> rows)
        implements Sheet {

    public TileSheet {
        notes = List.copyOf(notes);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** How dark a tile is; its words say the same in full. */
    public enum Shade {
        NONE,
        LIGHT,
        MIDDLE,
        DARK
    }

    /** One tile. */
    public record Tile(String text, Shade shade) {
        /** A place on the map where there is none. */
        public static final Tile NONE = new Tile("", Shade.NONE);
    }
}
