package marketshaping.notebook;

import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.rapaio.jupyter.kernel.display.DisplayData;

/** Shows the output of a notebook cell: a sentence, or query rows as a table or chart. A cell ends with one call. */
public final class Show {
    private Show() {}

    /** Prints a sentence with figures in the placeholders of {@link String#format}. */
    public static void say(String sentence, Object... figures) {
        System.out.println(String.format(Locale.UK, sentence, figures));
    }

    /** Shows the first rows as a table. */
    public static DisplayData table(Dataset<Row> rows) {
        Cells cells = Cells.of(rows);
        DisplayData shown = DisplayData.fromHtml(cells.asHtml());
        shown.putText(cells.asText());
        return shown;
    }

    /**
     * Shows a group of bars per row. The first column contains the category; every other column is a series.
     *
     * @param across the meaning of the first column
     * @param up the meaning of the other columns, with the unit
     */
    public static DisplayData bars(String title, String across, String up, Dataset<Row> rows) {
        return Chart.bars(title, across, up, Cells.of(rows)).shown();
    }

    /** Shows one line per column except the first, which contains, say, months. An empty cell breaks the line. */
    public static DisplayData lines(String title, String across, String up, Dataset<Row> rows) {
        return Chart.lines(title, across, up, Cells.of(rows)).shown();
    }

    /**
     * Shows lines as above, with a vertical line at an event.
     *
     * @param category the value of the first column at the event
     */
    public static DisplayData lines(
            String title, String across, String up, Dataset<Row> rows, String category, String event) {
        return Chart.lines(title, across, up, Cells.of(rows))
                .markedAt(category, event)
                .shown();
    }
}
