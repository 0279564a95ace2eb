package marketshaping.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import marketshaping.model.problem.Problems;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.poi.ss.util.CellRangeAddress;

/** An ODS workbook. Only one row is in memory; repeat counts of empty rows and cells take no time. */
final class OdsExtract extends SheetExtract {
    private static final String CONTENT = "content.xml";
    private static final String STYLES = "styles.xml";
    private static final String MANIFEST = "META-INF/manifest.xml";
    private static final int MOST_DIGITS = 30;

    private final ZipFile zip;
    private final Set<String> hidden = new HashSet<>();
    /** The format codes of number styles and the formats of cell styles, by name. */
    private final Map<String, String> codes = new HashMap<>();

    private final Map<String, NumberDisplay> displays = new HashMap<>();

    /**
     * Opens a workbook.
     *
     * @throws marketshaping.model.problem.UserProblem if the workbook is refused
     */
    OdsExtract(Path file) throws IOException {
        super(file, "ODS workbook", Limits.SHEET_ROWS);
        zip = new ZipFile(file.toFile());
        open(CONTENT, this::readContent);
    }

    private void readContent() throws IOException {
        // The manifest is searched as text, because old manifests declare a document type.
        byte[] manifest = bytes(MANIFEST).readNBytes(Limits.RECORD_BYTES);
        if (new String(manifest, StandardCharsets.ISO_8859_1).contains("encryption-data")) {
            throw Problems.passwordProtected(file());
        } else if (zip.stream().anyMatch(entry -> entry.getName().matches("(?i)(basic|scripts)/.*"))) {
            throw Problems.macros(file());
        } else if (zip.getEntry(CONTENT) == null) {
            throw Problems.contentUnsupported(file(), "a zip without a workbook");
        }
        if (zip.getEntry(STYLES) != null) {
            try (XmlPart xml = xml(STYLES)) {
                readStyles(xml);
            }
        }
        try (XmlPart xml = xml(CONTENT)) {
            if (!readStyles(xml)) {
                throw Problems.contentUnsupported(file(), "an OpenDocument file without a spreadsheet");
            }
            while (xml.start()) {
                if (isTable(xml)) {
                    add(xml.attribute("name"), !hidden.contains(xml.attribute("style-name")));
                    xml.skip();
                }
            }
        }
    }

