package marketshaping.output.workbook;

import java.util.List;

/**
 * What is drawn of a table: all its rows, one column along the axis, the series upwards. A date column makes an axis of
 * months.
 *
 * @param category the column along the horizontal axis
 */
public record Chart(Kind kind, String categoryAxis, String valueAxis, String category, List<Series> series) {

    public Chart {
        series = List.copyOf(series);
    }

    public enum Kind {
        CLUSTERED_BAR,
        STACKED_BAR,
        /** Lying bars, the first row at the top: for names too long to stand under a bar. */
        RANKED_BAR,
        LINE
    }

    /** How a column is drawn. */
    public enum Role {
        /** As the kind of the chart has it. */
        FIGURE,
        /** A dashed line, or a dash over each group of bars. */
        TARGET,
        /** 1 in the row of an event and 0 elsewhere: a thin post as high as the axis, which then ends at 1 (100%). */
        EVENT
    }

    /**
     * One column, drawn.
     *
     * @param column of the table
     * @param label in the legend
     */
    public record Series(String column, String label, Role role) {}

    List<Series> inRole(Role role) {
        return series.stream().filter(one -> one.role() == role).toList();
    }
}
