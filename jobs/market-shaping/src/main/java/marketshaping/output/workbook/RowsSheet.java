package marketshaping.output.workbook;

import java.util.List;

/**
 * A worksheet of data rows, which may not fit in memory: they are read one by one during writing. Rows beyond the
 * limit of a worksheet continue on further worksheets with a number after the name.
 *
 * @param name the worksheet name, with the rules of {@link Sheet}
 * @param description sentences under the title
 * @param headings unique column headings
 * @param rows cells in the order of the headings: a {@code String}, {@code Long}, {@code LocalDate} or, for money,
 *     {@code BigDecimal}; an empty string leaves the cell empty
 */
public record RowsSheet(
        String name, String title, String description, List<Heading> headings, Iterable<List<Object>> rows) {

    public RowsSheet {
        headings = List.copyOf(headings);
    }

    /**
     * A column heading.
     *
     * @param width the width of the column in characters
     * @param cellKind the kind of the cells below
     */
    public record Heading(String words, int width, CellKind cellKind) {
        public Heading(String words, int width) {
            this(words, width, CellKind.TEXT);
        }
    }

    /** The kind of cells below a heading, which determines its alignment. */
    public enum CellKind {
        TEXT,
        NUMBERS
    }
}
