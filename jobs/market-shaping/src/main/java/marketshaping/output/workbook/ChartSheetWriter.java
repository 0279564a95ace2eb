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

/** Writes a worksheet with one native Excel chart, which refers to a table on another worksheet. */
final class ChartSheetWriter {
    private static final int CHART_COLUMNS = 13;
    private static final int CHART_ROWS = 30;
    private static final int END_X = 500_000;
    private static final int END_Y = 150_000;
    private static final int EXTRA_ROWS = 6;
    private static final int MAX_LANDSCAPE_ROWS = 40;

    private final PageSetup page;

    ChartSheetWriter(PageSetup page) {
        this.page = page;
    }

    void write(ChartSheet sheet, XSSFSheet target, TableLocation location) {
        page.setUp(target, sheet.title());
        target.getPrintSetup().setFitHeight((short) 1);
        page.line(target, "This worksheet contains one chart. " + sheet.altText());
        sheet.notes().forEach(note -> page.line(target, note));
        page.linkTo(target, sheet.tableSheet(), "The figures, as a table");
        page.linkTo(target, ContentsSheet.NAME, "Back to the contents");

        XSSFDrawing drawing = target.createDrawingPatriarch();
        int top = PageSetup.nextRow(target) + 1;
        int rows = rows(sheet.chart(), location);
        target.getPrintSetup().setLandscape(rows <= MAX_LANDSCAPE_ROWS);
        int bottom = top + rows;
        // The chart ends inside its last cell, because printers cut off a frame at the edge of a cell.
        XSSFChart chart =
                drawing.createChart(drawing.createAnchor(0, 0, END_X, END_Y, 0, top, CHART_COLUMNS - 1, bottom - 1));
        ChartStyle.describe(chart, sheet.title(), sheet.altText());
        chart.setTitleText(SpreadsheetText.inDrawing(sheet.title()));
        chart.setTitleOverlay(false);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        draw(sheet.chart(), location, chart);
        ChartStyle.finish(chart);
    }

    /** Returns the height of the chart in worksheet rows. More horizontal bars need a taller chart. */
    private static int rows(Chart chart, TableLocation location) {
        return chart.kind() == Kind.RANKED_BAR
                ? Math.max(
                        CHART_ROWS,
                        EXTRA_ROWS
                                + location.table().rows().size()
                                        * (1 + chart.series().size()))
                : CHART_ROWS;
    }

    private static void draw(Chart declared, TableLocation location, XSSFChart chart) {
        XDDFChartAxis categoryAxis = categoryAxis(declared, location, chart);
        XDDFValueAxis valueAxis = valueAxis(declared, location, chart);
        categoryAxis.crossAxis(valueAxis);
        valueAxis.crossAxis(categoryAxis);
        List<Series> figures = declared.inRole(Role.FIGURE);
        List<Series> targets = declared.inRole(Role.TARGET);
        List<Series> events = declared.inRole(Role.EVENT);
        ChartStyle style = new ChartStyle(chart);
        if (declared.kind() == Kind.LINE) {
            if (!events.isEmpty()) {
                XDDFChartData eventBars = bars(chart, categoryAxis, valueAxis, BarGrouping.CLUSTERED);
                add(events, declared, location, eventBars);
                chart.plot(eventBars);
                style.formatEvents();
            }
            XDDFChartData lines = lines(chart, categoryAxis, valueAxis);
            add(figures, declared, location, lines);
            add(targets, declared, location, lines);
            chart.plot(lines);
            style.formatLines(figures.size());
        } else {
            boolean stacked = declared.kind() == Kind.STACKED_BAR;
            boolean horizontal = declared.kind() == Kind.RANKED_BAR;
            XDDFBarChartData bars =
                    bars(chart, categoryAxis, valueAxis, stacked ? BarGrouping.STACKED : BarGrouping.CLUSTERED);
            bars.setBarDirection(horizontal ? BarDirection.BAR : BarDirection.COL);
            add(figures, declared, location, bars);
            chart.plot(bars);
            BarLabels labels = BarLabels.of(figures, location);
            style.formatBars(stacked, horizontal ? labels.onAllBars() : labels);
            if (!targets.isEmpty()) {
                XDDFChartData dashes = lines(chart, categoryAxis, valueAxis);
                add(targets, declared, location, dashes);
                chart.plot(dashes);
                style.formatTargets(missing(targets.get(0).column(), location));
            }
        }
    }

