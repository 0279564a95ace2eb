package marketshaping.output.workbook;

import java.util.List;

/**
 * A worksheet of rows of data, which may be too many to be held: they are asked for one by one while it is written. Where
 * they are more than a worksheet takes, they go on in further ones of the same name and a number.
 *
 * @param name on the tab, as for {@link Sheet}
 * @param holds sentences under the title
 * @param headings no two alike
 * @param rows each has a cell for every heading: a {@code String}, a {@code Long}, a {@code LocalDate} or, for money, a
 *     {@code BigDecimal}; an empty text leaves the cell empty
 */
public record RowsSheet(String name, String title, String holds, List<Heading> headings, Iterable<List<Object>> rows) {

    public RowsSheet {
        headings = List.copyOf(headings);
    }

    /**
     * @param width of the column, in characters
     * @param over what stands below it
     */
    public record Heading(String words, int width, Over over) {
        public Heading(String words, int width) {
            this(words, width, Over.TEXT);
        }
    }

    /** A heading stands on the side on which the cells below it do. */
    public enum Over {
        TEXT,
        NUMBERS
    }
}
