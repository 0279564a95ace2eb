package marketshaping.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.problem.Problems;
import org.apache.commons.lang3.StringUtils;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** An XLSX workbook. Only the shared texts are in memory. Macros are ignored; external references are not followed. */
final class XlsxExtract extends SheetExtract {
    private static final String WORKBOOK = "workbook.xml";
    private static final int BLOCK = 64 * 1024;
    private static final int TAG = 256;
    private static final Pattern MERGED =
            Pattern.compile("<(?:\\w+:)?mergeCell\\s[^<>]{0,99}?ref=[\"']([^\"']{0,99})[\"']");

    static {
        // Zip bombs are far above these limits; POI refuses some real sheets with repeated cells by default.
        ZipSecureFile.setMinInflateRatio(1.0 / 200);
        ZipSecureFile.setGraceEntrySize(Limits.inflated(0));
    }

    private OPCPackage container;
    private XSSFReader reader;
    /** The relationship identifiers of the worksheets. */
    private final List<String> sheets = new ArrayList<>();

    private final List<String> texts = new ArrayList<>();
    private final List<NumberDisplay> styles = new ArrayList<>();
    private final Map<String, Set<CellRangeAddress>> merged = new HashMap<>();
    private boolean from1904;

    /**
     * Opens a workbook.
     *
     * @throws marketshaping.model.problem.UserProblem if the workbook is refused
     */
    XlsxExtract(Path file) throws IOException {
        super(file, "XLSX workbook", Limits.SHEET_ROWS);
        open(WORKBOOK, this::readWorkbook);
    }

    private void readWorkbook() throws IOException {
        try {
            container = OPCPackage.open(file().toFile(), PackageAccess.READ);
            reader = new XSSFReader(container);
            readTexts(reader.getSharedStringsData());
            readStyles(reader.getStylesData());
            readSheets();
        } catch (OpenXML4JException e) {
            throw damaged(file(), WORKBOOK, e);
        }
    }

    /** Reads the shared texts. The table of POI makes a formatted text of each, which takes several times longer. */
    private void readTexts(InputStream part) throws IOException {
        if (part != null) {
            long size = 0;
            try (XmlPart xml = new XmlPart(part, file(), "sharedStrings.xml")) {
                while (xml.start()) {
                    if (xml.name().equals("si")) {
                        texts.add(readCell(xml).value());
                        size += texts.get(texts.size() - 1).length() + Limits.TEXT_OVERHEAD;
                    }
                    if (size > Limits.SHARED_TEXT_CHARACTERS) {
                        throw Problems.workbookTooLarge(file());
                    }
                }
            }
        }
    }

    private void readStyles(InputStream part) throws IOException {
        if (part != null) {
            Map<Integer, String> codes = new HashMap<>();
            try (XmlPart xml = new XmlPart(part, file(), "styles.xml")) {
                int cells = Integer.MAX_VALUE;
                while (xml.start()) {
                    int id = xml.number("numFmtId", 0);
                    if (xml.name().equals("numFmt")) {
                        codes.put(id, xml.attribute("formatCode"));
                    } else if (xml.name().equals("xf") && xml.depth() > cells) {
                        styles.add(NumberDisplay.of(id, codes.get(id)));
                    } else if (xml.depth() <= 2) {
                        cells = xml.name().equals("cellXfs") ? 2 : Integer.MAX_VALUE;
                    }
                }
            }
        }
    }

    private void readSheets() throws IOException, OpenXML4JException {
        if (!container
                .getPartsByContentType(XSSFRelation.VBA_MACROS.getContentType())
                .isEmpty()) {
            add(Finding.ofFile(FindingKind.MACROS_IGNORED, file().getFileName().toString(), 0, ""));
        }
        try (XmlPart xml = new XmlPart(reader.getWorkbookData(), file(), WORKBOOK)) {
            while (xml.start()) {
                if (xml.name().equals("workbookPr")) {
                    from1904 = xml.isTrue("date1904");
                } else if (xml.name().equals("sheet")) {
                    add(xml.attribute("name"), xml.attribute("state").matches("|visible"));
                    sheets.add(xml.attribute("id"));
                }
            }
        }
    }

    private InputStream bytes(ExtractTable table) throws IOException {
        try {
            return reader.getSheet(sheets.get(table.position()));
        } catch (OpenXML4JException e) {
            throw damaged(file(), part(table), e);
        }
    }

