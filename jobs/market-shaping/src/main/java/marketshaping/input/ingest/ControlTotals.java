package marketshaping.input.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import marketshaping.input.validate.RowValidator;
import marketshaping.model.contract.Field;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** Compares the total rows of a file with the sums of its other rows. */
final class ControlTotals {

    private ControlTotals() {}

    /**
     * Returns one sentence per amount column whose stated total differs from the sum of the rows, including quarantined
     * rows. Only the last total row is used, because earlier ones may be subtotals.
     */
    static List<String> cautions(ValidatedExtract extract, int file) {
        List<Field> amounts =
                extract.contract().fields().stream().filter(Field::isAmount).toList();
        Column isTotal = col(RowValidator.KIND).equalTo(RowValidator.TOTAL);
        List<Column> columns = new ArrayList<>();
        for (Field field : amounts) {
            Column amount = col(field.name()).cast("decimal(18,4)");
            columns.add(max_by(when(isTotal, amount), when(isTotal, col(RowValidator.ROW))));
            columns.add(sum(when(isTotal.unary_$bang(), amount)));
        }
        Row sums = extract.rows()
                .where(col(RowValidator.FILE).equalTo(file))
                .agg(columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new))
                .first();
        List<String> cautions = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            BigDecimal stated = sums.getDecimal(2 * i);
            BigDecimal read = sums.isNullAt(2 * i + 1) ? BigDecimal.ZERO : sums.getDecimal(2 * i + 1);
            if (stated != null && stated.compareTo(read) != 0) {
                cautions.add("the stated total of %s is %s, but the rows add up to %s; rows may be missing"
                        .formatted(amounts.get(i).name(), plain(stated), plain(read)));
            }
        }
        return cautions;
    }

    private static String plain(BigDecimal amount) {
        BigDecimal bare = amount.stripTrailingZeros();
        return (bare.scale() < 2 ? bare.setScale(2) : bare).toPlainString();
    }
}
