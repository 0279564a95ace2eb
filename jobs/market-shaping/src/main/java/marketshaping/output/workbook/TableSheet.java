package marketshaping.output.workbook;

import java.util.List;
import marketshaping.model.table.Table;

/**
 * A worksheet with one table.
 *
 * @param description a sentence about the content, after "This worksheet contains one table."
 * @param notes more sentences above the table; the writer adds the note of the table and explains its shorthand
 * @param marks highlights, shown only in workbooks for {@link WorkbookAudience#DESK}
 */
public record TableSheet(
        String name,
        String section,
        String title,
        String description,
        List<String> notes,
        Table table,
        List<Mark> marks)
        implements Sheet {

    public TableSheet {
        notes = List.copyOf(notes);
        marks = List.copyOf(marks);
        table = table.visible();
    }

    /** Highlights cells of one column. */
    public sealed interface Mark permits ShareBar, Flag {
        String column();
    }

    /** A bar in each cell, as long as its percentage. */
    public record ShareBar(String column) implements Mark {}

    /** Highlights cells that contain exactly this word, which gives the meaning without the colour. */
    public record Flag(String column, String word) implements Mark {}
}
