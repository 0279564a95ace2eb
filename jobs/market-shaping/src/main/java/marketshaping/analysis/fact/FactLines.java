package marketshaping.analysis.fact;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import marketshaping.analysis.rollup.Lines;
import marketshaping.analysis.rollup.Lines.Type;
import marketshaping.model.problem.Problems;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * A fact as lines for roll-ups.
 *
 * @param view the view that the lines are read from
 * @param columns the types of its columns by name
 */
public record FactLines(String view, LinkedHashMap<String, Type> columns) implements Serializable {
    /** Pounds a week. A year of such costs is exact in a long; a telephone number in the wrong column is larger. */
    private static final BigDecimal LARGEST_COST = BigDecimal.valueOf(100_000_000);

    /** Pounds. It is exact in a long. */
    private static final BigDecimal LARGEST_PAYMENT = BigDecimal.valueOf(10_000_000_000L);

    private static final List<String> COSTS = List.of("weekly_cost", "one_off_cost");

    /** Returns the lines of a view with columns of codes, of days, of amounts and of people. */
    static FactLines of(String view, Map<Type, List<String>> columns) {
        LinkedHashMap<String, Type> types = new LinkedHashMap<>();
        for (Type type : Type.values()) {
            columns.getOrDefault(type, List.of()).forEach(column -> types.put(column, type));
        }
        return new FactLines(view, types);
    }

    /** Returns no lines. */
    public Lines none() {
        return Lines.of(columns, Collections.emptyIterator());
    }

    /** Returns the rows of the lines; all lines of a person are in one partition. */
    Dataset<Row> rowsByPerson(SparkSession spark) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue() == Type.PERSON)
                .findFirst()
                .map(person -> rows(spark).repartition(functions.col(person.getKey())))
                .orElseGet(() -> rows(spark));
    }

    Dataset<Row> rows(SparkSession spark) {
        return spark.table(view)
                .select(columns.keySet().stream().map(functions::col).toArray(Column[]::new));
    }

    Lines lines(Iterator<Row> rows) {
        Iterable<Row> all = () -> rows;
        return Lines.of(
                columns,
                StreamSupport.stream(all.spliterator(), false).map(this::values).iterator());
    }

    private Object[] values(Row row) {
        Object[] values = new Object[columns.size()];
        Arrays.setAll(values, row::get);
        return values;
    }

    /**
     * Checks the costs.
     *
     * @throws marketshaping.model.problem.UserProblem if a cost is far beyond any real one; it names the placement
     */
    void requireRealCosts(SparkSession spark) {
        for (String cost : COSTS) {
            if (columns.containsKey(cost)) {
                spark.table(view)
                        .where(functions.abs(functions.col(cost)).gt(LARGEST_COST))
                        .select("placement_id", cost)
                        .takeAsList(1)
                        .forEach(row -> {
                            throw Problems.costImplausible(
                                    row.getString(0), row.getDecimal(1).longValue(), LARGEST_COST.longValue());
                        });
            }
        }
    }

    /**
     * Checks the amounts of payments.
     *
     * @throws marketshaping.model.problem.UserProblem if an amount is far beyond any real one; it names the supplier
     */
    void requireRealPayments(SparkSession spark) {
        if (columns.containsKey("amount")) {
            spark.table(view)
                    .where(functions.abs(functions.col("amount")).gt(LARGEST_PAYMENT))
                    .select("payment_date", "provider_id", "amount")
                    .takeAsList(1)
                    .forEach(row -> {
                        throw Problems.paymentImplausible(
                                row.getLocalDate(0),
                                row.isNullAt(1) ? "Not recorded" : row.getString(1),
                                row.getDecimal(2).longValue(),
                                LARGEST_PAYMENT.longValue());
                    });
        }
    }
}
