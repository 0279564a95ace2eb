package marketshaping.output.workbook;

import java.util.List;
import java.util.stream.IntStream;
import marketshaping.model.table.Column;
import marketshaping.output.workbook.Chart.Kind;
import marketshaping.output.workbook.Chart.Role;
import marketshaping.output.workbook.Chart.Series;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes a worksheet of one native chart, drawn from the cells of a table on another worksheet. */
final class ChartSheetWriter {
    private static final int CHART_COLUMNS = 13;
    private static final int CHART_ROWS = 30;
    private static final int END_RIGHT = 500_000;
    private static final int END_DOWN = 150_000;
    private static final int ROOM_AROUND = 6;
    private static final int LANDSCAPE_ROWS = 40;

    private final PageSetup page;

    ChartSheetWriter(PageSetup page) {
        this.page = page;
    }

    void write(ChartSheet sheet, XSSFSheet target, TableLocation place) {
        page.setUp(target, sheet.title());
        target.getPrintSetup().setFitHeight((short) 1);
        page.line(target, "This worksheet contains one chart. " + sheet.altText());
        sheet.notes().forEach(note -> page.line(target, note));
        page.linkTo(target, sheet.tableSheet(), "The figures, as a table");
        page.linkTo(target, ContentsSheet.NAME, "Back to the contents");

        XSSFDrawing drawing = target.createDrawingPatriarch();
        int top = PageSetup.nextRow(target) + 1;
        int rows = rows(sheet.chart(), place);
        target.getPrintSetup().setLandscape(rows <= LANDSCAPE_ROWS);
        int bottom = top + rows;
        // It ends within its last cell, for at a cell's edge a printer cuts the frame off.
        XSSFChart chart = drawing.createChart(
                drawing.createAnchor(0, 0, END_RIGHT, END_DOWN, 0, top, CHART_COLUMNS - 1, bottom - 1));
        ChartStyle.describe(chart, sheet.title(), sheet.altText());
        chart.setTitleText(CellText.inDrawing(sheet.title()));
        chart.setTitleOverlay(false);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        draw(sheet.chart(), place, chart);
        ChartStyle.finish(chart);
    }

    /** Lying bars take as much room as there are of them. */
    private static int rows(Chart chart, TableLocation place) {
        return chart.kind() == Kind.RANKED_BAR
                ? Math.max(
                        CHART_ROWS,
                        ROOM_AROUND
                                + place.table().rows().size()
                                        * (1 + chart.series().size()))
                : CHART_ROWS;
    }

    private static void draw(Chart declared, TableLocation place, XSSFChart chart) {
        XDDFChartAxis along = categoryAxis(declared, place, chart);
        XDDFValueAxis up = valueAxis(declared, place, chart);
        along.crossAxis(up);
        up.crossAxis(along);
        List<Series> figures = declared.inRole(Role.FIGURE);
        List<Series> targets = declared.inRole(Role.TARGET);
        List<Series> events = declared.inRole(Role.EVENT);
        ChartStyle look = new ChartStyle(chart);
        if (declared.kind() == Kind.LINE) {
            if (!events.isEmpty()) {
                XDDFChartData posts = bars(chart, along, up, BarGrouping.CLUSTERED);
                add(events, declared, place, posts);
                chart.plot(posts);
                look.posts();
            }
            XDDFChartData lines = lines(chart, along, up);
            add(figures, declared, place, lines);
            add(targets, declared, place, lines);
            chart.plot(lines);
            look.lines(figures.size());
        } else {
            boolean stacked = declared.kind() == Kind.STACKED_BAR;
            boolean lying = declared.kind() == Kind.RANKED_BAR;
            XDDFBarChartData bars = bars(chart, along, up, stacked ? BarGrouping.STACKED : BarGrouping.CLUSTERED);
            bars.setBarDirection(lying ? BarDirection.BAR : BarDirection.COL);
            add(figures, declared, place, bars);
            chart.plot(bars);
            BarLabels labels = BarLabels.of(figures, place);
            look.bars(stacked, lying ? labels.onEvery() : labels);
            if (!targets.isEmpty()) {
                XDDFChartData dashes = lines(chart, along, up);
                add(targets, declared, place, dashes);
                chart.plot(dashes);
                look.targets(missing(targets.get(0).column(), place));
            }
        }
    }

