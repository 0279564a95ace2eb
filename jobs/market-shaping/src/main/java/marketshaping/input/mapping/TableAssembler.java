package marketshaping.input.mapping;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import marketshaping.input.validate.RowValidator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Puts the rows of an input together from the tables of a source system; each row of one table becomes one row. */
public final class TableAssembler {
    private static final String SAYS = "_says_something";

    private final Assembly assembly;
    private final InputMapping mapping;
    private final Map<String, Dataset<Row>> tables;

    /** @param tables by name, with the technical columns of {@link RowValidator} and one text column for each column */
    public TableAssembler(Assembly assembly, InputMapping mapping, Map<String, Dataset<Row>> tables) {
        this.assembly = assembly;
        this.mapping = mapping;
        this.tables = tables;
    }

    /** The input's rows as texts by our names, each with the place in the file that it came from. */
    public Dataset<Row> rows() {
        String main = assembly.rowsOf();
        Dataset<Row> joined =
                tables.get(main).withColumn(SAYS, expr(says(tables.get(main)))).alias(main);
        for (Lookup lookUp : assembly.lookUps()) {
            joined = joined.join(
                    first(lookUp).alias(lookUp.alias()),
                    expr("%s.`%s` = (%s)".formatted(lookUp.alias(), lookUp.key(), lookUp.equals())),
                    "left");
        }
        for (Map.Entry<String, String> workedOut : assembly.workedOut().entrySet()) {
            joined = joined.withColumn(workedOut.getKey(), expr(workedOut.getValue()));
        }
        List<Column> columns = new ArrayList<>();
        for (String technical : List.of(
                RowValidator.FILE,
                RowValidator.ROW,
                RowValidator.RAGGED,
                RowValidator.EMPTY,
                RowValidator.REPEATS_HEADER)) {
            columns.add(col(main + "." + technical).as(technical));
        }
        columns.add(expr(Translation.leftOut(mapping)).as(RowValidator.LEFT_OUT));
        columns.add(expr(Translation.faults(mapping)).as(RowValidator.TOLD_FAULTS));
        assembly.fields()
                .forEach((field, sql) ->
                        columns.add(expr("CASE WHEN %s.%s THEN CAST((%s) AS STRING) END".formatted(main, SAYS, sql))
                                .as(field)));
        return picked(joined).select(columns.toArray(Column[]::new));
    }

    /** Whether a row has any cell that is filled. What is filled in for every row must not hide a blank one. */
    private static String says(Dataset<Row> table) {
        return Arrays.stream(table.columns())
                .filter(column -> !column.startsWith("_"))
                .map(column -> "`" + column + "`")
                .collect(Collectors.joining(", ", "coalesce(", ") IS NOT NULL"));
    }

    /** Each row once, with those rows of the look-ups that come first. */
    private Dataset<Row> picked(Dataset<Row> joined) {
        if (assembly.pick().of().isEmpty()) {
            return joined;
        }
        List<String> order = new ArrayList<>(assembly.pick().firstBy());
        for (String alias : assembly.pick().of()) {
            order.add(alias + "." + RowValidator.FILE);
            order.add(alias + "." + RowValidator.ROW);
        }
        return joined.withColumn(
                        "_nth",
                        expr("row_number() OVER (PARTITION BY %1$s.%2$s, %1$s.%3$s ORDER BY %4$s)"
                                .formatted(
                                        assembly.rowsOf(),
                                        RowValidator.FILE,
                                        RowValidator.ROW,
                                        String.join(", ", order))))
                .where("_nth = 1");
    }

    /**
     * Rows of a table that have the same key, of which each row must have its own: {@code table}, {@code key}, the column's
     * name and not what is in it, which may be a person's identifier, and {@code first} and {@code second}, their numbers.
     * Mostly none.
     */
    public List<Dataset<Row>> ambiguous() {
        return assembly.lookUps().stream()
                .filter(lookUp ->
                        lookUp.firstBy().isEmpty() && !assembly.pick().of().contains(lookUp.alias()))
                .map(lookUp -> records(lookUp)
                        .groupBy(col(lookUp.key()))
                        .agg(expr("sort_array(collect_list(%s))".formatted(RowValidator.ROW))
                                .as("rows"))
                        .where("size(rows) > 1")
                        .select(
                                expr("'" + lookUp.table() + "' AS table"),
                                expr("'" + lookUp.key() + "' AS key"),
                                expr("rows[0] AS first"),
                                expr("rows[1] AS second"))
                        .limit(1))
                .toList();
    }

    private Dataset<Row> first(Lookup lookUp) {
        Dataset<Row> records = records(lookUp);
        return lookUp.firstBy().isEmpty()
                ? records
                : records.withColumn(
                                "_nth",
                                expr("row_number() OVER (PARTITION BY `%s` ORDER BY %s, %s, %s)"
                                        .formatted(
                                                lookUp.key(), lookUp.firstBy(), RowValidator.FILE, RowValidator.ROW)))
                        .where("_nth = 1")
                        .drop("_nth");
    }

    private Dataset<Row> records(Lookup lookUp) {
        Dataset<Row> records = tables.get(lookUp.table())
                .where(col(lookUp.key())
                        .isNotNull()
                        .and(col(RowValidator.REPEATS_HEADER).unary_$bang()));
        return lookUp.only().isEmpty() ? records : records.where(expr(lookUp.only()));
    }
}
