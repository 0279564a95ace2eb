package marketshaping.input.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import marketshaping.model.problem.Problems;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * An ODS workbook. Only one row is in memory, and repeat counts of empty rows and cells take no time. Macros are
 * refused.
 */
final class OdsExtract extends SheetExtract {
    private static final String CONTENT = "content.xml";
    private static final String STYLES = "styles.xml";
    private static final String MANIFEST = "META-INF/manifest.xml";
    private static final Pattern LINE_END = Pattern.compile("\\s*\\n\\s*");
    private static final Set<String> TRUTHS = Set.of("TRUE", "FALSE");
    /** Notes, drawings, phonetic guides and nested tables, which are not part of the cell's text. */
    private static final Set<String> NOT_TEXT = Set.of(
            "annotation",
            "note",
            "ruby-text",
            "table",
            "frame",
            "custom-shape",
            "g",
            "control",
            "caption",
            "connector",
            "line",
            "rect",
            "circle",
            "ellipse",
            "path",
            "polygon",
            "regular-polygon",
            "polyline",
            "measure");

    private final ZipParts parts;
    private final OdsStyles styles = new OdsStyles();
    /** The position of each table in the bytes of the content. */
    private final List<Long> offsets = new ArrayList<>();

    /**
     * Opens a workbook.
     *
     * @throws marketshaping.model.problem.UserProblem if the workbook is refused
     */
    OdsExtract(Path file) throws IOException {
        super(file, "ODS workbook", Limits.SHEET_ROWS);
        parts = new ZipParts(file);
        open(parts, CONTENT, this::readContent);
    }

    private void readContent() throws IOException {
        // The manifest is searched as text, because old manifests declare a document type.
        if (parts.has(MANIFEST)) {
            try (InputStream in = parts.bytes(MANIFEST)) {
                if (new String(in.readNBytes(Limits.RECORD_BYTES), StandardCharsets.ISO_8859_1)
                        .contains("encryption-data")) {
                    throw Problems.passwordProtected(file());
                }
            }
        }
        if (parts.any(part -> part.startsWith("basic/") || part.startsWith("scripts/"))) {
            throw Problems.macros(file());
        }
        if (!parts.has(CONTENT)) {
            throw Problems.contentUnsupported(file(), "a zip without a workbook");
        }
        if (parts.has(STYLES)) {
            try (XmlPart xml = new XmlPart(parts.bytes(STYLES), file(), STYLES)) {
                styles.read(xml);
            }
        }
        try (XmlPart xml = new XmlPart(parts.bytes(CONTENT), file(), CONTENT)) {
            if (!styles.read(xml)) {
                throw Problems.contentUnsupported(file(), "an OpenDocument file without a spreadsheet");
            }
        }
        try (InputStream in = parts.bytes(CONTENT)) {
            new TagScan("table", new Tables()::take).read(in);
        } catch (IOException e) {
            throw Problems.workbookBroken(file(), CONTENT);
        }
    }

    private final class Tables {
        private int depth;

        void take(String tag, long offset) {
            boolean isEnd = tag.startsWith("/");
            if (!isEnd && depth == 0) {
                byte[] whole = ("<" + tag + (tag.endsWith("/") ? ">" : "/>")).getBytes(StandardCharsets.UTF_8);
                XmlPart xml = new XmlPart(new ByteArrayInputStream(whole), file(), CONTENT);
                xml.start();
                String name = xml.attribute("name");
                // A table whose name contains '#$ is a cached copy from another workbook.
                if (!name.contains("'#$")) {
                    add(new ExtractTable(offsets.size(), name, !styles.hidesSheet(xml.attribute("style-name"))));
                    offsets.add(offset);
                }
            }
            depth += isEnd ? -1 : tag.endsWith("/") ? 0 : 1;
        }
    }

    @Override
    String part(ExtractTable table) {
        return CONTENT;
    }

    @Override
    void read(ExtractTable table, SheetRows rows, String part) throws IOException {
        InputStream content = parts.bytes(CONTENT);
        content.skipNBytes(offsets.get(table.position()));
        InputStream start = new ByteArrayInputStream("<tables>".getBytes(StandardCharsets.UTF_8));
        try (XmlPart xml = new XmlPart(new SequenceInputStream(start, content), file(), CONTENT)) {
            xml.start();
            xml.start();
            new Rows(xml, table, rows).read();
        }
    }

    private final class Rows {
        private final XmlPart xml;
        private final ExtractTable table;
        private final SheetRows rows;
        /** The default cell style of each run of columns, by the number of its first column. */
        private final TreeMap<Integer, String> columnStyles = new TreeMap<>();

        private String rowStyle = "";

        Rows(XmlPart xml, ExtractTable table, SheetRows rows) {
            this.xml = xml;
            this.table = table;
            this.rows = rows;
        }

