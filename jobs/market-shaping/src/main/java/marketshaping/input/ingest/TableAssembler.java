package marketshaping.input.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import marketshaping.input.mapping.Assembly;
import marketshaping.input.mapping.InputMapping;
import marketshaping.input.mapping.Lookup;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Joins the tables of a source system into the rows of an input. Grain: one row per row of the main table. */
final class TableAssembler {
    private static final String HAS_VALUE = "_has_value";

    private final Assembly assembly;
    private final InputMapping mapping;
    private final Map<String, Dataset<Row>> tables;

    /**
     * Creates an assembler for one input.
     *
     * @param tables the tables by name, with the technical columns and a text column per source
     *     column
     */
    TableAssembler(Assembly assembly, InputMapping mapping, Map<String, Dataset<Row>> tables) {
        this.assembly = assembly;
        this.mapping = mapping;
        this.tables = tables;
    }

    /** Returns the input's rows as text under contract column names, each with its source file and row number. */
    Dataset<Row> rows() {
        String main = assembly.mainTable();
        Dataset<Row> joined = tables.get(main)
                .withColumn(HAS_VALUE, expr(hasValue(tables.get(main))))
                .alias(main);
        for (Lookup lookup : assembly.lookups()) {
            joined = joined.join(
                    first(lookup).alias(lookup.alias()),
                    expr("%s.`%s` = (%s)".formatted(lookup.alias(), lookup.key(), lookup.equals())),
                    "left");
        }
        for (Map.Entry<String, String> derived : assembly.derived().entrySet()) {
            joined = joined.withColumn(derived.getKey(), expr(derived.getValue()));
        }
        List<Column> columns = new ArrayList<>();
        for (String technical : List.of("_file", "_row", "_ragged", "_repeats_header")) {
            columns.add(col(main + "." + technical).as(technical));
        }
        columns.add(expr(leftOut()).as("_left_out"));
        columns.add(expr(faults()).as("_faults"));
        assembly.fields()
                .forEach((field, sql) -> columns.add(
                        expr("CASE WHEN %s.%s THEN CAST((%s) AS STRING) END".formatted(main, HAS_VALUE, sql))
                                .as(field)));
        return picked(joined).select(columns.toArray(Column[]::new));
    }

    /** Returns SQL for the reason why a row is excluded; null for a record. */
    private String leftOut() {
        return mapping.leaveOut().isEmpty()
                ? "CAST(NULL AS STRING)"
                : mapping.leaveOut().stream()
                        .map(reason -> "WHEN coalesce((%s), false) THEN %s"
                                .formatted(reason.condition().sql(), literal(reason.because())))
                        .collect(Collectors.joining(" ", "CASE ", " END"));
    }

    /** Returns SQL for an array of the mapping's rule violations. */
    private String faults() {
        return mapping.faults().stream()
                .map(reason -> "CASE WHEN coalesce((%s), false) THEN %s END"
                        .formatted(reason.condition().sql(), literal(reason.because())))
                .collect(Collectors.joining(", ", "array_compact(CAST(array(", ") AS ARRAY<STRING>))"));
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /**
     * Returns SQL that is true for a row with at least one value. Fields with a constant value are set only in such
     * rows, so that blank rows stay blank.
     */
    private static String hasValue(Dataset<Row> table) {
        return Arrays.stream(table.columns())
                .filter(column -> !column.startsWith("_"))
                .map(column -> "`" + column + "`")
                .collect(Collectors.joining(", ", "coalesce(", ") IS NOT NULL"));
    }

    /** Keeps one joined row per row of the main table: the first in the order of {@link Assembly.Pick}. */
    private Dataset<Row> picked(Dataset<Row> joined) {
        if (assembly.pick().of().isEmpty()) {
            return joined;
        }
        List<String> order = new ArrayList<>(assembly.pick().firstBy());
        for (String alias : assembly.pick().of()) {
            order.add(alias + "." + "_file");
            order.add(alias + "." + "_row");
        }
        return joined.withColumn(
                        "_occurrence",
                        expr("row_number() OVER (PARTITION BY %1$s.%2$s, %1$s.%3$s ORDER BY %4$s)"
                                .formatted(assembly.mainTable(), "_file", "_row", String.join(", ", order))))
                .where("_occurrence = 1");
    }

    /**
     * Returns one query per lookup whose table must not repeat a key. Each query returns at most one row, which
     * describes a repeated key. Columns: {@code table}, {@code key} (the column's name, since its value may identify a
     * person), {@code first} and {@code second} (row numbers).
     */
    List<Dataset<Row>> repeatedKeys() {
        return assembly.lookups().stream()
                .filter(lookup ->
                        lookup.firstBy().isEmpty() && !assembly.pick().of().contains(lookup.alias()))
                .map(lookup -> records(lookup)
                        .groupBy(col(lookup.key()))
                        .agg(expr("sort_array(collect_list(%s))".formatted("_row"))
                                .as("rows"))
                        .where("size(rows) > 1")
                        .select(
                                expr("'" + lookup.table() + "' AS table"),
                                expr("'" + lookup.key() + "' AS key"),
                                expr("rows[0] AS first"),
                                expr("rows[1] AS second"))
                        .limit(1))
                .toList();
    }

    private Dataset<Row> first(Lookup lookup) {
        Dataset<Row> records = records(lookup);
        return lookup.firstBy().isEmpty()
                ? records
                : records.withColumn(
                                "_occurrence",
                                expr("row_number() OVER (PARTITION BY `%s` ORDER BY %s, %s, %s)"
                                        .formatted(lookup.key(), lookup.firstBy(), "_file", "_row")))
                        .where("_occurrence = 1")
                        .drop("_occurrence");
    }

    private Dataset<Row> records(Lookup lookup) {
        Dataset<Row> records = tables.get(lookup.table())
                .where(col(lookup.key()).isNotNull().and(col("_repeats_header").unary_$bang()));
        return lookup.only().isEmpty() ? records : records.where(expr(lookup.only()));
    }
}