    private InputStream bytes(String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return InputStream.nullInputStream();
        }
        return BoundedInputStream.builder()
                .setInputStream(zip.getInputStream(entry))
                .setMaxCount(Limits.inflated(entry.getCompressedSize()))
                .setOnMaxCount((limit, count) -> {
                    throw Problems.archiveTooLarge(file());
                })
                .get();
    }

    private XmlPart xml(String part) throws IOException {
        return new XmlPart(bytes(part), file(), part);
    }

    /** Returns true at a worksheet. A table whose name contains '#$ is a cached copy from another workbook. */
    private static boolean isTable(XmlPart xml) {
        return xml.name().equals("table") && !xml.attribute("name").contains("'#$");
    }

    /** Reads styles up to the start of the tables. Returns false if there is none. */
    private boolean readStyles(XmlPart xml) {
        String style = "";
        while (xml.start() && !xml.name().equals("spreadsheet")) {
            String name = xml.attribute("name");
            if (xml.name().matches("(number|currency|percentage)-style")) {
                codes.put(name, code(xml));
            } else if (xml.name().equals("style")) {
                style = name;
                // A parent is before its children.
                String code = codes.get(xml.attribute("data-style-name"));
                NumberDisplay inherited = display(xml.attribute("parent-style-name"));
                displays.put(name, code == null ? inherited : NumberDisplay.of(code));
            } else if (xml.name().equals("table-properties")
                    && xml.attribute("display").equals("false")) {
                hidden.add(style);
            }
        }
        return xml.isStart();
    }

    private NumberDisplay display(String style) {
        return displays.getOrDefault(style, NumberDisplay.GENERAL);
    }

    /** Returns the code of a number style in the notation of Excel: zeros, decimals, literals and exponents. */
    private static String code(XmlPart xml) {
        StringBuilder code = new StringBuilder();
        int start = 0;
        int units = 0;
        TreeMap<Integer, String> embedded = new TreeMap<>();
        int style = xml.depth();
        while (xml.startWithin(style)) {
            switch (xml.name()) {
                case "text", "currency-symbol" -> code.append(literal(xml));
                case "embedded-text" -> embedded.put(Math.min(xml.number("position", 0), MOST_DIGITS), literal(xml));
                case "number", "scientific-number" -> {
                    int whole = Math.min(xml.number("min-integer-digits", 1), MOST_DIGITS);
                    int decimals = Math.min(xml.number("decimal-places", 0), MOST_DIGITS);
                    if (xml.attribute("decimal-places").isEmpty() && whole < 2) {
                        return "General";
                    }
                    code.append(xml.isTrue("grouping") ? "#,##" : "");
                    start = code.length();
                    code.append("0".repeat(whole));
                    units = code.length();
                    code.append(decimals == 0 ? "" : ".").append("0".repeat(decimals));
                    code.append(xml.name().equals("number") ? "" : "E+00");
                }
                default -> {
                    // Colours do not affect numbers.
                }
            }
        }
        // The places of embedded texts count from the right, and may be before the digits that are always shown.
        int missing = embedded.isEmpty() ? 0 : Math.max(0, embedded.lastKey() + 1 - (units - start));
        code.insert(start, "#".repeat(missing));
        for (var text : embedded.entrySet()) {
            code.insert(units + missing - text.getKey(), text.getValue());
        }
        return code.toString();
    }

    private static String literal(XmlPart xml) {
        String text = xml.text();
        return text.equals("%") ? text : "\"" + text.replace("\"", "") + "\"";
    }

    @Override
    void read(ExtractTable table, SheetRows rows) throws IOException {
        try (XmlPart xml = xml(CONTENT)) {
            while (xml.start() && !(isTable(xml) && xml.attribute("name").equals(table.name()))) {
                // The tables before this one.
            }
            int outer = xml.depth();
            long row = 1;
            int column = 1;
            String rowStyle = "";
            // The default cell style of each run of columns, by the number of its first column.
            TreeMap<Integer, String> columnStyles = new TreeMap<>(Map.of(0, ""));
            while (xml.startWithin(outer)) {
                switch (xml.name()) {
                    case "table-column" -> {
                        columnStyles.put(column, xml.attribute("default-cell-style-name"));
                        int first = column;
                        column = Math.min(column + repeated(xml, "number-columns-repeated"), Limits.SHEET_ROWS);
                        if (isHidden(xml)) {
                            rows.hideColumns(first, column - 1);
                        }
                    }
                    case "table-row" -> {
                        long first = row;
                        row += repeated(xml, "number-rows-repeated");
                        column = 1;
                        rowStyle = xml.attribute("default-cell-style-name");
                        if (!rows.start(first, row - 1, isHidden(xml))) {
                            return;
                        }
                    }
                    case "table-cell", "covered-table-cell" -> {
                        String own = xml.attribute("style-name");
                        String inherited = columnStyles.floorEntry(column).getValue();
                        String style = !own.isEmpty() ? own : !rowStyle.isEmpty() ? rowStyle : inherited;
                        int repeated = repeated(xml, "number-columns-repeated");
                        readCells(xml, rows, column, repeated, display(style));
                        column = Math.min(column + repeated, Limits.SHEET_ROWS);
                    }
                    default -> {
                        if (!xml.name().matches("table-(header-|)(row|column)s?(-group)?")) {
                            xml.skip();
                        }
                    }
                }
            }
        }
    }

    private static boolean isHidden(XmlPart xml) {
        return xml.attribute("visibility").matches("collapse|filter");
    }

    private static int repeated(XmlPart xml, String attribute) {
        return Math.max(1, xml.number(attribute, 1));
    }

    private static void readCells(XmlPart xml, SheetRows rows, int column, int repeated, NumberDisplay display) {
        String type = xml.attribute("value-type");
        String value = xml.attribute(
                switch (type) {
                    case "float", "percentage", "currency" -> "value";
                    case "date", "time", "boolean" -> type + "-value";
                    default -> "string-value";
                });
        boolean isFormula = !xml.attribute("formula").isEmpty();
        int down = repeated(xml, "number-rows-spanned");
        int right = repeated(xml, "number-columns-spanned");
        if (down > 1 || right > 1) {
            int top = (int) rows.row() - 1;
            rows.merge(new CellRangeAddress(top, top + down - 1, column - 1, column + right - 2));
        }
        String shown = paragraphs(xml);
        if (isFormula && type.isEmpty() && shown == null) {
            rows.refuseFormula(column);
        }
        String text = shown == null ? "" : shown;
        // Some programs write a boolean as a number that is shown as a boolean.
        boolean isText = value.isEmpty() || type.equals("float") && (text.equals("TRUE") || text.equals("FALSE"));
        boolean hasText = !value.isEmpty() || !text.isEmpty();
        for (int same = column; hasText && same < column + repeated; same++) {
            switch (isText ? "" : type) {
                case "" -> rows.text(same, text);
                case "float", "percentage", "currency" -> rows.number(same, value, display);
                case "date" -> rows.date(same, NumberDisplay.moment(value));
                case "time" -> rows.text(same, NumberDisplay.duration(value));
                case "boolean" -> rows.text(same, value.equals("true") ? "TRUE" : "FALSE");
                default -> rows.text(same, value);
            }
        }
    }

    /** Returns the paragraphs of the current cell; null if it has none, not even an empty one. */
    private static String paragraphs(XmlPart xml) {
        String text = null;
        int cell = xml.depth();
        while (xml.startWithin(cell)) {
            if (xml.name().equals("p") || xml.name().equals("h")) {
                // Line ends only format the XML. Blanks are kept, because not all of them are elements.
                String paragraph = xml.text(OdsExtract::blank);
                if (paragraph.indexOf('\n') >= 0) {
                    paragraph = paragraph.replaceAll("\\s*\\n\\s*", " ");
                }
                text = text == null ? paragraph : text + "\n" + paragraph;
                if (text.length() > Limits.CELL_BYTES) {
                    throw xml.broken();
                }
            } else if (!xml.name().startsWith("list")) {
                // Notes and drawings are not part of the text.
                xml.skip();
            }
        }
        return text;
    }

    /** Returns the text of an element within a paragraph. Skips notes, drawings and phonetic guides. */
    private static String blank(XmlPart xml) {
        return switch (xml.name()) {
            case "s" -> " ".repeat(Math.min(repeated(xml, "c"), Limits.CELL_BYTES + 1));
            case "tab" -> "\t";
            case "line-break" -> "\n";
            case "a", "span", "ruby", "ruby-base" -> "";
            default -> {
                xml.skip();
                yield "";
            }
        };
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
