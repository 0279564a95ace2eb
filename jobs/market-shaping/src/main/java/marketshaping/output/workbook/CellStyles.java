package marketshaping.output.workbook;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellStyle;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellStyles;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFont;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STUnderlineValues;

/** The looks of a workbook's cells, each made once: Arial, dark on white, headings marked as headings. */
final class CellStyles {
    private static final String FONT = "Arial";
    private static final int SWISS = 2;
    private static final byte[] LINK_BLUE = {(byte) 0xFF, 0x05, 0x63, (byte) 0xC1};

    /** The number that Excel knows a built-in named style by. */
    private enum Named {
        NORMAL("Normal", 0),
        HEADING_1("Heading 1", 16),
        HEADING_2("Heading 2", 17),
        HYPERLINK("Hyperlink", 8);

        private final String title;
        private final int builtin;

        Named(String title, int builtin) {
            this.title = title;
            this.builtin = builtin;
        }
    }

    private enum Place {
        TITLE,
        HEADING,
        LINE,
        LINE_AS_IT_IS,
        PARAGRAPH,
        PARAGRAPH_AS_IT_IS,
        LINK,
        PARAGRAPH_LINK,
        HEADER_TEXT,
        HEADER_REMARK,
        HEADER_NUMBER,
        TEXT,
        REMARK,
        TEXT_AS_IT_IS,
        NUMBER,
        ROW_NUMBER,
        TABLE_LINK,
        TILE_NONE,
        TILE_LIGHT,
        TILE_MIDDLE,
        TILE_DARK
    }

    /** Black on each of these is read easily. */
    private static final Map<Place, byte[]> SHADES = Map.of(
            Place.TILE_NONE, new byte[] {(byte) 0xFF, (byte) 0xF2, (byte) 0xF2, (byte) 0xF2},
            Place.TILE_LIGHT, new byte[] {(byte) 0xFF, (byte) 0xDD, (byte) 0xEB, (byte) 0xF7},
            Place.TILE_MIDDLE, new byte[] {(byte) 0xFF, (byte) 0xB4, (byte) 0xC7, (byte) 0xE7},
            Place.TILE_DARK, new byte[] {(byte) 0xFF, (byte) 0x8E, (byte) 0xA9, (byte) 0xDB});

    /** Cells that keep off what stands beside them: a heading of two words may fill its column from edge to edge. */
    private static final Set<Place> DISTANT =
            Set.of(Place.REMARK, Place.HEADER_REMARK, Place.NUMBER, Place.ROW_NUMBER, Place.HEADER_NUMBER);

    private record Key(Place place, String format) {}

    private final XSSFWorkbook workbook;
    private final Map<Key, XSSFCellStyle> made = new HashMap<>();
    private final Map<Named, Integer> namedStyles = new HashMap<>();
    private final XSSFFont plain;
    private final XSSFFont bold;
    private final XSSFFont title;
    private final XSSFFont heading;
    private final XSSFFont link;

    CellStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        StylesTable table = workbook.getStylesSource();
        // Column widths are counted in digits of the first font.
        table.getFontAt(0).getCTFont().set(font(12, "plain"));
        plain = table.getFontAt(0);
        bold = register(font(12, "bold"));
        title = register(font(16, "bold"));
        heading = register(font(14, "bold"));
        link = register(font(12, "link"));
        CTCellStyles styles = table.getCTStylesheet().addNewCellStyles();
        name(styles, Named.NORMAL, plain);
        name(styles, Named.HEADING_1, title);
        name(styles, Named.HEADING_2, heading);
        name(styles, Named.HYPERLINK, link);
        styles.setCount(styles.sizeOfCellStyleArray());
    }

    XSSFCellStyle title() {
        return style(Place.TITLE, ColumnLayout.TEXT);
    }

    XSSFCellStyle heading() {
        return style(Place.HEADING, ColumnLayout.TEXT);
    }

    /** A line above a table, which runs on over the empty cells to its right. */
    XSSFCellStyle line(String text) {
        return style(CellText.looksLikeFormula(text) ? Place.LINE_AS_IT_IS : Place.LINE, ColumnLayout.TEXT);
    }

    XSSFCellStyle paragraph(String text) {
        return style(CellText.looksLikeFormula(text) ? Place.PARAGRAPH_AS_IT_IS : Place.PARAGRAPH, ColumnLayout.TEXT);
    }

    XSSFCellStyle link() {
        return style(Place.LINK, ColumnLayout.TEXT);
    }

    XSSFCellStyle paragraphLink() {
        return style(Place.PARAGRAPH_LINK, ColumnLayout.TEXT);
    }

    XSSFCellStyle header(ColumnLayout column) {
        if (column.isRemark()) {
            return style(Place.HEADER_REMARK, ColumnLayout.TEXT);
        }
        return style(column.isText() ? Place.HEADER_TEXT : Place.HEADER_NUMBER, ColumnLayout.TEXT);
    }

    XSSFCellStyle number(String format) {
        return style(Place.NUMBER, format);
    }

    XSSFCellStyle text(ColumnLayout column, String text) {
        if (CellText.looksLikeFormula(text)) {
            return style(Place.TEXT_AS_IT_IS, ColumnLayout.TEXT);
        }
        return style(column.isRemark() ? Place.REMARK : Place.TEXT, ColumnLayout.TEXT);
    }

    XSSFCellStyle rowHeading(RowsSheet.Over over) {
        return style(over == RowsSheet.Over.TEXT ? Place.HEADER_TEXT : Place.HEADER_NUMBER, ColumnLayout.TEXT);
    }

    /** A cell of a row of data, on one line so that rows stay rows. */
    XSSFCellStyle rowText(String text) {
        return line(text);
    }

    /** A number or date of a row of data. */
    XSSFCellStyle rowNumber(String format) {
        return style(Place.ROW_NUMBER, format);
    }

    XSSFCellStyle tableLink() {
        return style(Place.TABLE_LINK, ColumnLayout.TEXT);
    }

    XSSFCellStyle tile(TileSheet.Shade shade) {
        return style(
                switch (shade) {
                    case NONE -> Place.TILE_NONE;
                    case LIGHT -> Place.TILE_LIGHT;
                    case MIDDLE -> Place.TILE_MIDDLE;
                    case DARK -> Place.TILE_DARK;
                },
                ColumnLayout.TEXT);
    }

    private XSSFCellStyle style(Place place, String format) {
        return made.computeIfAbsent(new Key(place, format), this::make);
    }

    private XSSFCellStyle make(Key key) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setFont(plain);
        switch (key.place()) {
            case TITLE -> dress(style, Named.HEADING_1, title);
            case HEADING -> {
                dress(style, Named.HEADING_2, heading);
                style.setVerticalAlignment(VerticalAlignment.BOTTOM);
                style.setWrapText(true);
            }
            case LINE, ROW_NUMBER -> {}
            case LINE_AS_IT_IS -> style.setQuotePrefixed(true);
            case PARAGRAPH -> style.setWrapText(true);
            case PARAGRAPH_AS_IT_IS -> {
                style.setWrapText(true);
                style.setQuotePrefixed(true);
            }
            case LINK -> dress(style, Named.HYPERLINK, link);
            case PARAGRAPH_LINK -> {
                dress(style, Named.HYPERLINK, link);
                style.setWrapText(true);
            }
            case TABLE_LINK -> {
                dress(style, Named.HYPERLINK, link);
                rule(style, BorderStyle.HAIR);
            }
            case HEADER_TEXT, HEADER_REMARK, HEADER_NUMBER -> {
                style.setFont(bold);
                style.setVerticalAlignment(VerticalAlignment.BOTTOM);
                rule(style, BorderStyle.MEDIUM);
            }
            case TEXT, REMARK, NUMBER -> rule(style, BorderStyle.HAIR);
            case TILE_NONE, TILE_LIGHT, TILE_MIDDLE, TILE_DARK -> tile(style, SHADES.get(key.place()));
            case TEXT_AS_IT_IS -> {
                rule(style, BorderStyle.HAIR);
                style.setQuotePrefixed(true);
            }
        }
        if (DISTANT.contains(key.place())) {
            style.setIndention((short) 1);
        }
        if (key.place() == Place.NUMBER || key.place() == Place.ROW_NUMBER || key.place() == Place.HEADER_NUMBER) {
            style.setAlignment(HorizontalAlignment.RIGHT);
            style.setDataFormat(workbook.createDataFormat().getFormat(key.format()));
        }
        return style;
    }

    private void dress(XSSFCellStyle style, Named named, XSSFFont font) {
        style.setFont(font);
        style.getCoreXf().setXfId(namedStyles.get(named));
    }

    private static void tile(XSSFCellStyle style, byte[] shade) {
        style.setWrapText(true);
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setFillForegroundColor(new XSSFColor(shade, null));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderTop(BorderStyle.MEDIUM);
        style.setBorderBottom(BorderStyle.MEDIUM);
        style.setBorderLeft(BorderStyle.MEDIUM);
        style.setBorderRight(BorderStyle.MEDIUM);
        short white = IndexedColors.WHITE.getIndex();
        style.setTopBorderColor(white);
        style.setBottomBorderColor(white);
        style.setLeftBorderColor(white);
        style.setRightBorderColor(white);
    }

    private static void rule(XSSFCellStyle style, BorderStyle line) {
        style.setWrapText(true);
        style.setBorderBottom(line);
        style.setBottomBorderColor(IndexedColors.GREY_50_PERCENT.getIndex());
    }

    private void name(CTCellStyles styles, Named named, XSSFFont font) {
        StylesTable table = workbook.getStylesSource();
        int index = 0;
        if (named != Named.NORMAL) {
            CTXf look = CTXf.Factory.newInstance();
            look.setNumFmtId(0);
            look.setFontId(font.getIndex());
            look.setFillId(0);
            look.setBorderId(0);
            look.setApplyFont(true);
            index = table.putCellStyleXf(look) - 1;
        }
        namedStyles.put(named, index);
        CTCellStyle style = styles.addNewCellStyle();
        style.setName(named.title);
        style.setXfId(index);
        style.setBuiltinId(named.builtin);
    }

    private XSSFFont register(CTFont font) {
        XSSFFont registered = new XSSFFont(font);
        registered.registerTo(workbook.getStylesSource());
        return registered;
    }

    /** The parts are added in the order in which the format wants them, which POI's own fonts don't keep. */
    private static CTFont font(int size, String look) {
        CTFont font = CTFont.Factory.newInstance();
        if (look.equals("bold")) {
            font.addNewB().setVal(true);
        }
        if (look.equals("link")) {
            font.addNewU().setVal(STUnderlineValues.SINGLE);
        }
        font.addNewSz().setVal(size);
        if (look.equals("link")) {
            font.addNewColor().setRgb(LINK_BLUE);
        }
        font.addNewName().setVal(FONT);
        font.addNewFamily().setVal(SWISS);
        return font;
    }
}
