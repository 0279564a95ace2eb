package marketshaping.output.publish;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import marketshaping.engine.Storage;
import marketshaping.model.problem.Problems;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;

/**
 * Writes a table as CSV (RFC 4180, UTF-8 without a byte order mark, LF line ends) without its supporting columns.
 *
 * <p>The header contains the column names. Numbers are full decimals without exponent or trailing zeros, dates are
 * ISO dates, and shorthand is written as {@code [c]}, {@code [x]} and so on. Text that a spreadsheet would read as a
 * formula gets a leading apostrophe. Such text starts with {@code = + - @}, a tab or a line break; numbers stay
 * unchanged.
 */
public final class TableCsv {
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    /** The number of digits that is enough to distinguish all doubles. */
    private static final int MAX_DIGITS = 17;

    private TableCsv() {}

    /**
     * Writes the file in one step, so that no partial file appears. Creates missing folders and replaces an older
     * file.
     *
     * @throws marketshaping.model.problem.UserProblem if the file cannot be written
     */
    public static void write(Table table, Path file) {
        try {
            Storage.createFolder(file.toAbsolutePath().getParent());
            Storage.replace(file, out -> writeRows(table.visible(), out));
        } catch (IOException e) {
            throw Problems.cannotWrite(file, e.toString());
        }
    }

    private static void writeRows(Table table, OutputStream bytes) throws IOException {
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            writeLine(out, table.columns().stream().map(Column::name).toList());
            for (List<Object> row : table.rows()) {
                writeLine(out, row);
            }
        }
    }

    private static void writeLine(BufferedWriter out, List<?> cells) throws IOException {
        List<String> fields = new ArrayList<>();
        for (Object cell : cells) {
            fields.add(quote(format(cell)));
        }
        out.write(String.join(",", fields));
        out.write('\n');
    }

    private static String format(Object cell) {
        if (cell instanceof String words) {
            return escapeFormula(words);
        }
        if (cell instanceof BigDecimal exact) {
            return plain(exact);
        }
        return cell instanceof Double number ? plain(shortest(number)) : cell.toString();
    }

    private static String escapeFormula(String words) {
        return words.isEmpty() || FORMULA_STARTS.indexOf(words.charAt(0)) < 0 ? words : "'" + words;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Returns the decimal with the fewest digits that parses to the same double. */
    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < MAX_DIGITS; digits++) {
            BigDecimal candidate = exact.round(new MathContext(digits));
            if (candidate.doubleValue() == number) {
                return candidate;
            }
        }
        return exact.round(new MathContext(MAX_DIGITS));
    }

    private static String quote(String field) {
        boolean isPlain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
