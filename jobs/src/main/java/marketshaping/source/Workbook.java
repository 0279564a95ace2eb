package marketshaping.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marketshaping.problem.Problems;
import marketshaping.source.WorkbookPackage.SheetPart;

/**
 * The one sheet of an XLSX workbook that is read, row by row: the visible one named after the input, else the first
 * visible one. Only its texts are held in memory. Macros, outside references and declared entities are refused or never
 * followed; a formula counts as the value that was last worked out for it.
 */
final class Workbook implements Closeable {
    /** How much memory a text takes besides its characters, in characters. */
    private static final int TEXT_OVERHEAD = 32;

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final WorkbookPackage parts;
    private final SheetPart sheet;
    private final List<SheetPart> otherSheets;
    private final List<String> texts = new ArrayList<>();
    private final CellFormats formats;

    Workbook(String input, Path file) throws IOException {
        parts = new WorkbookPackage(file);
        try {
            String workbook = parts.workbook();
            List<SheetPart> sheets = parts.sheets(workbook);
            List<SheetPart> visible = sheets.stream().filter(SheetPart::visible).toList();
            sheet = visible.stream()
                    .filter(candidate -> candidate.name().strip().equalsIgnoreCase(input))
                    .findFirst()
                    .or(() -> visible.stream().findFirst())
                    .orElseThrow(() -> Problems.workbookBroken(file, workbook));
            otherSheets = sheets.stream().filter(other -> !other.equals(sheet)).toList();
            for (String part : parts.parts(workbook, "sharedStrings")) {
                readTexts(part);
            }
            formats = CellFormats.read(parts, parts.parts(workbook, "styles"), parts.from1904(workbook));
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** The sheet that is read, then those that are not. */
    List<String> sheets() {
        return Stream.concat(Stream.of(sheet), otherSheets.stream())
                .map(SheetPart::name)
                .toList();
    }

    /** Writes the sheet's rows, each as the record of its number. Rows below the last with a value are left out. */
    void copyTo(StagedText copy) throws IOException {
        try (PartReader xml = parts.open(sheet.part())) {
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
                    size += text.length() + TEXT_OVERHEAD;
                    if (size > Limits.SHARED_TEXT_CHARACTERS) {
                        throw Problems.workbookTooLarge(parts.file());
                    }
                    texts.add(text);
                }
            }
        }
    }

    /** A text that may be set in several fonts; how it is pronounced is left out. */
    private static String runs(PartReader xml, String element) {
        StringBuilder text = new StringBuilder();
        while (xml.nextStartWithin(element)) {
            switch (xml.name()) {
                case "t" -> text.append(xml.text());
                case "rPh" -> xml.text();
                default -> {
                    // A run's font says nothing, and its text follows.
                }
            }
        }
        return unescaped(text.toString());
    }

    /** Characters that XML can't hold are written as _x000D_; as nobody means them, they become spaces. */
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
        private int written;

        Rows(PartReader xml) {
            this.xml = xml;
        }

        void copyTo(StagedText copy) {
            while (xml.nextStartWithin("sheetData")) {
                if (xml.name().equals("row")) {
                    row = number(xml.attribute("r"), row);
                    List<String> cells = cells();
                    if (!cells.isEmpty()) {
                        while (++written < row) {
                            copy.add(List.of());
                        }
                        copy.add(cells);
                    }
                }
            }
        }

        /** The row's number, or that of the next where none is given. They only ever rise. */
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

        /** The row's cells up to the last with a value. */
        private List<String> cells() {
            List<String> cells = new ArrayList<>();
            int column = 0;
            while (xml.nextStartWithin("row")) {
                if (xml.name().equals("c")) {
                    String reference = xml.attribute("r");
                    int next = reference.isEmpty() ? column + 1 : column(reference);
                    if (next <= column) {
                        throw xml.broken();
                    }
                    column = next;
                    String text = Blanks.trim(cell(reference));
                    if (!text.isEmpty()) {
                        if (column > Limits.COLUMNS) {
                            throw Problems.tooManyColumns(parts.file(), row, Limits.COLUMNS);
                        }
                        while (cells.size() < column - 1) {
                            cells.add("");
                        }
                        cells.add(text);
                    }
                }
            }
            return cells;
        }

        /** From 1: A is 1, AA is 27. Beyond what any sheet has, the same whatever the letters. */
        private int column(String reference) {
            int column = 0;
            for (int i = 0; i < reference.length() && reference.charAt(i) > '9'; i++) {
                column = Math.min(column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1, 1_000_000);
            }
            return column;
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
                        // Extensions of later programs hold no value.
                    }
                }
            }
            if (formula && value.isEmpty() && !type.equals("str")) {
                throw Problems.formulaWithoutValue(parts.file(), sheet.name(), reference);
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
