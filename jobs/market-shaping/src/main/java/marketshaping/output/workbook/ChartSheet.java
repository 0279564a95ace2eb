package marketshaping.output.workbook;

import java.util.List;

/**
 * A worksheet with one chart.
 *
 * @param altText a description of the chart for people who cannot see it; also printed on the worksheet
 * @param notes more sentences above the chart
 * @param tableSheet the worksheet of the same workbook that contains the charted table
 */
public record ChartSheet(
        String name, String section, String title, String altText, List<String> notes, String tableSheet, Chart chart)
        implements Sheet {

    public ChartSheet {
        notes = List.copyOf(notes);
    }
}
