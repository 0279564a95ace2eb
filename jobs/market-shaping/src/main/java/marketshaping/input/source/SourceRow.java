package marketshaping.input.source;

import java.util.BitSet;
import java.util.List;

/**
 * One row of a table in an extract. A cell is trimmed text; a missing cell is an empty text.
 *
 * @param number the row number in the file or worksheet, from 1. Titles, the header and blank rows count
 * @param cells the values up to the last one with text: numbers with all their digits, dates in ISO format
 * @param shown the texts that a spreadsheet program shows, such as 0042 for the number 42; same size as cells
 * @param dates the positions of true dates; null for a row that is not of a worksheet
 */
public record SourceRow(long number, List<String> cells, List<String> shown, BitSet dates) {

    /** Creates a row of a text file, in which cells have no formats. */
    public static SourceRow ofText(long number, List<String> cells) {
        return new SourceRow(number, cells, cells, null);
    }

    /** Creates a row of a worksheet. */
    public static SourceRow ofSheet(long number, List<String> cells, List<String> shown, BitSet dates) {
        return new SourceRow(number, cells, shown, dates);
    }

    /** Returns the number of cells up to the last one with text. */
    public int width() {
        return cells.size();
    }

    public String cell(int position) {
        return position < cells.size() ? cells.get(position) : "";
    }

    public String shown(int position) {
        return position < shown.size() ? shown.get(position) : "";
    }

    /** Returns true for a row of a worksheet, in which a program may have changed values. */
    public boolean isOfSheet() {
        return dates != null;
    }

    /** Returns true if a spreadsheet program stored the cell as a date. */
    public boolean isDate(int position) {
        return dates != null && dates.get(position);
    }
}
