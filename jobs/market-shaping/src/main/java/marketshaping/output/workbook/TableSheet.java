package marketshaping.output.workbook;

import java.util.List;
import marketshaping.model.table.Table;

/**
 * A worksheet of one table.
 *
 * @param holds a sentence that says what the table holds; it follows "This worksheet contains one table."
 * @param notes further sentences above the table; the table's own note and the shorthand in it need not be repeated
 * @param marks what the eye should be led to, in workbooks for the desk
 */
public record TableSheet(
        String name, String section, String title, String holds, List<String> notes, Table table, List<Mark> marks)
        implements Sheet {

    public TableSheet {
        notes = List.copyOf(notes);
        marks = List.copyOf(marks);
        table = table.visible();
    }

    /** A mark in the cells of one column. */
    public sealed interface Mark permits ShareBar, Flag {
        String column();
    }

    /** A bar in each cell as long as its percentage. */
    public record ShareBar(String column) implements Mark {}

    /** Cells that hold just this word stand out; the word says it without the colour too. */
    public record Flag(String column, String word) implements Mark {}
}