    private static XDDFBarChartData bars(XSSFChart chart, XDDFChartAxis along, XDDFValueAxis up, BarGrouping grouping) {
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, along, up);
        bars.setBarDirection(BarDirection.COL);
        bars.setBarGrouping(grouping);
        bars.setVaryColors(false);
        if (grouping == BarGrouping.STACKED) {
            bars.setOverlap((byte) 100);
        }
        return bars;
    }

    private static XDDFChartData lines(XSSFChart chart, XDDFChartAxis along, XDDFValueAxis up) {
        XDDFLineChartData lines = (XDDFLineChartData) chart.createData(ChartTypes.LINE, along, up);
        lines.setGrouping(Grouping.STANDARD);
        lines.setVaryColors(false);
        return lines;
    }

    private static void add(List<Series> series, Chart declared, TableLocation place, XDDFChartData data) {
        for (Series one : series) {
            XDDFNumericalDataSource<Double> values =
                    XDDFDataSourcesFactory.fromNumericCellRange(place.sheet(), place.cells(one.column()));
            values.setFormatCode(ChartStyle.axisFormat(column(place, one.column())));
            data.addSeries(categories(declared, place), values).setTitle(CellText.of(one.label()));
        }
    }

    private static XDDFDataSource<?> categories(Chart declared, TableLocation place) {
        if (hasMonths(declared, place)) {
            XDDFNumericalDataSource<Double> months =
                    XDDFDataSourcesFactory.fromNumericCellRange(place.sheet(), place.cells(declared.category()));
            months.setFormatCode(ChartStyle.MONTH);
            return months;
        }
        return XDDFDataSourcesFactory.fromStringCellRange(place.sheet(), place.cells(declared.category()));
    }

    private static XDDFChartAxis categoryAxis(Chart declared, TableLocation place, XSSFChart chart) {
        boolean months = hasMonths(declared, place);
        boolean lying = declared.kind() == Kind.RANKED_BAR;
        AxisPosition side = lying ? AxisPosition.LEFT : AxisPosition.BOTTOM;
        XDDFChartAxis axis = months ? chart.createDateAxis(side) : chart.createCategoryAxis(side);
        axis.setTitle(declared.categoryAxis());
        if (lying) {
            axis.setOrientation(AxisOrientation.MAX_MIN);
        }
        axis.setCrosses(AxisCrosses.AUTO_ZERO);
        if (months) {
            axis.setNumberFormat(ChartStyle.MONTH);
            ChartStyle.inMonths(chart);
        }
        return axis;
    }

    private static XDDFValueAxis valueAxis(Chart declared, TableLocation place, XSSFChart chart) {
        boolean lying = declared.kind() == Kind.RANKED_BAR;
        XDDFValueAxis axis = chart.createValueAxis(lying ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        Column measured = column(place, declared.inRole(Role.FIGURE).get(0).column());
        axis.setTitle(declared.valueAxis());
        // The first of lying bars is at the top, and the figures' axis below the last.
        axis.setCrosses(lying ? AxisCrosses.MAX : AxisCrosses.AUTO_ZERO);
        axis.setCrossBetween(AxisCrossBetween.BETWEEN);
        axis.setMinimum(0);
        if (measured.kind() == Column.Kind.PERCENT) {
            axis.setMaximum(1);
        }
        axis.setNumberFormat(ChartStyle.axisFormat(measured));
        axis.getOrAddMajorGridProperties().setLineProperties(ChartStyle.gridLine());
        return axis;
    }

    /** The rows without a number, counted from 0. */
    private static List<Integer> missing(String column, TableLocation place) {
        int at = place.table().indexOf(column);
        List<List<Object>> rows = place.table().rows();
        return IntStream.range(0, rows.size())
                .filter(i -> !Numbers.isNumber(rows.get(i).get(at)))
                .boxed()
                .toList();
    }

    private static boolean hasMonths(Chart declared, TableLocation place) {
        return column(place, declared.category()).kind() == Column.Kind.DATE;
    }

    private static Column column(TableLocation place, String name) {
        return place.table().columns().get(place.table().indexOf(name));
    }
}
