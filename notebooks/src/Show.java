package marketshaping.notebook;

import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.rapaio.jupyter.kernel.display.DisplayData;

/** What a notebook shows: a sentence, or a query's rows as a table or chart. A cell ends with one of these. */
public final class Show {
    private Show() {}

    /** A sentence with its figures, as {@link String#format} puts them in. */
    public static void say(String sentence, Object... figures) {
        System.out.println(String.format(Locale.UK, sentence, figures));
    }

    public static DisplayData table(Dataset<Row> rows) {
        Cells cells = Cells.of(rows);
        DisplayData shown = DisplayData.fromHtml(cells.asHtml());
        shown.putText(cells.asText());
        return shown;
    }

    /**
     * A group of bars for each row: the first column says of what, each other column is a series.
     *
     * @param across what the first column holds
     * @param up what the others hold, with its unit
     */
    public static DisplayData bars(String title, String across, String up, Dataset<Row> rows) {
        return Chart.bars(title, across, up, Cells.of(rows)).shown();
    }

    /** A line for each column but the first, which holds months in order, say; it is broken where a cell is empty. */
    public static DisplayData lines(String title, String across, String up, Dataset<Row> rows) {
        return Chart.lines(title, across, up, Cells.of(rows)).shown();
    }

    /**
     * The same, with an upright line where something happened.
     *
     * @param place one of the first column's
     */
    public static DisplayData lines(
            String title, String across, String up, Dataset<Row> rows, String place, String event) {
        return Chart.lines(title, across, up, Cells.of(rows))
                .markedAt(place, event)
                .shown();
    }
}
