package marketshaping.output.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
import marketshaping.engine.Storage;
import org.apache.poi.ss.util.CellReference;

/**
 * The rows of one worksheet as XML text, stored on disk until the workbook is assembled. Cells are written once and
 * not kept in memory, so a list can have any length.
 */
final class RowsFragment implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    /**
     * The maximum number of different texts per column that are stored as shared strings, so that repeats need little
     * space. A column of reasons has few values; a column of identifiers has too many to keep in memory.
     */
    private static final int MAX_SHARED_PER_COLUMN = 1_000;

    private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);

    private final Path file;
    private final StyleIds styles;
    private final TextCells texts;
    private final String[] letters;
    private final String[] cellStarts;
    private final Map<String, SharedText> sharedTexts = new HashMap<>();
    private final int[] sharedCounts;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final OutputStream out;
    private final StringBuilder xml = new StringBuilder(BUFFER);
    private String row = "";
    private int lastRow;

    /** The style id for each kind of cell content. */
    record StyleIds(int text, int formulaLike, int whole, int money, int date) {
        static StyleIds of(CellStyles styles) {
            return new StyleIds(
                    styles.rowText("text").getIndex(),
                    styles.rowText("=formula").getIndex(),
                    styles.rowNumber(ColumnLayout.TEXT).getIndex(),
                    styles.rowNumber(ColumnLayout.POUNDS_AND_PENCE).getIndex(),
                    styles.rowNumber(ColumnLayout.DATE).getIndex());
        }
    }

    /** A text in the shared strings: its style id and its index. */
    private record SharedText(int style, int index) {}

    RowsFragment(Path file, StyleIds styles, TextCells texts, int columns) throws IOException {
        this.file = file;
        this.styles = styles;
        this.texts = texts;
        this.sharedCounts = new int[columns];
        this.letters = IntStream.range(0, columns)
                .mapToObj(CellReference::convertNumToColString)
                .toArray(String[]::new);
        this.cellStarts = Stream.of(letters).map(letter -> "<c r=\"" + letter).toArray(String[]::new);
        this.out = new DeflaterOutputStream(Storage.create(file), deflater, BUFFER);
    }

    /**
     * Appends one row.
     *
     * @param number the row number, from 1
     */
    void add(int number, List<Object> cells) throws IOException {
        lastRow = number;
        row = Integer.toString(number);
        xml.append("<row r=\"").append(row).append("\">");
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            if (cell instanceof LocalDate date && !date.isBefore(TableSheetWriter.FIRST_DATE_OF_EXCEL)) {
                number(i, styles.date(), Long.toString(date.toEpochDay() - EXCEL_EPOCH.toEpochDay()));
            } else if (cell instanceof BigDecimal money) {
                number(i, styles.money(), money.stripTrailingZeros().toPlainString());
            } else if (cell instanceof Long whole) {
                number(i, styles.whole(), whole.toString());
            } else {
                text(i, TableSheetWriter.asText(cell));
            }
        }
        xml.append("</row>");
        if (xml.length() >= BUFFER) {
            flush();
        }
    }

    private void number(int column, int style, String value) {
        open(column, style).append("\"><v>").append(value).append("</v></c>");
    }

    /**
     * Writes a value as text. Uses a shared string for the first different texts of a column, up to the maximum, and
     * inline text for others.
     */
    private void text(int column, String value) {
        if (value.isEmpty()) {
            return;
        }
        SharedText sharedText = sharedTexts.get(value);
        if (sharedText == null) {
            String clean = SpreadsheetText.of(value);
            int style = SpreadsheetText.looksLikeFormula(clean) ? styles.formulaLike() : styles.text();
            if (sharedCounts[column] == MAX_SHARED_PER_COLUMN) {
                inlineText(column, style, clean);
                return;
            }
            sharedCounts[column]++;
            sharedText = new SharedText(style, texts.index(clean));
            sharedTexts.put(value, sharedText);
        }
        open(column, sharedText.style())
                .append("\" t=\"s\"><v>")
                .append(sharedText.index())
                .append("</v></c>");
    }

    private void inlineText(int column, int style, String value) {
        open(column, style).append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                default -> xml.append(c);
            }
        }
        xml.append("</t></is></c>");
    }

    private StringBuilder open(int column, int style) {
        return xml.append(cellStarts[column]).append(row).append("\" s=\"").append(style);
    }

    private void flush() throws IOException {
        out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
        xml.setLength(0);
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
        deflater.end();
    }

    /** Returns the range of the worksheet as Excel writes it, from its first to its last cell. */
    String range() {
        return "A1:" + letters[letters.length - 1] + lastRow;
    }

    void copyTo(OutputStream target) throws IOException {
        try (InputStream in = new InflaterInputStream(Storage.open(file))) {
            in.transferTo(target);
        }
    }
}
