package marketshaping.pack.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
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
    private static final LocalDate DAY_NOUGHT_OF_EXCEL = LocalDate.of(1899, 12, 30);

    private final Path file;
    private final Looks looks;
    private final String[] letters;
    private final Deflater packing = new Deflater(Deflater.BEST_SPEED);
    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(BUFFER);
    private int last;

    /** The looks of cells, by what is in them, as the numbers under which the workbook keeps them. */
    record Looks(int text, int formulaLike, int whole, int money, int date) {
        static Looks of(Styles styles) {
            return new Looks(
                    styles.rowText("text").getIndex(),
                    styles.rowText("=formula").getIndex(),
                    styles.rowNumber(ColumnLayout.TEXT).getIndex(),
                    styles.rowNumber(ColumnLayout.POUNDS_AND_PENCE).getIndex(),
                    styles.rowNumber(ColumnLayout.DATE).getIndex());
        }
    }

    RowsFragment(Path file, Looks looks, int columns) throws IOException {
        this.file = file;
        this.looks = looks;
        this.letters = IntStream.range(0, columns)
                .mapToObj(CellReference::convertNumToColString)
                .toArray(String[]::new);
        this.out = new DeflaterOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file), BUFFER), packing, BUFFER);
    }

    /** @param number of the row, from 1 */
    void add(int number, List<Object> cells) throws IOException {
        last = number;
        text.append("<row r=\"").append(number).append("\">");
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            if (cell instanceof LocalDate date && !date.isBefore(TableSheetWriter.FIRST_DATE_OF_EXCEL)) {
                number(i, number, looks.date(), Long.toString(date.toEpochDay() - DAY_NOUGHT_OF_EXCEL.toEpochDay()));
            } else if (cell instanceof BigDecimal money) {
                number(i, number, looks.money(), money.stripTrailingZeros().toPlainString());
            } else if (cell instanceof Long whole) {
                number(i, number, looks.whole(), whole.toString());
            } else {
                text(i, number, CellText.of(TableSheetWriter.words(cell)));
            }
        }
        text.append("</row>");
        if (text.length() >= BUFFER) {
            flush();
        }
    }

    private void number(int column, int row, int look, String value) {
        open(column, row, look).append("\"><v>").append(value).append("</v></c>");
    }

    /** In the cell itself, as text, whatever it looks like; a list shared by all cells would have to be held. */
    private void text(int column, int row, String value) {
        if (value.isEmpty()) {
            return;
        }
        open(column, row, CellText.looksLikeFormula(value) ? looks.formulaLike() : looks.text())
                .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
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

    private StringBuilder open(int column, int row, int look) {
        return text.append("<c r=\"")
                .append(letters[column])
                .append(row)
                .append("\" s=\"")
                .append(look);
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
