package marketshaping.output.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.poi.ss.util.CellReference;

/**
 * The rows of one worksheet as the text that its part holds, on disk until the workbook is put together. A cell is
 * written once and then forgotten, which is why a list may be of any length.
 */
final class RowsFragment implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    /**
     * How many texts of a column are held, so that a cell with one of them again is short; a column of reasons has a
     * few, one of identifiers far more than can be held.
     */
    private static final int MOST_SHARED = 1_000;

    private static final LocalDate DAY_NOUGHT_OF_EXCEL = LocalDate.of(1899, 12, 30);

    private final Path file;
    private final Looks looks;
    private final TextCells texts;
    private final String[] letters;
    private final String[] openings;
    private final Map<String, Shared> shared = new HashMap<>();
    private final int[] sharedOfColumn;
    private final Deflater packing = new Deflater(Deflater.BEST_SPEED);
    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(BUFFER);
    private String row = "";
    private int last;

    /** The looks of cells, by what is in them, as the numbers under which the workbook keeps them. */
    record Looks(int text, int formulaLike, int whole, int money, int date) {
        static Looks of(CellStyles styles) {
            return new Looks(
                    styles.rowText("text").getIndex(),
                    styles.rowText("=formula").getIndex(),
                    styles.rowNumber(ColumnLayout.TEXT).getIndex(),
                    styles.rowNumber(ColumnLayout.POUNDS_AND_PENCE).getIndex(),
                    styles.rowNumber(ColumnLayout.DATE).getIndex());
        }
    }

    /** A text that may come again: its number among those that all cells share, and its look. */
    private record Shared(int look, int number) {}

    RowsFragment(Path file, Looks looks, TextCells texts, int columns) throws IOException {
        this.file = file;
        this.looks = looks;
        this.texts = texts;
        this.sharedOfColumn = new int[columns];
        this.letters = IntStream.range(0, columns)
                .mapToObj(CellReference::convertNumToColString)
                .toArray(String[]::new);
        this.openings = Stream.of(letters).map(letter -> "<c r=\"" + letter).toArray(String[]::new);
        this.out = new DeflaterOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file), BUFFER), packing, BUFFER);
    }

    /** @param number of the row, from 1 */
    void add(int number, List<Object> cells) throws IOException {
        last = number;
        row = Integer.toString(number);
        text.append("<row r=\"").append(row).append("\">");
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            if (cell instanceof LocalDate date && !date.isBefore(TableSheetWriter.FIRST_DATE_OF_EXCEL)) {
                number(i, looks.date(), Long.toString(date.toEpochDay() - DAY_NOUGHT_OF_EXCEL.toEpochDay()));
            } else if (cell instanceof BigDecimal money) {
                number(i, looks.money(), money.stripTrailingZeros().toPlainString());
            } else if (cell instanceof Long whole) {
                number(i, looks.whole(), whole.toString());
            } else {
                text(i, TableSheetWriter.words(cell));
            }
        }
        text.append("</row>");
        if (text.length() >= BUFFER) {
            flush();
        }
    }

    private void number(int column, int look, String value) {
        open(column, look).append("\"><v>").append(value).append("</v></c>");
    }

    /** As text, whatever it looks like: by its number where it is among those that come again, else in the cell itself. */
    private void text(int column, String value) {
        if (value.isEmpty()) {
            return;
        }
        Shared known = shared.get(value);
        if (known == null) {
            String clean = CellText.of(value);
            int look = CellText.looksLikeFormula(clean) ? looks.formulaLike() : looks.text();
            if (sharedOfColumn[column] == MOST_SHARED) {
                inCell(column, look, clean);
                return;
            }
            sharedOfColumn[column]++;
            known = new Shared(look, texts.number(clean));
            shared.put(value, known);
        }
        open(column, known.look())
                .append("\" t=\"s\"><v>")
                .append(known.number())
                .append("</v></c>");
    }

    private void inCell(int column, int look, String value) {
        open(column, look).append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                default -> text.append(c);
            }
        }
        text.append("</t></is></c>");
    }

    private StringBuilder open(int column, int look) {
        return text.append(openings[column]).append(row).append("\" s=\"").append(look);
    }

    private void flush() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
        packing.end();
    }

    /** The cells of the worksheet, from its first to its last. */
    String area() {
        return "A1:" + letters[letters.length - 1] + last;
    }

    void copyTo(OutputStream target) throws IOException {
        try (InputStream in = new InflaterInputStream(Files.newInputStream(file))) {
            in.transferTo(target);
        }
    }
}
