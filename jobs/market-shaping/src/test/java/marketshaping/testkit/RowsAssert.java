package marketshaping.testkit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.assertj.core.api.AbstractAssert;

/**
 * Compares rows with a table written as text, and reports missing and unexpected rows.
 *
 * <p>The header lists the columns to compare. Null is an empty cell. Numbers have no trailing zeros, and doubles are
 * rounded to six decimals.
 */
public final class RowsAssert extends AbstractAssert<RowsAssert, Dataset<Row>> {

    private static final int DECIMALS = 6;

    private RowsAssert(Dataset<Row> actual) {
        super(actual, RowsAssert.class);
    }

    public static RowsAssert assertThatRows(Dataset<Row> actual) {
        return new RowsAssert(actual);
    }

    /**
     * Checks that these are all the rows, in any order.
     *
     * @param header the columns to compare, separated by {@code |}
     */
    public RowsAssert containsExactlyInAnyOrder(String header, String... rows) {
        List<String> missing = new ArrayList<>();
        for (String row : rows) {
            missing.add(String.join(" | ", TableText.cells(row)));
        }
        List<String> unexpected = new ArrayList<>();
        for (String row : read(TableText.cells(header))) {
            if (!missing.remove(row)) {
                unexpected.add(row);
            }
        }
        if (!missing.isEmpty() || !unexpected.isEmpty()) {
            failWithMessage(
                    "%nRows with the columns%n  %s%nmissing:%n%s%nnot expected:%n%s",
                    header, list(missing), list(unexpected));
        }
        return this;
    }

    public RowsAssert hasNoRows() {
        List<String> rows = read(Arrays.asList(actual.columns()));
        if (!rows.isEmpty()) {
            failWithMessage("%nNo rows were expected, with the columns%n  %s%nbut found:%n%s", columns(), list(rows));
        }
        return this;
    }

    private String columns() {
        return String.join(" | ", actual.columns());
    }

    private List<String> read(List<String> columns) {
        return actual
                .select(columns.stream().map(functions::col).toArray(org.apache.spark.sql.Column[]::new))
                .collectAsList()
                .stream()
                .map(RowsAssert::text)
                .toList();
    }

    private static String text(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(row.isNullAt(i) ? "" : text(row.get(i)));
        }
        return String.join(" | ", cells);
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            return plain(BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP));
        }
        return value instanceof BigDecimal number ? plain(number) : value.toString();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String list(List<String> rows) {
        return rows.isEmpty() ? "  none" : "  " + String.join(System.lineSeparator() + "  ", rows);
    }
}
