package marketshaping.input.validate;

import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Rule;
import marketshaping.model.contract.Type;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Validates rows of text against a contract. It returns each row once, with typed values and one of these kinds:
 *
 * <ul>
 *   <li>{@code accepted};
 *   <li>{@code quarantined}, with every rule violation in {@code _violations} and the row's text in {@code _text};
 *   <li>not a record: {@code blank}, {@code header} (repeated), {@code total}, {@code repeat} (of an accepted row), or
 *       {@code left out: } with the reason from the source system's mapping.
 * </ul>
 *
 * <p>{@code _normalised} is a bit set of the code fields that matched only after normalisation of case, spaces and
 * punctuation. Bit n is the n-th of {@link #codeFields}.
 *
 * <p>Columns of the rows to validate:
 *
 * <ul>
 *   <li>{@code _file INT} and {@code _row BIGINT};
 *   <li>{@code _ragged BOOLEAN};
 *   <li>{@code _empty BOOLEAN}: no column contains text, including columns that are not in the contract;
 *   <li>{@code _repeats_header BOOLEAN};
 *   <li>{@code _left_out STRING}: the reason for exclusion; null for a record;
 *   <li>{@code _mapping_violations ARRAY<STRING>}: '' for each rule that the row satisfies;
 *   <li>{@code _classified BOOLEAN}: a classification entry of the mapping matched; passed through;
 *   <li>one text column per field, named {@code _in_} and the field's name; null if the cell or the column is missing.
 * </ul>
 */
public final class RowValidator {
    public static final String FILE = "_file";
    public static final String ROW = "_row";
    public static final String KIND = "_kind";
    public static final String VIOLATIONS = "_violations";
    public static final String TEXT = "_text";
    public static final String RAGGED = "_ragged";
    public static final String EMPTY = "_empty";
    public static final String REPEATS_HEADER = "_repeats_header";
    public static final String LEFT_OUT = "_left_out";
    public static final String MAPPING_VIOLATIONS = "_mapping_violations";
    public static final String CLASSIFIED = "_classified";
    public static final String NORMALISED = "_normalised";
    public static final String ACCEPTED = "accepted";
    public static final String QUARANTINED = "quarantined";
    public static final String TOTAL = "total";
    /** The end of the message about a month-first date. A file with such a date is refused as a whole. */
    public static final String MONTH_FIRST = " has its month first";

    private static final String LEFT_OUT_KIND = "left out: ";
    private static final String IN = "_in_";
    private static final String HASH = "hash_person";
    private static final String RECORD = "_record";
    /** The position of a row in the sequence of all files, as one number. */
    private static final String POSITION = "shiftleft(CAST(_file AS BIGINT), 40) + _row";

    private final Contract contract;

    public RowValidator(Contract contract) {
        this.contract = contract;
    }

    /** Returns the name of a field's text column in the rows to validate. */
    public static String textColumn(String field) {
        return IN + field;
    }

    /**
     * Validates text rows, and returns each once with its kind and typed values.
     *
     * @param rows text rows of every file of the input; requires the SQL function {@code hash_person} in the session
     */
    public Dataset<Row> validate(Dataset<Row> rows) {
        return withRepeats(checked(rows)).select(resultColumns());
    }

    /**
     * Returns the same rows as {@link #validate}. It is faster for many rows of which few share a key, because it
     * shuffles only the keys.
     *
     * @param rows as for {@link #validate}
     * @param cache caches rows that are read several times
     */
    public Dataset<Row> validateDirectory(Dataset<Row> rows, UnaryOperator<Dataset<Row>> cache) {
        Dataset<Row> checked = cache.apply(checked(rows));
        if (contract.key().isEmpty()) {
            return withRepeats(checked).select(resultColumns());
        }
        Dataset<Row> keyed = checked.withColumn("_key", expr(sharableKey())).withColumn("_position", expr(POSITION));
        Dataset<Row> shared = cache.apply(keyed.where("_key IS NOT NULL")
                .groupBy("_key")
                .agg(
                        expr("count(*)").as("_rows"),
                        expr("min(_position)").as("_first"),
                        expr("min(_content) <> max(_content)").as("_shared_differ"))
                .where("_rows > 1")
                .withColumnRenamed("_key", "_shared_key"));
        // Spark chooses a broadcast join if it knows the row count.
        shared.count();
        return keyed.join(shared, expr("_key = _shared_key"), "left")
                .withColumn("_occurrence", expr("CASE WHEN _position > _first THEN 2 ELSE 1 END"))
                .withColumn("_differ", expr("coalesce(_shared_differ, false)"))
                .select(resultColumns());
    }

    private Dataset<Row> checked(Dataset<Row> rows) {
        return rows.withColumn(RECORD, expr(nonRecordKind()))
                .select(columns(this::typed))
                .select(columns(this::violations));
    }

    private interface Step {
        List<Column> columns();
    }

    private static Column[] columns(Step step) {
        return step.columns().toArray(Column[]::new);
    }

    /** Returns the fields that contain codes, in the order of the bits of {@code _normalised}. */
    public static List<Field> codeFields(Contract contract) {
        return contract.fields().stream()
                .filter(field -> field.type() == Type.CODE)
                .toList();
    }

    /** Returns SQL for the kind of a row that is not a record; null for a record. */
    private String nonRecordKind() {
        String cells = join(contract.fields(), field -> IN + field.name(), ", ");
        return "CASE WHEN coalesce(%s) IS NULL AND %s THEN 'blank' WHEN %s THEN 'header' %s"
                        .formatted(cells, EMPTY, REPEATS_HEADER, total())
                + "WHEN %1$s IS NOT NULL THEN concat('%2$s', %1$s) END".formatted(LEFT_OUT, LEFT_OUT_KIND);
    }

    /**
     * Recognises a total row: it has an amount, and every required field is empty or starts or ends with "total". If
     * only one field is required, all fields except amounts must comply, since a faulty record could lack that field.
     */
    private String total() {
        List<Field> amounts = contract.fields().stream().filter(Field::isAmount).toList();
        if (amounts.isEmpty()) {
            return "";
        }
        List<Field> texts =
                contract.fields().stream().filter(field -> !field.isAmount()).toList();
        List<Field> required = texts.stream().filter(Field::isRequired).toList();
        return "WHEN %s AND coalesce(%s) IS NOT NULL THEN 'total' "
                .formatted(
                        join(
                                required.size() > 1 ? required : texts,
                                field -> "(%1$s IS NULL OR %2$s RLIKE '^(grand|sub)?total|total$')"
                                        .formatted(IN + field.name(), ValidationSql.normalised(IN + field.name())),
                                " AND "),
                        join(amounts, field -> ValidationSql.typed(field, IN + field.name()), ", "));
    }

    private List<Column> typed() {
        List<Column> columns = passedThrough();
        for (Field field : contract.fields()) {
            columns.add(expr(IN + field.name()));
            columns.add(expr(ValidationSql.typed(field, IN + field.name())).as(field.name()));
        }
        return columns;
    }

    private List<Column> violations() {
        List<String> rules = new ArrayList<>();
        rules.add("CASE WHEN _ragged THEN 'the row has more cells than the header' ELSE '' END");
        for (Field field : contract.fields()) {
            rules.add(violation(field));
        }
        for (Rule rule : contract.rules()) {
            rules.add("CASE WHEN %s THEN %s ELSE '' END"
                    .formatted(rule.brokenWhen(), ValidationSql.literal(rule.message())));
        }
        List<Column> columns = passedThrough();
        contract.fields().forEach(field -> columns.add(stored(field)));
        // Spark generates code for array_remove of '', but not for the removal of nulls.
        columns.add(expr("CASE WHEN %s IS NULL THEN array_remove(concat(array(%s), %s), '') END"
                        .formatted(RECORD, String.join(", ", rules), MAPPING_VIOLATIONS))
                .as(VIOLATIONS));
        columns.add(expr(normalisedBits()).as(NORMALISED));
        columns.add(expr("xxhash64(%s)"
                        .formatted(join(
                                contract.fields(),
                                // Typed values compare equal in any notation. The '' keeps the position of empty cells,
                                // which xxhash64 would otherwise ignore.
                                field -> "coalesce(CAST(%1$s AS STRING), %2$s, '')"
                                        .formatted(field.name(), IN + field.name()),
                                ", ")))
                .as("_content"));
        contract.fields().forEach(field -> columns.add(expr(IN + field.name())));
        return columns;
    }

    private String normalisedBits() {
        List<Field> fields = codeFields(contract);
        List<String> bits = new ArrayList<>(List.of("0L"));
        for (int i = 0; i < fields.size(); i++) {
            String code = fields.get(i).name();
            String text = IN + code;
            bits.add("CASE WHEN %s <> %s AND %s = %s THEN %dL ELSE 0L END"
                    .formatted(text, code, ValidationSql.normalised(text), ValidationSql.normalised(code), 1L << i));
        }
        return String.join(" + ", bits);
    }

    private static String violation(Field field) {
        String text = IN + field.name();
        String missing = ValidationSql.literal(field.isRequired() ? field.name() + " is empty" : "");
        String wrong = ValidationSql.literal(
                "%s is not %s".formatted(field.name(), field.type().expected()));
        if (field.type() == Type.DATE || field.type() == Type.BIRTH_DATE) {
            wrong = "CASE WHEN %s THEN %s ELSE %s END"
                    .formatted(
                            ValidationSql.readsMonthFirst(text),
                            ValidationSql.literal(field.name() + MONTH_FIRST),
                            wrong);
        }
        return "CASE WHEN %s IS NULL THEN %s WHEN %s IS NULL THEN %s ELSE '' END"
                .formatted(text, missing, field.name(), wrong);
    }

    private static Column stored(Field field) {
        return field.type() == Type.PERSON
                ? expr("%s(%s)".formatted(HASH, field.name())).as(field.name())
                : expr(field.name());
    }

    /**
     * Returns SQL for the row's source text, in which users look for the error. Personal identifiers are hashed or
     * hidden. All cells of a ragged or shifted row are hidden, because any of them may contain an identifier.
     */
    private String text() {
        String cells = join(
                contract.fields(),
                field -> "'%s', %s"
                        .formatted(
                                field.name(),
                                switch (field.type()) {
                                    case PERSON -> "%s(%s)".formatted(HASH, IN + field.name());
                                    case BIRTH_DATE ->
                                        "CASE WHEN %s IS NOT NULL THEN '(hidden)' END".formatted(IN + field.name());
                                    default -> IN + field.name();
                                }),
                ", ");
        return "CASE WHEN _ragged OR %s THEN '(hidden)' ELSE to_json(named_struct(%s)) END"
                .formatted(mayBeShifted(), cells);
    }

    /**
     * Returns SQL that is true if the cells of a row may be in the wrong columns. Signs are a birth date that does not
     * look like a date, or an empty person together with an invalid date or code.
     */
    private String mayBeShifted() {
        List<String> conditions = new ArrayList<>(List.of("false"));
        String wrong = contract.fields().stream()
                .filter(field -> field.type() == Type.DATE || field.type() == Type.CODE)
                .map(field -> "%s IS NOT NULL AND %s IS NULL".formatted(IN + field.name(), field.name()))
                .collect(Collectors.joining(" OR ", "(false OR ", ")"));
        for (Field field : contract.fields()) {
            if (field.type() == Type.BIRTH_DATE) {
                conditions.add("%1$s IS NOT NULL AND %2$s IS NULL AND NOT %1$s RLIKE '^ *[0-9]{1,4} ?[-/. ]'"
                        .formatted(IN + field.name(), field.name()));
            } else if (field.type() == Type.PERSON) {
                conditions.add("%s IS NULL AND %s".formatted(IN + field.name(), wrong));
            }
        }
        return "(" + String.join(" OR ", conditions) + ")";
    }

    /**
     * Marks rows that share a key. If they are identical, the first can be accepted; if they differ, all are
     * quarantined.
     */
    private Dataset<Row> withRepeats(Dataset<Row> checked) {
        if (contract.key().isEmpty()) {
            return checked.withColumn("_occurrence", expr("1")).withColumn("_differ", expr("false"));
        }
        // Each row without a key gets a unique one. Otherwise, all such rows would be in one huge partition.
        String key = "coalesce(%s, concat('\\u0001', %s, ':', %s))".formatted(sharableKey(), FILE, ROW);
        return checked.withColumn("_key", expr(key))
                .withColumn("_occurrence", expr("row_number() OVER (PARTITION BY _key ORDER BY _file, _row)"))
                .withColumn(
                        "_differ",
                        expr("min(_content) OVER (PARTITION BY _key) <> max(_content) OVER (PARTITION BY _key)"));
    }

    /** Returns SQL for the key of a record; null for rows without a complete key. */
    private String sharableKey() {
        return "CASE WHEN %s IS NULL AND %s THEN concat_ws('\\u0001', %s) END"
                .formatted(
                        RECORD,
                        contract.key().stream()
                                .map(field -> field + " IS NOT NULL")
                                .collect(Collectors.joining(" AND ")),
                        String.join(", ", contract.key()));
    }

    private Column[] resultColumns() {
        List<Column> columns = new ArrayList<>(List.of(expr(FILE), expr(ROW)));
        String kind =
                """
                CASE WHEN %s IS NOT NULL THEN %s
                     WHEN _differ OR size(%s) > 0 THEN '%s'
                     WHEN _occurrence > 1 THEN 'repeat'
                     ELSE '%s' END"""
                        .formatted(RECORD, RECORD, VIOLATIONS, QUARANTINED, ACCEPTED);
        columns.add(expr(kind).as(KIND));
        columns.add(
                expr("CASE WHEN _differ THEN array_append(%1$s, 'another row has the same %2$s and differs') ELSE %1$s END"
                                .formatted(VIOLATIONS, String.join(", ", contract.key())))
                        .as(VIOLATIONS));
        columns.add(expr("CASE WHEN _differ OR size(%s) > 0 THEN %s END".formatted(VIOLATIONS, text()))
                .as(TEXT));
        columns.add(expr(NORMALISED));
        columns.add(expr(CLASSIFIED));
        contract.fields().forEach(field -> columns.add(expr(field.name())));
        return columns.toArray(Column[]::new);
    }

    private static List<Column> passedThrough() {
        return new ArrayList<>(
                List.of(expr(FILE), expr(ROW), expr(RAGGED), expr(RECORD), expr(MAPPING_VIOLATIONS), expr(CLASSIFIED)));
    }

    private static String join(List<Field> fields, java.util.function.Function<Field, String> sql, String between) {
        return fields.stream().map(sql).collect(Collectors.joining(between));
    }
}
