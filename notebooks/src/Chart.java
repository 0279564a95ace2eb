package marketshaping.notebook;

import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.rapaio.jupyter.kernel.display.DisplayData;

/** Charts as pictures, in the government's palette as in the packs; each with its figures in words beside it. */
enum Chart {
    BARS("Bar chart", CategorySeriesRenderStyle.Bar),
    LINES("Line chart", CategorySeriesRenderStyle.Line);

    private static final int WIDTH = 820;
    private static final int HEIGHT = 420;
    private static final int MOST_LABELS = 12;
    private static final Color[] COLOURS = {
        new Color(0x12436D), new Color(0x28A197), new Color(0xF46A25), new Color(0x801650), new Color(0xA285D1)
    };

    private final String kind;
    private final CategorySeriesRenderStyle style;

    Chart(String kind, CategorySeriesRenderStyle style) {
        this.kind = kind;
        this.style = style;
    }

    DisplayData of(String title, String across, String up, Show.Cells cells) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(across)
                .yAxisTitle(up)
                .build();
        look(chart.getStyler(), cells.rows().size());
        List<String> places = cells.rows().stream()
                .map(row -> Objects.toString(row.get(0), "Not recorded"))
                .toList();
        for (int i = 1; i < cells.headings().size(); i++) {
            int column = i;
            List<Number> figures = cells.rows().stream()
                    .map(row -> (Number) row.get(column))
                    .toList();
            chart.addSeries(cells.headings().get(i), places, figures);
        }
        // The figures are what notebooks/execute compares: the letters of a picture depend on the machine's fonts.
        DisplayData shown = DisplayData.withType("image/png", png(chart));
        shown.putText("%s: %s\n%s across, %s up\n\n%s".formatted(kind, title, across, up, cells.asText()));
        return shown;
    }

    private void look(CategoryStyler styler, int places) {
        styler.setDefaultSeriesRenderStyle(style);
        styler.setSeriesColors(COLOURS);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setPlotGridLinesColor(new Color(0xD9D9D9));
        styler.setChartTitleBoxVisible(false);
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendLayout(LegendLayout.Horizontal);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setYAxisDecimalPattern("#,##0");
        styler.setYAxisMin(0.0);
        styler.setMarkerSize(6);
        styler.setAvailableSpaceFill(0.8);
        styler.setLabelsVisible(this == BARS);
        styler.setLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setXAxisMaxLabelCount(Math.min(places, MOST_LABELS));
    }

    private static String png(CategoryChart chart) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            BitmapEncoder.saveBitmap(chart, png, BitmapFormat.PNG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