        void read() {
            int outer = xml.depth();
            int column = 1;
            long row = 1;
            while (xml.startWithin(outer)) {
                switch (xml.name()) {
                    case "table-column" -> {
                        int end = column + repeated("number-columns-repeated");
                        columnStyles.put(column, xml.attribute("default-cell-style-name"));
                        if (isHidden()) {
                            rows.hideColumns(column, end - 1);
                        }
                        column = Math.min(end, Limits.SHEET_ROWS);
                    }
                    case "table-row" -> {
                        int repeated = repeated("number-rows-repeated");
                        if (!readRow(row, row + repeated - 1)) {
                            return;
                        }
                        row += repeated;
                    }
                    case "table-header-rows",
                            "table-row-group",
                            "table-rows",
                            "table-header-columns",
                            "table-column-group",
                            "table-columns" -> {
                        // The rows or columns of the group follow.
                    }
                    default -> xml.skip();
                }
            }
        }

        private int repeated(String attribute) {
            return Math.max(1, xml.number(attribute, 1));
        }

        private boolean isHidden() {
            String visibility = xml.attribute("visibility");
            return visibility.equals("collapse") || visibility.equals("filter");
        }

        private boolean readRow(long row, long last) {
            rows.start(row);
            if (isHidden()) {
                rows.hide();
            }
            rowStyle = xml.attribute("default-cell-style-name");
            int outer = xml.depth();
            long column = 1;
            while (xml.startWithin(outer)) {
                if (xml.name().endsWith("table-cell")) {
                    int repeated = repeated("number-columns-repeated");
                    readCells((int) Math.min(column, Limits.SHEET_ROWS), repeated);
                    column += repeated;
                } else {
                    xml.skip();
                }
            }
            return rows.endRepeated(last);
        }

        private void readCells(int column, int repeated) {
            String type = xml.attribute("value-type");
            String value = xml.attribute(
                    switch (type) {
                        case "float", "percentage", "currency" -> "value";
                        case "date", "time", "boolean" -> type + "-value";
                        default -> "string-value";
                    });
            boolean isFormula = !xml.attribute("formula").isEmpty();
            NumberDisplay display = display(column);
            int down = repeated("number-rows-spanned");
            int right = repeated("number-columns-spanned");
            if (down > 1 || right > 1) {
                int top = (int) rows.row() - 1;
                rows.merge(new CellRangeAddress(top, top + down - 1, column - 1, column + right - 2));
            }
            StringBuilder paragraphs = new StringBuilder();
            boolean hasParagraph = readParagraphs(paragraphs);
            String shown = paragraphs.toString();
            if (isFormula && type.isEmpty() && !hasParagraph) {
                throw Problems.formulaWithoutValue(file(), table.name(), CellName.of(rows.row(), column));
            }
            boolean hasText = !value.isEmpty() || !shown.isEmpty();
            for (int same = column; hasText && same < column + repeated; same++) {
                put(same, type, value, shown, display);
            }
        }

        private NumberDisplay display(int column) {
            String own = xml.attribute("style-name");
            if (!own.isEmpty() || !rowStyle.isEmpty()) {
                return styles.display(own.isEmpty() ? rowStyle : own);
            }
            var columns = columnStyles.floorEntry(column);
            return styles.display(columns == null ? "" : columns.getValue());
        }

        private void put(int column, String type, String value, String shown, NumberDisplay display) {
            // Some programs write a boolean as a number that is shown as a boolean.
            boolean isText = value.isEmpty() || (type.equals("float") && TRUTHS.contains(shown));
            switch (isText ? "" : type) {
                case "" -> rows.text(column, value.isEmpty() || isText ? shown : value);
                case "float", "percentage", "currency" -> rows.number(column, value, display);
                case "date" -> rows.date(column, NumberDisplay.moment(value));
                case "time" -> rows.text(column, NumberDisplay.duration(value));
                case "boolean" -> rows.text(column, value.equals("true") ? "TRUE" : "FALSE");
                default -> rows.text(column, value);
            }
        }

        /** Appends the paragraphs of the current cell. Returns false if it has none, not even an empty one. */
        private boolean readParagraphs(StringBuilder text) {
            int cell = xml.depth();
            int paragraph = Integer.MAX_VALUE;
            boolean hasParagraph = false;
            StringBuilder piece = new StringBuilder();
            while (true) {
                piece.setLength(0);
                if (xml.piece(piece)) {
                    // Line ends only format the XML. Blanks are kept, because not all of them are elements.
                    xml.append(text, paragraph > xml.depth() ? "" : withoutLineEnds(piece.toString()));
                } else if (xml.depth() < cell) {
                    return hasParagraph;
                } else if (xml.isStart()) {
                    if (xml.name().equals("p") || xml.name().equals("h")) {
                        text.append(hasParagraph ? "\n" : "");
                        hasParagraph = true;
                        paragraph = Math.min(paragraph, xml.depth());
                    } else {
                        readElement(text);
                    }
                } else if (xml.depth() < paragraph) {
                    paragraph = Integer.MAX_VALUE;
                }
            }
        }

        private static String withoutLineEnds(String text) {
            return text.indexOf('\n') < 0 ? text : LINE_END.matcher(text).replaceAll(" ");
        }

        private void readElement(StringBuilder text) {
            switch (xml.name()) {
                case "s" -> xml.append(text, " ".repeat(Math.min(repeated("c"), Limits.CELL_BYTES + 1)));
                case "tab" -> xml.append(text, "\t");
                case "line-break" -> xml.append(text, "\n");
                default -> {
                    if (NOT_TEXT.contains(xml.name())) {
                        xml.skip();
                    }
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
