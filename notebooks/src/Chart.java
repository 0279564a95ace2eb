package marketshaping.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.StandardChartTheme;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryMarker;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.rapaio.jupyter.kernel.display.DisplayData;

/** A chart as an image, in the government palette of the packs, with its figures as text. */
final class Chart {
    private static final int WIDTH = 820;
    private static final int HEIGHT = 420;
    private static final int MANY_PLACES = 12;
    private static final int ALL_PERCENT_AND_A_LABEL = 107;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Color GRID = new Color(0xD9D9D9);
    private static final Color GREY = new Color(0x3D3D3D);
    private static final List<Color> INKS = List.of(
            new Color(0x12436D), new Color(0x28A197), new Color(0xF46A25), new Color(0x801650), new Color(0xA285D1));

    private final String kind;
    private final JFreeChart chart;
    private final String figures;

    private Chart(String kind, String title, String across, String up, Cells cells, CategoryItemRenderer renderer) {
        this.kind = kind;
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (List<Object> row : cells.rows()) {
            for (int i = 1; i < row.size(); i++) {
                data.addValue(
                        (Number) row.get(i), cells.headings().get(i), row.get(0).toString());
            }
        }
        chart = ChartFactory.createBarChart(title, across, up, data);
        StandardChartTheme theme = new StandardChartTheme("plain");
        theme.setExtraLargeFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
        theme.setLargeFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        theme.setRegularFont(FONT);
        theme.setSmallFont(FONT);
        theme.apply(chart);
        chart.setPadding(new RectangleInsets(8, 4, 4, 8));
        chart.getLegend().setFrame(BlockBorder.NONE);
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setRenderer(renderer);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        if (up.startsWith("%")) {
            plot.getRangeAxis().setRange(0, ALL_PERCENT_AND_A_LABEL);
        } else {
            plot.getRangeAxis().setUpperMargin(0.1);
        }
        if (data.getColumnCount() > MANY_PLACES) {
            plot.getDomainAxis().setCategoryLabelPositions(CategoryLabelPositions.UP_90);
        }
        for (int i = 0; i < data.getRowCount(); i++) {
            renderer.setSeriesPaint(i, INKS.get(i % INKS.size()));
            renderer.setSeriesStroke(i, new BasicStroke(2.5f));
        }
        figures = "%s%n%s across, %s up%n%n%s".formatted(title, across, up, cells.asText());
    }

    static Chart bars(String title, String across, String up, Cells cells) {
        BarRenderer renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setItemMargin(0.03);
        renderer.setDefaultItemLabelGenerator(
                new StandardCategoryItemLabelGenerator("{2}", NumberFormat.getIntegerInstance(Locale.UK)));
        renderer.setDefaultItemLabelFont(FONT);
        renderer.setDefaultItemLabelsVisible(true);
        return new Chart("Bar chart", title, across, up, cells, renderer);
    }

    static Chart lines(String title, String across, String up, Cells cells) {
        return new Chart("Line chart", title, across, up, cells, new LineAndShapeRenderer());
    }

    /** Adds a vertical line at one category, labelled with an event. */
    Chart markedAt(String category, String event) {
        CategoryMarker mark = new CategoryMarker(category, GREY, new BasicStroke(1.5f));
        mark.setDrawAsLine(true);
        mark.setLabel(event + " ");
        mark.setLabelFont(FONT);
        mark.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        mark.setLabelTextAnchor(TextAnchor.TOP_RIGHT);
        chart.getCategoryPlot().addDomainMarker(mark, Layer.BACKGROUND);
        return this;
    }

    /** Returns image and figures. Only figures are compared: the pixels of an image depend on installed fonts. */
    DisplayData shown() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ChartUtils.writeChartAsPNG(png, chart, WIDTH, HEIGHT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DisplayData shown =
                DisplayData.withType("image/png", Base64.getEncoder().encodeToString(png.toByteArray()));
        shown.putText(kind + ": " + figures);
        return shown;
    }
}
