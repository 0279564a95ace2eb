package marketshaping.input.source;

import java.util.BitSet;
import java.util.List;

/**
 * One row of a table in an extract. A cell is trimmed text; a missing cell is an empty text. In a workbook, a cell also
 * has the text that the spreadsheet program shows.
 */
public final class SourceRow {
    private final long number;
    private final List<String> cells;
    private final List<String> shown;
    /** The positions of true dates; null for a row of a text file. */
    private final BitSet dates;

    private SourceRow(long number, List<String> cells, List<String> shown, BitSet dates) {
        this.number = number;
        this.cells = cells;
        this.shown = shown;
        this.dates = dates;
    }

    /** Creates a row of a text file, in which cells have no formats. */
    public static SourceRow ofText(long number, List<String> cells) {
        return new SourceRow(number, cells, cells, null);
    }

    /**
     * Creates a row of a worksheet.
     *
     * @param number the row number in the worksheet, from 1
     * @param cells the values, with all digits and with dates in ISO format
     * @param shown the texts that the number formats show; same size as cells
     * @param dates the positions of cells that contain a true date, not a text
     */
    public static SourceRow ofSheet(long number, List<String> cells, List<String> shown, BitSet dates) {
        return new SourceRow(number, cells, shown, dates);
    }

    /** Returns the row number in the file or worksheet, from 1. Titles, the header and blank rows count. */
    public long number() {
        return number;
    }

    /** Returns the number of cells up to the last one with text. */
    public int width() {
        return cells.size();
    }

    public List<String> cells() {
        return cells;
    }

    /** Returns the value of a cell: a number with all its digits, or a date in ISO format. */
    public String cell(int position) {
        return position < cells.size() ? cells.get(position) : "";
    }

    /** Returns the text that the spreadsheet program shows for a cell, such as 0042 for the number 42. */
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
