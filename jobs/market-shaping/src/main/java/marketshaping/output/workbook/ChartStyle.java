package marketshaping.output.workbook;

import java.util.List;
import marketshaping.model.table.Column;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbl;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDPt;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDateAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTMarker;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumFmt;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.chart.STMarkerStyle;
import org.openxmlformats.schemas.drawingml.x2006.chart.STTimeUnit;
import org.openxmlformats.schemas.drawingml.x2006.main.CTLineProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.STLineCap;
import org.openxmlformats.schemas.drawingml.x2006.main.STPresetLineDashVal;

/**
 * Formats charts in the government's chart palette. Readers can distinguish series by markers and dashes as well as by
 * colours, and bars have labels.
 */
final class ChartStyle {
    static final String MONTH = "mmm yyyy";

    /** The id of the chart frame; the drawing itself has id 1. */
    private static final int FIRST_ID = 2;

    private static final int TEXT_SIZE = 1200;
    private static final int LINE_WIDTH = 28_575;
    private static final int POINTS = 12_700;

    private record SeriesColour(int fill, int label) {}

    private static final int WHITE = 0xFFFFFF;
    private static final int BLACK = 0x000000;
    private static final int GREY = 0x3D3D3D;
    private static final int TARGET = 0xF46A25;
    private static final List<SeriesColour> COLOURS = List.of(
            new SeriesColour(0x12436D, WHITE),
            new SeriesColour(0x28A197, BLACK),
            new SeriesColour(0xF46A25, BLACK),
            new SeriesColour(0x801650, WHITE),
            new SeriesColour(0xA285D1, BLACK),
            new SeriesColour(GREY, WHITE));
    private static final List<STMarkerStyle.Enum> MARKERS =
            List.of(STMarkerStyle.CIRCLE, STMarkerStyle.SQUARE, STMarkerStyle.DIAMOND, STMarkerStyle.TRIANGLE);

    /** Dash patterns, which distinguish the target lines of a chart. */
    private static final List<STPresetLineDashVal.Enum> DASHES =
            List.of(STPresetLineDashVal.DASH, STPresetLineDashVal.SYS_DOT, STPresetLineDashVal.LG_DASH_DOT);

    private final CTPlotArea plot;

    ChartStyle(XSSFChart chart) {
        plot = chart.getCTChart().getPlotArea();
    }

    static String axisFormat(Column column) {
        return switch (column.kind()) {
            case PERCENT -> "0%";
            case MONEY -> "\"£\"#,##0";
            default -> "#,##0";
        };
    }

    static XDDFLineProperties gridLine() {
        XDDFLineProperties line = new XDDFLineProperties(new XDDFSolidFillProperties(color(0xD9D9D9)));
        line.setPresetDash(new XDDFPresetLineDash(PresetLineDash.SOLID));
        return line;
    }

    /** Sets the alternative text on the frame of the chart, where Excel stores it. */
    static void describe(XSSFChart chart, String title, String altText) {
        CTNonVisualDrawingProps frame = chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        frame.setId(FIRST_ID);
        frame.setName(SpreadsheetText.inDrawing(title));
        frame.setDescr(SpreadsheetText.inDrawing(altText));
    }

    static void setMonthlyUnits(XSSFChart chart) {
        CTDateAx axis = chart.getCTChart().getPlotArea().getDateAxArray(0);
        axis.addNewBaseTimeUnit().setVal(STTimeUnit.MONTHS);
        axis.addNewMajorUnit().setVal(3);
        axis.addNewMajorTimeUnit().setVal(STTimeUnit.MONTHS);
    }

    /** Sets the font and language of all text in the chart. */
    static void finish(XSSFChart chart) {
        CTTextBody text = chart.getCTChartSpace().isSetTxPr()
                ? chart.getCTChartSpace().getTxPr()
                : chart.getCTChartSpace().addNewTxPr();
        if (text.getBodyPr() == null) {
            text.addNewBodyPr();
        }
        CTTextCharacterProperties font = text.addNewP().addNewPPr().addNewDefRPr();
        font.setSz(TEXT_SIZE);
        font.setLang("en-GB");
        font.addNewSolidFill().addNewSrgbClr().setVal(rgb(BLACK));
        font.addNewLatin().setTypeface("Arial");
    }

    void formatBars(boolean stacked, BarLabels shown) {
        CTBarChart chart = plot.getBarChartArray(0);
        chart.addNewGapWidth().setVal(60);
        for (int i = 0; i < chart.sizeOfSerArray(); i++) {
            SeriesColour colour = COLOURS.get(i % COLOURS.size());
            CTBarSer series = chart.getSerArray(i);
            fill(properties(series), colour.fill());
            CTDLbls labels = addLabels(series, shown.format(), stacked ? colour.label() : BLACK);
            shown.unlabelled().get(i).forEach(row -> deleteLabel(labels, row));
            labels.addNewDLblPos().setVal(stacked ? STDLblPos.CTR : STDLblPos.OUT_END);
        }
    }

