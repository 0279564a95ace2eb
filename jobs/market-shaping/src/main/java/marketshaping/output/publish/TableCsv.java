package marketshaping.output.publish;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import marketshaping.model.problem.Problems;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;

/**
 * Writes a table as CSV (RFC 4180, UTF-8 without a byte order mark, lines ended by LF), its supporting columns left
 * out.
 *
 * <p>The header is the columns' names. Numbers are plain decimals in full, without exponent or needless zeros; dates
 * are ISO; shorthand is its mark, such as {@code [c]}. Text that a spreadsheet would take for a formula, because it
 * starts with {@code = + - @}, a tab or a line break, gets an apostrophe before it; numbers never do.
 */
public final class TableCsv {
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    /** Every double is told apart by 17 digits. */
    private static final int MOST_DIGITS = 17;

    private TableCsv() {}

    /**
     * Writes the file beside its place and then moves it there, so that it is whole or not there; folders are made as
     * needed and an older file is replaced.
     *
     * @throws marketshaping.model.problem.UserProblem if the place can't be written
     */
    public static void write(Table table, Path file) {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try {
                writeRows(table.visible(), partial);
                Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw Problems.cannotWrite(file, e.toString());
        }
    }

    private static void writeRows(Table table, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writeLine(out, table.columns().stream().map(Column::name).toList());
            for (List<Object> row : table.rows()) {
                writeLine(out, row);
            }
        }
    }

    private static void writeLine(BufferedWriter out, List<?> cells) throws IOException {
        List<String> fields = new ArrayList<>();
        for (Object cell : cells) {
            fields.add(quoted(text(cell)));
        }
        out.write(String.join(",", fields));
        out.write('\n');
    }

    private static String text(Object cell) {
        if (cell instanceof String words) {
            return guarded(words);
        }
        if (cell instanceof BigDecimal exact) {
            return plain(exact);
        }
        return cell instanceof Double number ? plain(shortest(number)) : cell.toString();
    }

    private static String guarded(String words) {
        return words.isEmpty() || STARTS_A_FORMULA.indexOf(words.charAt(0)) < 0 ? words : "'" + words;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The decimal of the fewest digits that reads back as the same double. */
    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal candidate = exact.round(new MathContext(digits));
            if (candidate.doubleValue() == number) {
                return candidate;
            }
        }
        return exact.round(new MathContext(MOST_DIGITS));
    }

    private static String quoted(String field) {
        boolean isPlain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
