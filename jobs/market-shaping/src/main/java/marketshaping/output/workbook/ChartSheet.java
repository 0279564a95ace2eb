package marketshaping.output.workbook;

import java.util.List;

/**
 * A worksheet of one chart.
 *
 * @param altText what the chart shows, for those who can't see it; shown on the worksheet as well
 * @param notes further sentences above the chart
 * @param tableSheet the name of the worksheet in the same workbook whose table is drawn
 */
public record ChartSheet(
        String name, String section, String title, String altText, List<String> notes, String tableSheet, Chart chart)
        implements Sheet {

    public ChartSheet {
        notes = List.copyOf(notes);
    }
}
