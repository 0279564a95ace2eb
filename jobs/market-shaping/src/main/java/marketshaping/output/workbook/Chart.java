package marketshaping.output.workbook;

import java.util.List;

/**
 * The declaration of a chart of a table. It shows all rows, with one column as categories and other columns as series.
 * If the category is a date column, the chart has a monthly time axis.
 *
 * @param category the column with the categories
 * @param series at least one in the role FIGURE
 */
public record Chart(Kind kind, String categoryAxis, String valueAxis, String category, List<Series> series) {

    public Chart {
        series = List.copyOf(series);
    }

    public enum Kind {
        CLUSTERED_BAR,
        STACKED_BAR,
        /** Horizontal bars with the first row at the top, for names too long to fit under a vertical bar. */
        RANKED_BAR,
        LINE
    }

    /** The role of a series, which determines its form. */
    public enum Role {
        /** A series drawn in the form of the chart kind. */
        FIGURE,
        /** A dashed line, or a dash over each group of bars. */
        TARGET,
        /**
         * A thin vertical line. The column has 1 in the row of an event and 0 elsewhere, so the axis must end at 1
         * (100%).
         */
        EVENT
    }

    /**
     * One column of the table, drawn as a series.
     *
     * @param column the name of the column in the table
     * @param label the text in the legend
     */
    public record Series(String column, String label, Role role) {}

    List<Series> inRole(Role role) {
        return series.stream().filter(one -> one.role() == role).toList();
    }
}
