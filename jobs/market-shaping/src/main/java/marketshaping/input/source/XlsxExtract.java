package marketshaping.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.problem.Problems;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * An XLSX workbook. Only the shared texts are in memory. Parts are found by relationship type, because programs name
 * them differently, and POI opens neither strict workbooks nor those of all programs. Macros are ignored; external
 * references are never followed.
 */
final class XlsxExtract extends SheetExtract {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final String ROOT = "_rels/.rels";

    private final ZipParts parts;
    private final List<String> sheets = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<NumberDisplay> styles = new ArrayList<>();
    private final Map<Integer, List<CellRangeAddress>> merged = new HashMap<>();
    private boolean from1904;

    /**
     * Opens a workbook.
     *
     * @throws marketshaping.model.problem.UserProblem if the workbook is refused
     */
    XlsxExtract(Path file) throws IOException {
        super(file, "XLSX workbook", Limits.SHEET_ROWS);
        parts = new ZipParts(file);
        open(parts, ROOT, this::readWorkbook);
    }

    private record Relation(String type, String target) {}

    private void readWorkbook() throws IOException {
        if (!parts.has(ROOT)) {
            throw Problems.contentUnsupported(file(), "a zip without a workbook");
        }
        if (parts.any(part -> part.endsWith("vbaproject.bin"))) {
            add(Finding.ofFile(FindingKind.MACROS_IGNORED, file().getFileName().toString(), 0, ""));
        }
        String workbook = related("").values().stream()
                .filter(relation -> relation.type().endsWith("/officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElseThrow(() -> Problems.workbookBroken(file(), ROOT));
        if (workbook.endsWith(".bin")) {
            throw Problems.contentUnsupported(file(), "a binary workbook (XLSB)");
        }
        Map<String, Relation> related = related(workbook);
        readSheets(workbook, related);
        if (sheets.isEmpty()) {
            throw Problems.workbookBroken(file(), workbook);
        }
        for (Relation relation : related.values()) {
            if (relation.type().endsWith("/sharedStrings") && parts.has(relation.target())) {
                readTexts(relation.target());
            } else if (relation.type().endsWith("/styles") && parts.has(relation.target())) {
                readStyles(relation.target());
            }
        }
    }

    private XmlPart xml(String part) throws IOException {
        return new XmlPart(parts.bytes(part), file(), part);
    }

    /** Returns the relationships of a part, by identifier. */
    private Map<String, Relation> related(String part) throws IOException {
        int nameAt = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, nameAt);
        Map<String, Relation> related = new LinkedHashMap<>();
        try (XmlPart xml = xml(folder + "_rels/" + part.substring(nameAt) + ".rels")) {
            while (xml.start()) {
                if (xml.name().equals("Relationship")) {
                    String target = xml.attribute("Target");
                    related.put(
                            xml.attribute("Id"),
                            new Relation(xml.attribute("Type"), target.startsWith("/") ? target : folder + target));
                }
            }
        }
        return related;
    }

    private void readSheets(String workbook, Map<String, Relation> related) throws IOException {
        try (XmlPart xml = xml(workbook)) {
            while (xml.start()) {
                if (xml.name().equals("workbookPr")) {
                    from1904 = xml.isTrue("date1904");
                }
                Relation relation = xml.name().equals("sheet") ? related.get(xml.attribute("id")) : null;
                if (relation != null && relation.type().endsWith("/worksheet")) {
                    boolean isVisible = xml.attribute("state").matches("|visible");
                    add(new ExtractTable(sheets.size(), xml.attribute("name"), isVisible));
                    sheets.add(relation.target());
                }
            }
        }
    }

    private void readTexts(String part) throws IOException {
        long size = 0;
        try (XmlPart xml = xml(part)) {
            while (xml.start()) {
                if (xml.name().equals("si")) {
                    String text = runs(xml);
                    size += text.length() + Limits.TEXT_OVERHEAD;
                    if (size > Limits.SHARED_TEXT_CHARACTERS) {
                        throw Problems.workbookTooLarge(file());
                    }
                    texts.add(text);
                }
            }
        }
    }

    private void readStyles(String part) throws IOException {
        Map<Integer, String> codes = new HashMap<>();
        try (XmlPart xml = xml(part)) {
            while (xml.start()) {
                if (xml.name().equals("numFmt")) {
                    codes.put(xml.number("numFmtId", 0), xml.attribute("formatCode"));
                } else if (xml.name().equals("cellXfs")) {
                    int list = xml.depth();
                    while (xml.startWithin(list)) {
                        if (xml.name().equals("xf")) {
                            int id = xml.number("numFmtId", 0);
                            styles.add(
                                    codes.containsKey(id)
                                            ? NumberDisplay.of(codes.get(id))
                                            : NumberDisplay.builtIn(id));
                        }
                    }
                }
            }
        }
    }

    /** Returns a text of one or more formatted runs, without phonetic guides. */
    private static String runs(XmlPart xml) {
        StringBuilder text = new StringBuilder();
        int outer = xml.depth();
        while (xml.startWithin(outer)) {
            switch (xml.name()) {
                case "t" -> xml.append(text, xml.text());
                case "rPh" -> xml.skip();
                default -> {
                    // The font of a run is ignored; its text follows.
                }
            }
        }
        return unescaped(text.toString());
    }

    /** Replaces escaped control characters such as _x000D_, which XML cannot contain, by spaces. */
    private static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text).replaceAll(escape -> {
            char character = (char) Integer.parseInt(escape.group(1), 16);
            return character < ' ' ? " " : Matcher.quoteReplacement(String.valueOf(character));
        });
    }

    @Override
    String part(ExtractTable table) {
        return sheets.get(table.position());
    }

    @Override
    void read(ExtractTable table, SheetRows rows, String part) throws IOException {
        merged(table, part).forEach(rows::merge);
        if (from1904) {
            rows.countDaysFrom1904();
        }
        try (XmlPart xml = xml(part)) {
            while (xml.start()) {
                if (xml.name().equals("col") && xml.isTrue("hidden")) {
                    rows.hideColumns(xml.number("min", 1), xml.number("max", 1));
                } else if (xml.name().equals("sheetData")) {
                    readRows(xml, table, rows);
                    return;
                }
            }
        }
    }

    /** Returns the merged ranges, which are after the rows in the part. */
    private List<CellRangeAddress> merged(ExtractTable table, String part) throws IOException {
        List<CellRangeAddress> known = merged.get(table.position());
        if (known != null) {
            return known;
        }
        List<CellRangeAddress> ranges = new ArrayList<>();
        try (InputStream in = parts.bytes(part)) {
            new TagScan("mergeCell", (tag, offset) -> {
                        Matcher range = Pattern.compile("\\bref=[\"']([A-Za-z]+[0-9]+:[A-Za-z]+[0-9]+)[\"']")
                                .matcher(tag);
                        if (range.find()) {
                            ranges.add(CellRangeAddress.valueOf(range.group(1)));
                        }
                    })
                    .read(in);
        } catch (IOException e) {
            throw Problems.workbookBroken(file(), part);
        }
        merged.put(table.position(), ranges);
        return ranges;
    }

    private void readRows(XmlPart xml, ExtractTable table, SheetRows rows) {
        int data = xml.depth();
        int row = 0;
        while (xml.startWithin(data)) {
            if (!xml.name().equals("row")) {
                continue;
            }
            int next = xml.number("r", row + 1);
            if (next <= row || next > Limits.SHEET_ROWS) {
                throw xml.broken();
            }
            row = next;
            rows.start(row);
            if (xml.isTrue("hidden")) {
                rows.hide();
            }
            readCells(xml, table, rows);
            if (!rows.end()) {
                return;
            }
        }
    }

    private void readCells(XmlPart xml, ExtractTable table, SheetRows rows) {
        int row = xml.depth();
        int column = 0;
        while (xml.startWithin(row)) {
            if (xml.name().equals("c")) {
                String reference = xml.attribute("r");
                int next = reference.isEmpty() ? column + 1 : CellName.column(reference);
                if (next <= column) {
                    throw xml.broken();
                }
                column = next;
                readCell(xml, table, rows, column);
            }
        }
    }

    private void readCell(XmlPart xml, ExtractTable table, SheetRows rows, int column) {
        String type = xml.attribute("t");
        int style = xml.number("s", 0);
        String value = "";
        String inline = "";
        boolean isFormula = false;
        int cell = xml.depth();
        while (xml.startWithin(cell)) {
            switch (xml.name()) {
                case "v" -> value = xml.text();
                case "is" -> inline = runs(xml);
                case "f" -> {
                    xml.skip();
                    isFormula = true;
                }
                default -> {
                    // Extensions contain no value.
                }
            }
        }
        String stripped = value.strip();
        if (stripped.isEmpty() && isFormula && !type.equals("str")) {
            throw Problems.formulaWithoutValue(file(), table.name(), CellName.of(rows.row(), column));
        }
        if (type.equals("inlineStr")) {
            rows.text(column, inline);
        } else if (!stripped.isEmpty()) {
            switch (type) {
                case "s" -> rows.text(column, texts.get(Integer.parseInt(stripped)));
                case "str" -> rows.text(column, unescaped(value));
                case "b" -> rows.text(column, stripped.matches("1|true") ? "TRUE" : "FALSE");
                case "e" -> rows.text(column, stripped);
                case "d" -> rows.date(column, NumberDisplay.moment(stripped));
                default ->
                    rows.number(column, stripped, style < styles.size() ? styles.get(style) : NumberDisplay.GENERAL);
            }
        }
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
