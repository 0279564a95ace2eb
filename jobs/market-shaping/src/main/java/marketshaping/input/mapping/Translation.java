package marketshaping.input.mapping;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import marketshaping.input.validate.RowValidator;
import marketshaping.input.validate.ValidationSql;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Converts the text of a source system's rows to the text that {@link RowValidator} reads: contract codes, ISO dates,
 * constants and classified columns. {@link RowValidator} converts the text to types.
 */
public final class Translation {
    private static final String SLASHED = "^\\\\d{1,2}[/.]\\\\d{1,2}[/.]";

    private final Contract contract;
    private final InputMapping mapping;

    public Translation(Contract contract, InputMapping mapping) {
        this.contract = contract;
        this.mapping = mapping;
    }

    /**
     * Returns the input rows of {@link RowValidator}.
     *
     * @param rows with the technical columns of {@link RowValidator} and one text column per column of {@code present}
     * @param present the contract columns that the file contains
     */
    public Dataset<Row> of(Dataset<Row> rows, Set<String> present) {
        boolean isAssembled = List.of(rows.columns()).contains(RowValidator.LEFT_OUT);
        List<Column> columns = new ArrayList<>(List.of(
                col(RowValidator.FILE),
                col(RowValidator.ROW),
                col(RowValidator.RAGGED),
                col(RowValidator.EMPTY),
                col(RowValidator.REPEATS_HEADER),
                isAssembled
                        ? col(RowValidator.LEFT_OUT)
                        : expr(leftOut(mapping)).as(RowValidator.LEFT_OUT),
                isAssembled
                        ? col(RowValidator.MAPPING_VIOLATIONS)
                        : expr(violations(mapping)).as(RowValidator.MAPPING_VIOLATIONS),
                expr(classified()).as(RowValidator.CLASSIFIED)));
        for (Field field : contract.fields()) {
            columns.add(expr(text(field, present)).as(RowValidator.textColumn(field.name())));
        }
        return rows.select(columns.toArray(Column[]::new));
    }

    /** Returns Spark SQL for the reason why a row is excluded; null for a record. */
    static String leftOut(InputMapping mapping) {
        return mapping.leaveOut().isEmpty()
                ? "CAST(NULL AS STRING)"
                : mapping.leaveOut().stream()
                        .map(reason -> "WHEN %s THEN %s"
                                .formatted(reason.condition().inSql(), ValidationSql.literal(reason.because())))
                        .collect(Collectors.joining(" ", "CASE ", " END"));
    }

    /**
     * Returns Spark SQL for an array of the mapping's rule violations, with '' for each rule that the row satisfies.
     */
    static String violations(InputMapping mapping) {
        return mapping.faults().stream()
                .map(reason -> "CASE WHEN %s THEN %s ELSE '' END"
                        .formatted(reason.condition().inSql(), ValidationSql.literal(reason.because())))
                .collect(Collectors.joining(", ", "CAST(array(", ") AS ARRAY<STRING>)"));
    }

    private String text(Field field, Set<String> present) {
        List<String> choices = new ArrayList<>();
        if (present.contains(field.name())) {
            choices.add(sourceText(field, "`" + field.name() + "`"));
        }
        String decided = decided(field.name());
        if (!decided.isEmpty()) {
            choices.add(unlessBlank(decided, present));
        }
        if (mapping.constants().containsKey(field.name())) {
            choices.add(unlessBlank(ValidationSql.literal(mapping.constants().get(field.name())), present));
        }
        choices.add("CAST(NULL AS STRING)");
        return choices.size() == 1 ? choices.get(0) : "coalesce(" + String.join(", ", choices) + ")";
    }

    /** Returns SQL that is null in rows without any text and otherwise the given SQL, so that blank rows stay blank. */
    private static String unlessBlank(String sql, Set<String> present) {
        return present.stream()
                .sorted()
                .map(column -> "`" + column + "`")
                .collect(Collectors.joining(", ", "CASE WHEN coalesce(", ") IS NOT NULL THEN %s END".formatted(sql)));
    }

    private String sourceText(Field field, String cell) {
        String text = ValidationSql.sourceText(field, cell);
        Map<String, String> codes = mapping.codes().getOrDefault(field.name(), Map.of());
        if (!codes.isEmpty()) {
            return "coalesce(try_element_at(%s, %s), %s)"
                    .formatted(ValidationSql.map(new TreeMap<>(codes)), ValidationSql.normalised(cell), text);
        }
        return switch (field.type()) {
            case DATE, BIRTH_DATE -> mapping.dateFormat().isEmpty() ? text : date(text);
            default -> text;
        };
    }

    /**
     * Returns SQL that converts a date to ISO format. Other text that could be read as a day-first date gets a prefix,
     * so that validation rejects it.
     */
    private String date(String cell) {
        return ("coalesce(date_format(try_to_timestamp(%1$s, %2$s), 'yyyy-MM-dd'),"
                        + " CASE WHEN %1$s RLIKE '%3$s' THEN concat('not %4$s: ', %1$s) ELSE %1$s END)")
                .formatted(cell, ValidationSql.literal(mapping.dateFormat()), SLASHED, mapping.dateFormat());
    }

    /**
     * Returns SQL for the value that the first matching classification entry sets in the column. Returns an empty
     * string if no entry ever sets the column.
     */
    private String decided(String column) {
        if (!mapping.classifiedColumns().contains(column)) {
            return "";
        }
        return mapping.classify().stream()
                .map(entry -> "WHEN %s THEN %s"
                        .formatted(
                                entry.condition().inSql(),
                                entry.then().containsKey(column)
                                        ? ValidationSql.literal(entry.then().get(column))
                                        : "NULL"))
                .collect(Collectors.joining(" ", "CASE ", " END"));
    }

    /** Returns SQL that is true if any classification entry matches the row, or if the mapping has no entries. */
    private String classified() {
        return mapping.classify().isEmpty()
                ? "true"
                : mapping.classify().stream()
                        .map(entry -> entry.condition().inSql())
                        .collect(Collectors.joining(" OR "));
    }
}
