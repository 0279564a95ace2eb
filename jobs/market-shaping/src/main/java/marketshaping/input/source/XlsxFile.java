package marketshaping.input.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketshaping.model.problem.Problems;

/**
 * Reads one sheet of an XLSX workbook row by row: the visible sheet named after the input, otherwise the first visible
 * one. Only the shared texts are in memory. Macros and declared entities are refused, and external references are never
 * followed. A formula is read as its last calculated value.
 */
final class XlsxFile implements TableReader {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final WorkbookPackage parts;
    private final List<SourceSheet<String>> sheets;
    private final List<String> texts = new ArrayList<>();
    private final CellFormats formats;

    XlsxFile(SheetNames names, Path file) throws IOException {
        parts = new WorkbookPackage(file);
        try {
            String workbook = parts.workbook();
            sheets = SourceSheet.chosenFirst(names, parts.sheets(workbook));
            if (sheets.isEmpty()) {
                throw Problems.workbookBroken(file, workbook);
            }
            for (String part : parts.parts(workbook, "sharedStrings")) {
                readTexts(part);
            }
            formats = CellFormats.read(parts, parts.parts(workbook, "styles"), parts.from1904(workbook));
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    @Override
    public List<String> sheets() {
        return sheets.stream().map(SourceSheet::name).toList();
    }

    @Override
    public void copyTo(StagedText copy) throws IOException {
        try (PartReader xml = parts.open(sheets.get(0).place())) {
            while (xml.nextStart()) {
                if (xml.name().equals("sheetData")) {
                    new Rows(xml).copyTo(copy);
                    return;
                }
            }
        }
    }

    private void readTexts(String part) throws IOException {
        long size = 0;
        try (PartReader xml = parts.open(part)) {
            while (xml.nextStart()) {
                if (xml.name().equals("si")) {
                    String text = runs(xml, "si");
                    size += text.length() + Limits.TEXT_OVERHEAD;
                    if (size > Limits.SHARED_TEXT_CHARACTERS) {
                        throw Problems.workbookTooLarge(parts.file());
                    }
                    texts.add(text);
                }
            }
        }
    }

    /** Returns a text of one or more formatted runs, without phonetic guides. */
    private static String runs(PartReader xml, String element) {
        StringBuilder text = new StringBuilder();
        while (xml.nextStartWithin(element)) {
            switch (xml.name()) {
                case "t" -> text.append(xml.text());
                case "rPh" -> xml.text();
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

    private final class Rows {
        private final PartReader xml;
        private int row;

        Rows(PartReader xml) {
            this.xml = xml;
        }

        void copyTo(StagedText copy) {
            while (xml.nextStartWithin("sheetData")) {
                if (xml.name().equals("row")) {
                    row = number(xml.attribute("r"), row);
                    copy.add(row, cells());
                }
            }
        }

        /** Returns the row's number, or the next number if none is given. Numbers must ascend. */
        private int number(String given, int last) {
            try {
                int number = given.isEmpty() ? last + 1 : Integer.parseInt(given);
                if (number > last && number <= Limits.SHEET_ROWS) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw xml.broken();
            }
            throw xml.broken();
        }

        private List<String> cells() {
            RowCells cells = new RowCells(parts.file(), row);
            int column = 0;
            while (xml.nextStartWithin("row")) {
                if (xml.name().equals("c")) {
                    String reference = xml.attribute("r");
                    int next = reference.isEmpty() ? column + 1 : CellName.column(reference);
                    if (next <= column) {
                        throw xml.broken();
                    }
                    column = next;
                    cells.put(column, cell(reference));
                }
            }
            return cells.cells();
        }

        private String cell(String reference) {
            String type = xml.attribute("t");
            String style = xml.attribute("s");
            String value = "";
            StringBuilder inline = new StringBuilder();
            boolean formula = false;
            while (xml.nextStartWithin("c")) {
                switch (xml.name()) {
                    case "v" -> value = xml.text().strip();
                    case "is" -> inline.append(runs(xml, "is"));
                    case "f" -> {
                        xml.text();
                        formula = true;
                    }
                    default -> {
                        // Extensions contain no value.
                    }
                }
            }
            if (formula && value.isEmpty() && !type.equals("str")) {
                throw Problems.formulaWithoutValue(parts.file(), sheets.get(0).name(), reference);
            }
            return switch (type) {
                case "s" -> value.isEmpty() ? "" : sharedText(value);
                case "inlineStr" -> inline.toString();
                case "str" -> unescaped(value);
                case "b" -> value.equals("1") || value.equals("true") ? "TRUE" : value.isEmpty() ? "" : "FALSE";
                case "e", "d" -> value;
                default -> value.isEmpty() ? "" : number(value, style);
            };
        }

        private String sharedText(String index) {
            try {
                return texts.get(Integer.parseInt(index));
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw xml.broken();
            }
        }

        private String number(String value, String style) {
            try {
                return formats.text(value, style.isEmpty() ? 0 : Integer.parseInt(style));
            } catch (NumberFormatException e) {
                throw xml.broken();
            }
        }
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
