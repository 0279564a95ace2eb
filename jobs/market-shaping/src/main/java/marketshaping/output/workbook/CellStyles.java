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

/**
 * Creates and caches the cell styles of a workbook: Arial, dark text on white, and Excel heading styles for headings.
 */
final class CellStyles {
    private static final String FONT = "Arial";
    private static final int SANS_SERIF_FAMILY = 2;
    private static final byte[] LINK_BLUE = {(byte) 0xFF, 0x05, 0x63, (byte) 0xC1};

    /** A cell style that Excel defines, with its fixed number. */
    private enum BuiltIn {
        NORMAL("Normal", 0),
        HEADING_1("Heading 1", 16),
        HEADING_2("Heading 2", 17),
        HYPERLINK("Hyperlink", 8);

        private final String title;
        private final int builtin;

        BuiltIn(String title, int builtin) {
            this.title = title;
            this.builtin = builtin;
        }
    }

    private enum Role {
        TITLE,
        HEADING,
        LINE,
        LINE_QUOTED,
        PARAGRAPH,
        PARAGRAPH_QUOTED,
        LINK,
        PARAGRAPH_LINK,
        HEADER_TEXT,
        HEADER_REMARK,
        HEADER_NUMBER,
        TEXT,
        REMARK,
        TEXT_QUOTED,
        NUMBER,
        ROW_NUMBER,
        TABLE_LINK,
        TILE_NONE,
        TILE_LIGHT,
        TILE_MIDDLE,
        TILE_DARK
    }

    /** Fill colours on which black text is easy to read. */
    private static final Map<Role, byte[]> FILLS = Map.of(
            Role.TILE_NONE, new byte[] {(byte) 0xFF, (byte) 0xF2, (byte) 0xF2, (byte) 0xF2},
            Role.TILE_LIGHT, new byte[] {(byte) 0xFF, (byte) 0xDD, (byte) 0xEB, (byte) 0xF7},
            Role.TILE_MIDDLE, new byte[] {(byte) 0xFF, (byte) 0xB4, (byte) 0xC7, (byte) 0xE7},
            Role.TILE_DARK, new byte[] {(byte) 0xFF, (byte) 0x8E, (byte) 0xA9, (byte) 0xDB});

    /**
     * The roles of cells whose text is indented. Without it, text that fills its column would touch the text in the
     * column before.
     */
    private static final Set<Role> INDENTED =
            Set.of(Role.REMARK, Role.HEADER_REMARK, Role.NUMBER, Role.ROW_NUMBER, Role.HEADER_NUMBER);

    private record Key(Role role, String format) {}

    private final XSSFWorkbook workbook;
    private final Map<Key, XSSFCellStyle> cache = new HashMap<>();
    private final Map<BuiltIn, Integer> namedStyles = new HashMap<>();
    private final XSSFFont plain;
    private final XSSFFont bold;
    private final XSSFFont title;
    private final XSSFFont heading;
    private final XSSFFont link;

    CellStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        StylesTable table = workbook.getStylesSource();
        // Excel measures column widths in digits of the first font.
        table.getFontAt(0).getCTFont().set(font(12, "plain"));
        plain = table.getFontAt(0);
        bold = register(font(12, "bold"));
        title = register(font(16, "bold"));
        heading = register(font(14, "bold"));
        link = register(font(12, "link"));
        CTCellStyles styles = table.getCTStylesheet().addNewCellStyles();
        addBuiltIn(styles, BuiltIn.NORMAL, plain);
        addBuiltIn(styles, BuiltIn.HEADING_1, title);
        addBuiltIn(styles, BuiltIn.HEADING_2, heading);
        addBuiltIn(styles, BuiltIn.HYPERLINK, link);
        styles.setCount(styles.sizeOfCellStyleArray());
    }

    XSSFCellStyle title() {
        return style(Role.TITLE, ColumnLayout.TEXT);
    }

    XSSFCellStyle heading() {
        return style(Role.HEADING, ColumnLayout.TEXT);
    }

    /** Returns the style of a line above a table. Its text continues over the empty cells to its right. */
    XSSFCellStyle line(String text) {
        return style(SpreadsheetText.looksLikeFormula(text) ? Role.LINE_QUOTED : Role.LINE, ColumnLayout.TEXT);
    }

    XSSFCellStyle paragraph(String text) {
        return style(
                SpreadsheetText.looksLikeFormula(text) ? Role.PARAGRAPH_QUOTED : Role.PARAGRAPH, ColumnLayout.TEXT);
    }

    XSSFCellStyle link() {
        return style(Role.LINK, ColumnLayout.TEXT);
    }

    XSSFCellStyle paragraphLink() {
        return style(Role.PARAGRAPH_LINK, ColumnLayout.TEXT);
    }

    XSSFCellStyle header(ColumnLayout column) {
        if (column.isRemark()) {
            return style(Role.HEADER_REMARK, ColumnLayout.TEXT);
        }
        return style(column.isText() ? Role.HEADER_TEXT : Role.HEADER_NUMBER, ColumnLayout.TEXT);
    }

    XSSFCellStyle number(String format) {
        return style(Role.NUMBER, format);
    }

    XSSFCellStyle text(ColumnLayout column, String text) {
        if (SpreadsheetText.looksLikeFormula(text)) {
            return style(Role.TEXT_QUOTED, ColumnLayout.TEXT);
        }
        return style(column.isRemark() ? Role.REMARK : Role.TEXT, ColumnLayout.TEXT);
    }

    XSSFCellStyle rowHeading(RowsSheet.CellKind over) {
        return style(over == RowsSheet.CellKind.TEXT ? Role.HEADER_TEXT : Role.HEADER_NUMBER, ColumnLayout.TEXT);
    }

    /** Returns the style of text in a data row. The text does not wrap, so every row has the same height. */
    XSSFCellStyle rowText(String text) {
        return line(text);
    }

    /** Returns the style of a number or date in a data row. */
    XSSFCellStyle rowNumber(String format) {
        return style(Role.ROW_NUMBER, format);
    }

    XSSFCellStyle tableLink() {
        return style(Role.TABLE_LINK, ColumnLayout.TEXT);
    }

    XSSFCellStyle tile(TileSheet.Shade shade) {
        return style(
                switch (shade) {
                    case NONE -> Role.TILE_NONE;
                    case LIGHT -> Role.TILE_LIGHT;
                    case MIDDLE -> Role.TILE_MIDDLE;
                    case DARK -> Role.TILE_DARK;
                },
                ColumnLayout.TEXT);
    }

    private XSSFCellStyle style(Role role, String format) {
        return cache.computeIfAbsent(new Key(role, format), this::create);
    }

    private XSSFCellStyle create(Key key) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setFont(plain);
        switch (key.role()) {
            case TITLE -> applyBuiltIn(style, BuiltIn.HEADING_1, title);
            case HEADING -> {
                applyBuiltIn(style, BuiltIn.HEADING_2, heading);
                style.setVerticalAlignment(VerticalAlignment.BOTTOM);
                style.setWrapText(true);
            }
            case LINE, ROW_NUMBER -> {}
            case LINE_QUOTED -> style.setQuotePrefixed(true);
            case PARAGRAPH -> style.setWrapText(true);
            case PARAGRAPH_QUOTED -> {
                style.setWrapText(true);
                style.setQuotePrefixed(true);
            }
            case LINK -> applyBuiltIn(style, BuiltIn.HYPERLINK, link);
            case PARAGRAPH_LINK -> {
                applyBuiltIn(style, BuiltIn.HYPERLINK, link);
                style.setWrapText(true);
            }
            case TABLE_LINK -> {
                applyBuiltIn(style, BuiltIn.HYPERLINK, link);
                addRule(style, BorderStyle.HAIR);
            }
            case HEADER_TEXT, HEADER_REMARK, HEADER_NUMBER -> {
                style.setFont(bold);
                style.setVerticalAlignment(VerticalAlignment.BOTTOM);
                addRule(style, BorderStyle.MEDIUM);
            }
            case TEXT, REMARK, NUMBER -> addRule(style, BorderStyle.HAIR);
            case TILE_NONE, TILE_LIGHT, TILE_MIDDLE, TILE_DARK -> tile(style, FILLS.get(key.role()));
            case TEXT_QUOTED -> {
                addRule(style, BorderStyle.HAIR);
                style.setQuotePrefixed(true);
            }
        }
        if (INDENTED.contains(key.role())) {
            style.setIndention((short) 1);
        }
        if (key.role() == Role.NUMBER || key.role() == Role.ROW_NUMBER || key.role() == Role.HEADER_NUMBER) {
            style.setAlignment(HorizontalAlignment.RIGHT);
            style.setDataFormat(workbook.createDataFormat().getFormat(key.format()));
        }
        return style;
    }

    private void applyBuiltIn(XSSFCellStyle style, BuiltIn named, XSSFFont font) {
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

    private static void addRule(XSSFCellStyle style, BorderStyle line) {
        style.setWrapText(true);
        style.setBorderBottom(line);
        style.setBottomBorderColor(IndexedColors.GREY_50_PERCENT.getIndex());
    }

    private void addBuiltIn(CTCellStyles styles, BuiltIn named, XSSFFont font) {
        StylesTable table = workbook.getStylesSource();
        int index = 0;
        if (named != BuiltIn.NORMAL) {
            CTXf xf = CTXf.Factory.newInstance();
            xf.setNumFmtId(0);
            xf.setFontId(font.getIndex());
            xf.setFillId(0);
            xf.setBorderId(0);
            xf.setApplyFont(true);
            index = table.putCellStyleXf(xf) - 1;
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

    /**
     * Returns a font whose XML elements are in the order that the file format requires. Fonts created through POI do
     * not keep this order.
     */
    private static CTFont font(int size, String variant) {
        CTFont font = CTFont.Factory.newInstance();
        if (variant.equals("bold")) {
            font.addNewB().setVal(true);
        }
        if (variant.equals("link")) {
            font.addNewU().setVal(STUnderlineValues.SINGLE);
        }
        font.addNewSz().setVal(size);
        if (variant.equals("link")) {
            font.addNewColor().setRgb(LINK_BLUE);
        }
        font.addNewName().setVal(FONT);
        font.addNewFamily().setVal(SANS_SERIF_FAMILY);
        return font;
    }
}