    private static XDDFBarChartData bars(
            XSSFChart chart, XDDFChartAxis categoryAxis, XDDFValueAxis valueAxis, BarGrouping grouping) {
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categoryAxis, valueAxis);
        bars.setBarDirection(BarDirection.COL);
        bars.setBarGrouping(grouping);
        bars.setVaryColors(false);
        if (grouping == BarGrouping.STACKED) {
            bars.setOverlap((byte) 100);
        }
        return bars;
    }

    private static XDDFChartData lines(XSSFChart chart, XDDFChartAxis categoryAxis, XDDFValueAxis valueAxis) {
        XDDFLineChartData lines = (XDDFLineChartData) chart.createData(ChartTypes.LINE, categoryAxis, valueAxis);
        lines.setGrouping(Grouping.STANDARD);
        lines.setVaryColors(false);
        return lines;
    }

    private static void add(List<Series> series, Chart declared, TableLocation location, XDDFChartData data) {
        for (Series one : series) {
            XDDFNumericalDataSource<Double> values =
                    XDDFDataSourcesFactory.fromNumericCellRange(location.sheet(), location.cells(one.column()));
            values.setFormatCode(ChartStyle.axisFormat(column(location, one.column())));
            data.addSeries(categories(declared, location), values).setTitle(SpreadsheetText.of(one.label()));
        }
    }

    private static XDDFDataSource<?> categories(Chart declared, TableLocation location) {
        if (hasMonths(declared, location)) {
            XDDFNumericalDataSource<Double> months =
                    XDDFDataSourcesFactory.fromNumericCellRange(location.sheet(), location.cells(declared.category()));
            months.setFormatCode(ChartStyle.MONTH);
            return months;
        }
        return XDDFDataSourcesFactory.fromStringCellRange(location.sheet(), location.cells(declared.category()));
    }

    private static XDDFChartAxis categoryAxis(Chart declared, TableLocation location, XSSFChart chart) {
        boolean isMonthly = hasMonths(declared, location);
        boolean horizontal = declared.kind() == Kind.RANKED_BAR;
        AxisPosition side = horizontal ? AxisPosition.LEFT : AxisPosition.BOTTOM;
        XDDFChartAxis axis = isMonthly ? chart.createDateAxis(side) : chart.createCategoryAxis(side);
        axis.setTitle(declared.categoryAxis());
        if (horizontal) {
            axis.setOrientation(AxisOrientation.MAX_MIN);
        }
        axis.setCrosses(AxisCrosses.AUTO_ZERO);
        if (isMonthly) {
            axis.setNumberFormat(ChartStyle.MONTH);
            ChartStyle.setMonthlyUnits(chart);
        }
        return axis;
    }

    private static XDDFValueAxis valueAxis(Chart declared, TableLocation location, XSSFChart chart) {
        boolean horizontal = declared.kind() == Kind.RANKED_BAR;
        XDDFValueAxis axis = chart.createValueAxis(horizontal ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        Column measured = column(location, declared.inRole(Role.FIGURE).get(0).column());
        axis.setTitle(declared.valueAxis());
        // For horizontal bars the first category is at the top, so the value axis crosses at the other end.
        axis.setCrosses(horizontal ? AxisCrosses.MAX : AxisCrosses.AUTO_ZERO);
        axis.setCrossBetween(AxisCrossBetween.BETWEEN);
        axis.setMinimum(0);
        if (measured.kind() == Column.Kind.PERCENT) {
            axis.setMaximum(1);
        }
        axis.setNumberFormat(ChartStyle.axisFormat(measured));
        axis.getOrAddMajorGridProperties().setLineProperties(ChartStyle.gridLine());
        return axis;
    }

    /** Returns the indexes of the rows without a number in this column, counted from 0. */
    private static List<Integer> missing(String column, TableLocation location) {
        int at = location.table().indexOf(column);
        List<List<Object>> rows = location.table().rows();
        return IntStream.range(0, rows.size())
                .filter(i -> !Numbers.isNumber(rows.get(i).get(at)))
                .boxed()
                .toList();
    }

    private static boolean hasMonths(Chart declared, TableLocation location) {
        return column(location, declared.category()).kind() == Column.Kind.DATE;
    }

    private static Column column(TableLocation location, String name) {
        return location.table().columns().get(location.table().indexOf(name));
    }
}
