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
 * The looks of charts: the government's palette for charts, told apart by mark and dash as well as by colour, with the
 * figure on every bar.
 */
final class ChartStyle {
    static final String MONTH = "mmm yyyy";

    /** Of a drawing's frame; the drawing itself is 1. */
    private static final int FIRST_ID = 2;

    private static final int TEXT_SIZE = 1200;
    private static final int LINE_WIDTH = 28_575;
    private static final int POINTS = 12_700;

    private record Ink(int fill, int label) {}

    private static final int WHITE = 0xFFFFFF;
    private static final int BLACK = 0x000000;
    private static final int GREY = 0x3D3D3D;
    private static final int TARGET = 0xF46A25;
    private static final List<Ink> INKS = List.of(
            new Ink(0x12436D, WHITE),
            new Ink(0x28A197, BLACK),
            new Ink(0xF46A25, BLACK),
            new Ink(0x801650, WHITE),
            new Ink(0xA285D1, BLACK),
            new Ink(GREY, WHITE));
    private static final List<STMarkerStyle.Enum> MARKS =
            List.of(STMarkerStyle.CIRCLE, STMarkerStyle.SQUARE, STMarkerStyle.DIAMOND, STMarkerStyle.TRIANGLE);

    /** Several targets are told apart by their dashes. */
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

    /** The alternative text; charts have it in the frame that holds them. */
    static void describe(XSSFChart chart, String title, String altText) {
        CTNonVisualDrawingProps frame = chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        frame.setId(FIRST_ID);
        frame.setName(CellText.inDrawing(title));
        frame.setDescr(CellText.inDrawing(altText));
    }

    static void inMonths(XSSFChart chart) {
        CTDateAx axis = chart.getCTChart().getPlotArea().getDateAxArray(0);
        axis.addNewBaseTimeUnit().setVal(STTimeUnit.MONTHS);
        axis.addNewMajorUnit().setVal(3);
        axis.addNewMajorTimeUnit().setVal(STTimeUnit.MONTHS);
    }

    /** The font and language of all text in the chart. */
    static void finish(XSSFChart chart) {
        CTTextBody text = chart.getCTChartSpace().isSetTxPr()
                ? chart.getCTChartSpace().getTxPr()
                : chart.getCTChartSpace().addNewTxPr();
        if (text.getBodyPr() == null) {
            text.addNewBodyPr();
        }
        CTTextCharacterProperties letters = text.addNewP().addNewPPr().addNewDefRPr();
        letters.setSz(TEXT_SIZE);
        letters.setLang("en-GB");
        letters.addNewSolidFill().addNewSrgbClr().setVal(rgb(BLACK));
        letters.addNewLatin().setTypeface("Arial");
    }

    void bars(boolean stacked, BarLabels shown) {
        CTBarChart chart = plot.getBarChartArray(0);
        chart.addNewGapWidth().setVal(60);
        for (int i = 0; i < chart.sizeOfSerArray(); i++) {
            Ink ink = INKS.get(i % INKS.size());
            CTBarSer series = chart.getSerArray(i);
            fill(properties(series), ink.fill());
            CTDLbls labels = label(series, shown.format(), stacked ? ink.label() : BLACK);
            shown.bare().get(i).forEach(row -> leaveOut(labels, row));
            labels.addNewDLblPos().setVal(stacked ? STDLblPos.CTR : STDLblPos.OUT_END);
        }
    }

    /** An event: a thin grey post. */
    void posts() {
        CTBarChart chart = plot.getBarChartArray(0);
        chart.addNewGapWidth().setVal(500);
        for (CTBarSer series : chart.getSerArray()) {
            fill(properties(series), GREY);
        }
    }

    /** The first lines are figures, those after them targets. */
    void lines(int figures) {
        CTLineChart chart = plot.getLineChartArray(0);
        for (int i = 0; i < chart.sizeOfSerArray(); i++) {
            CTLineSer series = chart.getSerArray(i);
            boolean figure = i < figures;
            int ink = figure ? INKS.get(i % INKS.size()).fill() : GREY;
            line(series, ink, figure ? STPresetLineDashVal.SOLID : DASHES.get((i - figures) % DASHES.size()));
            if (figure) {
                mark(series, MARKS.get(i % MARKS.size()), 7, ink);
            } else {
                noMark(series);
            }
        }
    }

    /**
     * A target over groups of bars: a dash over each group, joined where every group has one. A program that opens the
     * workbook would draw a missing one at nought, so that it is told to draw nothing.
     */
    void targets(List<Integer> missing) {
        for (CTLineSer series : plot.getLineChartArray(0).getSerArray()) {
            if (missing.isEmpty()) {
                line(series, TARGET, STPresetLineDashVal.SYS_DASH);
            } else {
                look(series).addNewLn().addNewNoFill();
            }
            mark(series, STMarkerStyle.DASH, 20, TARGET);
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

    private static void fill(CTShapeProperties look, int ink) {
        look.addNewSolidFill().addNewSrgbClr().setVal(rgb(ink));
    }

    private static CTShapeProperties look(CTLineSer series) {
        return series.isSetSpPr() ? series.getSpPr() : series.addNewSpPr();
    }

    private static void line(CTLineSer series, int ink, STPresetLineDashVal.Enum dash) {
        CTLineProperties line = look(series).addNewLn();
        line.setW(LINE_WIDTH);
        line.setCap(STLineCap.RND);
        line.addNewSolidFill().addNewSrgbClr().setVal(rgb(ink));
        line.addNewPrstDash().setVal(dash);
        (series.isSetSmooth() ? series.getSmooth() : series.addNewSmooth()).setVal(false);
    }

    private static void mark(CTLineSer series, STMarkerStyle.Enum shape, int size, int ink) {
        CTMarker marker = series.isSetMarker() ? series.getMarker() : series.addNewMarker();
        marker.addNewSymbol().setVal(shape);
        marker.addNewSize().setVal((short) size);
        CTShapeProperties look = marker.addNewSpPr();
        fill(look, ink);
        look.addNewLn().setW(POINTS);
        look.getLn().addNewSolidFill().addNewSrgbClr().setVal(rgb(ink));
    }

    private static void noMark(CTLineSer series) {
        (series.isSetMarker() ? series.getMarker() : series.addNewMarker())
                .addNewSymbol()
                .setVal(STMarkerStyle.NONE);
    }

    private static void leaveOut(CTDLbls labels, int row) {
        CTDLbl label = labels.addNewDLbl();
        label.addNewIdx().setVal(row);
        label.addNewDelete().setVal(true);
    }

    /** The figure on each bar; nothing on a bar of nought, where it would only be in the way. */
    private static CTDLbls label(CTBarSer series, String format, int ink) {
        CTDLbls labels = series.addNewDLbls();
        CTNumFmt shown = labels.addNewNumFmt();
        shown.setFormatCode(format + ";-" + format + ";;");
        shown.setSourceLinked(false);
        labels.addNewSpPr().addNewNoFill();
        CTTextBody text = labels.addNewTxPr();
        text.addNewBodyPr();
        CTTextCharacterProperties letters = text.addNewP().addNewPPr().addNewDefRPr();
        letters.setSz(1100);
        letters.addNewSolidFill().addNewSrgbClr().setVal(rgb(ink));
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
        return labels;
    }

    private static XDDFColor color(int ink) {
        return XDDFColor.from(rgb(ink));
    }

    private static byte[] rgb(int ink) {
        return new byte[] {(byte) (ink >> 16), (byte) (ink >> 8), (byte) ink};
    }
}