    /** Formats the event series, such as milestones, as thin grey bars. */
    void formatEvents() {
        CTBarChart chart = plot.getBarChartArray(0);
        chart.addNewGapWidth().setVal(500);
        for (CTBarSer series : chart.getSerArray()) {
            fill(properties(series), GREY);
        }
    }

    /**
     * Formats the lines of a line chart: figures solid and coloured with markers, targets grey and dashed.
     *
     * @param figures the number of figure series, which precede the targets
     */
    void formatLines(int figures) {
        CTLineChart chart = plot.getLineChartArray(0);
        for (int i = 0; i < chart.sizeOfSerArray(); i++) {
            CTLineSer series = chart.getSerArray(i);
            boolean figure = i < figures;
            int colour = figure ? COLOURS.get(i % COLOURS.size()).fill() : GREY;
            setLine(series, colour, figure ? STPresetLineDashVal.SOLID : DASHES.get((i - figures) % DASHES.size()));
            if (figure) {
                setMarker(series, MARKERS.get(i % MARKERS.size()), 7, colour);
            } else {
                removeMarker(series);
            }
        }
    }

    /**
     * Formats the targets of a bar chart as a dash over each group of bars, connected by a line if every group has a
     * target. Other programs would draw a missing target at zero, so its marker is removed.
     */
    void formatTargets(List<Integer> missing) {
        for (CTLineSer series : plot.getLineChartArray(0).getSerArray()) {
            if (missing.isEmpty()) {
                setLine(series, TARGET, STPresetLineDashVal.SYS_DASH);
            } else {
                shape(series).addNewLn().addNewNoFill();
            }
            setMarker(series, STMarkerStyle.DASH, 20, TARGET);
            for (int row : missing) {
                CTDPt point = series.addNewDPt();
                point.addNewIdx().setVal(row);
                point.addNewMarker().addNewSymbol().setVal(STMarkerStyle.NONE);
            }
        }
    }

    private static CTShapeProperties properties(CTBarSer series) {
        return series.isSetSpPr() ? series.getSpPr() : series.addNewSpPr();
    }

    private static void fill(CTShapeProperties shape, int colour) {
        shape.addNewSolidFill().addNewSrgbClr().setVal(rgb(colour));
    }

    private static CTShapeProperties shape(CTLineSer series) {
        return series.isSetSpPr() ? series.getSpPr() : series.addNewSpPr();
    }

    private static void setLine(CTLineSer series, int colour, STPresetLineDashVal.Enum dash) {
        CTLineProperties line = shape(series).addNewLn();
        line.setW(LINE_WIDTH);
        line.setCap(STLineCap.RND);
        line.addNewSolidFill().addNewSrgbClr().setVal(rgb(colour));
        line.addNewPrstDash().setVal(dash);
        (series.isSetSmooth() ? series.getSmooth() : series.addNewSmooth()).setVal(false);
    }

    private static void setMarker(CTLineSer series, STMarkerStyle.Enum shape, int size, int colour) {
        CTMarker marker = series.isSetMarker() ? series.getMarker() : series.addNewMarker();
        marker.addNewSymbol().setVal(shape);
        marker.addNewSize().setVal((short) size);
        CTShapeProperties symbol = marker.addNewSpPr();
        fill(symbol, colour);
        symbol.addNewLn().setW(POINTS);
        symbol.getLn().addNewSolidFill().addNewSrgbClr().setVal(rgb(colour));
    }

    private static void removeMarker(CTLineSer series) {
        (series.isSetMarker() ? series.getMarker() : series.addNewMarker())
                .addNewSymbol()
                .setVal(STMarkerStyle.NONE);
    }

    private static void deleteLabel(CTDLbls labels, int row) {
        CTDLbl label = labels.addNewDLbl();
        label.addNewIdx().setVal(row);
        label.addNewDelete().setVal(true);
    }

    /** Adds labels to bars. The number format hides zeros, because their labels would overlap the axis. */
    private static CTDLbls addLabels(CTBarSer series, String format, int colour) {
        CTDLbls labels = series.addNewDLbls();
        CTNumFmt shown = labels.addNewNumFmt();
        shown.setFormatCode(format + ";-" + format + ";;");
        shown.setSourceLinked(false);
        labels.addNewSpPr().addNewNoFill();
        CTTextBody text = labels.addNewTxPr();
        text.addNewBodyPr();
        CTTextCharacterProperties font = text.addNewP().addNewPPr().addNewDefRPr();
        font.setSz(1100);
        font.addNewSolidFill().addNewSrgbClr().setVal(rgb(colour));
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
        return labels;
    }

    private static XDDFColor color(int colour) {
        return XDDFColor.from(rgb(colour));
    }

    private static byte[] rgb(int colour) {
        return new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour};
    }
}