    private XmlPart xml(ExtractTable table) throws IOException {
        return new XmlPart(bytes(table), file(), part(table));
    }

    @Override
    void read(ExtractTable table, SheetRows rows) throws IOException {
        if (!merged.containsKey(table.name())) {
            merged.put(table.name(), readMerged(table));
        }
        merged.get(table.name()).forEach(rows::merge);
        if (from1904) {
            rows.countDaysFrom1904();
        }
        try (XmlPart xml = xml(table)) {
            int row = 0;
            int column = 0;
            int outer = 0;
            while (xml.startWithin(outer)) {
                switch (xml.name()) {
                    case "col" -> {
                        if (xml.isTrue("hidden")) {
                            rows.hideColumns(xml.number("min", 1), xml.number("max", 1));
                        }
                    }
                    case "sheetData" -> outer = xml.depth();
                    case "row" -> {
                        row = xml.number("r", row + 1);
                        column = 0;
                        if (!rows.start(row, row, xml.isTrue("hidden"))) {
                            return;
                        }
                    }
                    case "c" -> {
                        column = column(xml.attribute("r"), column);
                        addCell(xml, rows, column);
                    }
                    default -> {
                        // Views and margins do not affect values.
                    }
                }
            }
        }
    }

    /** Returns the merged ranges, which are after the rows. This search is several times faster than a parser. */
    private Set<CellRangeAddress> readMerged(ExtractTable table) throws IOException {
        Set<CellRangeAddress> ranges = new LinkedHashSet<>();
        try (InputStream in = bytes(table)) {
            String block = "";
            for (byte[] next = in.readNBytes(BLOCK); next.length > 0; next = in.readNBytes(BLOCK)) {
                // A tag may begin in the block before.
                block = StringUtils.right(block, TAG) + new String(next, StandardCharsets.ISO_8859_1);
                if (block.contains("mergeCell")) {
                    MERGED.matcher(block)
                            .results()
                            .forEach(found -> ranges.add(CellRangeAddress.valueOf(found.group(1))));
                }
            }
        } catch (IOException e) {
            throw damaged(file(), part(table), e);
        }
        return ranges;
    }

    /** Returns the column of a cell's reference such as B7, from 1; the next column if there is no reference. */
    private static int column(String reference, int last) {
        int column = 0;
        for (int i = 0; i < reference.length() && reference.charAt(i) > '9'; i++) {
            column = Math.min(column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1, Limits.SHEET_ROWS);
        }
        if (!reference.isEmpty() && column <= last) {
            throw new IllegalStateException("Cells must ascend");
        }
        return reference.isEmpty() ? last + 1 : column;
    }

    private record Content(String value, boolean isFormula) {}

    /** Reads the current cell or shared text without its phonetic guides. */
    private static Content readCell(XmlPart xml) {
        String value = "";
        boolean isFormula = false;
        int cell = xml.depth();
        while (xml.startWithin(cell)) {
            switch (xml.name()) {
                case "f" -> isFormula = true;
                case "rPh" -> xml.skip();
                case "v", "t" -> value += xml.text();
                default -> {
                    // The fonts of a text are ignored.
                }
            }
            if (value.length() > Limits.CELL_BYTES) {
                throw xml.broken();
            }
        }
        // Control characters are escaped as in _x000D_.
        return new Content(value.contains("_x") ? new XSSFRichTextString(value).getString() : value, isFormula);
    }

    private void addCell(XmlPart xml, SheetRows rows, int column) {
        String type = xml.attribute("t");
        int style = xml.number("s", 0);
        Content content = readCell(xml);
        String value = content.value().strip();
        if (value.isEmpty() && content.isFormula() && !type.equals("str")) {
            rows.refuseFormula(column);
        }
        switch (value.isEmpty() ? "str" : type) {
            case "s" -> rows.text(column, texts.get(Integer.parseInt(value)));
            case "b" -> rows.text(column, value.equals("1") || value.equals("true") ? "TRUE" : "FALSE");
            case "str", "inlineStr", "e" -> rows.text(column, content.value());
            case "d" -> rows.date(column, NumberDisplay.moment(value));
            default -> rows.number(column, value, style < styles.size() ? styles.get(style) : NumberDisplay.GENERAL);
        }
    }

    @Override
    public void close() {
        if (container != null) {
            container.revert();
        }
    }
}
