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
 * Turns the texts of a source system's rows into texts that the contract's {@link RowValidator} reads: codes and dates into
 * ours, constants filled in, what patterns tell told. Typing stays with the judge.
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
     * @param rows with the technical columns of {@link RowValidator} and one text column for each of {@code present}
     * @param present the columns that the file has
     */
    public Dataset<Row> of(Dataset<Row> rows, Set<String> present) {
        boolean told = List.of(rows.columns()).contains(RowValidator.LEFT_OUT);
        List<Column> columns = new ArrayList<>(List.of(
                col(RowValidator.FILE),
                col(RowValidator.ROW),
                col(RowValidator.RAGGED),
                col(RowValidator.EMPTY),
                col(RowValidator.REPEATS_HEADER),
                told ? col(RowValidator.LEFT_OUT) : expr(leftOut(mapping)).as(RowValidator.LEFT_OUT),
                told ? col(RowValidator.TOLD_FAULTS) : expr(faults(mapping)).as(RowValidator.TOLD_FAULTS),
                expr(classified()).as(RowValidator.CLASSIFIED)));
        for (Field field : contract.fields()) {
            columns.add(expr(text(field, present)).as(RowValidator.textColumn(field.name())));
        }
        return rows.select(columns.toArray(Column[]::new));
    }

    /** The reason for which a row is no record, in Spark SQL; null for one that is. */
    static String leftOut(InputMapping mapping) {
        return mapping.leaveOut().isEmpty()
                ? "CAST(NULL AS STRING)"
                : mapping.leaveOut().stream()
                        .map(reason -> "WHEN %s THEN %s"
                                .formatted(reason.condition().inSql(), ValidationSql.literal(reason.because())))
                        .collect(Collectors.joining(" ", "CASE ", " END"));
    }

    /** Every fault that the mapping finds in a row, in Spark SQL: an array of texts, empty ones for those that it has not. */
    static String faults(InputMapping mapping) {
        return mapping.faults().stream()
                .map(reason -> "CASE WHEN %s THEN %s ELSE '' END"
                        .formatted(reason.condition().inSql(), ValidationSql.literal(reason.because())))
                .collect(Collectors.joining(", ", "CAST(array(", ") AS ARRAY<STRING>)"));
    }

    private String text(Field field, Set<String> present) {
        List<String> choices = new ArrayList<>();
        if (present.contains(field.name())) {
            choices.add(given(field, "`" + field.name() + "`"));
        }
        String decided = decided(field.name());
        if (!decided.isEmpty()) {
            choices.add(ofRecord(decided, present));
        }
        if (mapping.constants().containsKey(field.name())) {
            choices.add(ofRecord(ValidationSql.literal(mapping.constants().get(field.name())), present));
        }
        choices.add("CAST(NULL AS STRING)");
        return choices.size() == 1 ? choices.get(0) : "coalesce(" + String.join(", ", choices) + ")";
    }

    /** What the mapping adds to a row that says something itself, so that a blank one stays blank. */
    private static String ofRecord(String sql, Set<String> present) {
        return present.stream()
                .sorted()
                .map(column -> "`" + column + "`")
                .collect(Collectors.joining(", ", "CASE WHEN coalesce(", ") IS NOT NULL THEN %s END".formatted(sql)));
    }

    private String given(Field field, String cell) {
        String given = ValidationSql.given(field, cell);
        Map<String, String> codes = mapping.codes().getOrDefault(field.name(), Map.of());
        if (!codes.isEmpty()) {
            return "coalesce(try_element_at(%s, %s), %s)"
                    .formatted(ValidationSql.map(new TreeMap<>(codes)), ValidationSql.normalised(cell), given);
        }
        return switch (field.type()) {
            case DATE, BIRTH_DATE -> mapping.dateFormat().isEmpty() ? given : date(given);
            default -> given;
        };
    }

    /** The date as ISO. One that could be read day first but is not in the system's format must not be. */
    private String date(String cell) {
        return ("coalesce(date_format(try_to_timestamp(%1$s, %2$s), 'yyyy-MM-dd'),"
                        + " CASE WHEN %1$s RLIKE '%3$s' THEN concat('not %4$s: ', %1$s) ELSE %1$s END)")
                .formatted(cell, ValidationSql.literal(mapping.dateFormat()), SLASHED, mapping.dateFormat());
    }

    /** What the ordered list says of a column: the first line whose condition holds decides all. */
    private String decided(String column) {
        if (!mapping.decided().contains(column)) {
            return "";
        }
        return mapping.classify().stream()
                .map(decision -> "WHEN %s THEN %s"
                        .formatted(
                                decision.condition().inSql(),
                                decision.then().containsKey(column)
                                        ? ValidationSql.literal(decision.then().get(column))
                                        : "NULL"))
                .collect(Collectors.joining(" ", "CASE ", " END"));
    }

    /** Whether a line of the list fits a row. Where there is no list, nothing is left untold. */
    private String classified() {
        return mapping.classify().isEmpty()
                ? "true"
                : mapping.classify().stream()
                        .map(decision -> decision.condition().inSql())
                        .collect(Collectors.joining(" OR "));
    }
}
