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
 * Holds text rows against a contract. Every row that comes in comes out once, typed, with what it was found to be:
 *
 * <ul>
 *   <li>{@code accepted};
 *   <li>{@code quarantined}, with every rule it broke in {@code _faults} and its text in {@code _text};
 *   <li>not a record: {@code blank}, {@code header} (repeated), {@code total}, {@code repeat} (of a row accepted), or
 *       {@code left out: } and the reason that the source system's mapping gives.
 * </ul>
 *
 * <p>{@code _respelled} says which fields of codes were matched only without regard to case, spaces and punctuation: bit
 * n stands for the n-th of {@link #codeFields}.
 *
 * <p>Rows come in as {@code _file INT, _row BIGINT, _ragged BOOLEAN, _empty BOOLEAN} (no text in any column, known or not),
 * {@code _repeats_header BOOLEAN, _left_out STRING} (null for a record), {@code _told_faults ARRAY<STRING>} (no text for none), {@code _classified BOOLEAN} (whether
 * the mapping's patterns told anything of it, which is passed on) and one text column for each field, named {@code _in_} and
 * the field's name, null where the cell is empty or the file lacks the column.
 */
public final class RowValidator {
    public static final String FILE = "_file";
    public static final String ROW = "_row";
    public static final String KIND = "_kind";
    public static final String FAULTS = "_faults";
    public static final String TEXT = "_text";
    public static final String RAGGED = "_ragged";
    public static final String EMPTY = "_empty";
    public static final String REPEATS_HEADER = "_repeats_header";
    public static final String LEFT_OUT = "_left_out";
    public static final String TOLD_FAULTS = "_told_faults";
    public static final String CLASSIFIED = "_classified";
    public static final String RESPELLED = "_respelled";
    public static final String ACCEPTED = "accepted";
    public static final String QUARANTINED = "quarantined";
    public static final String TOTAL = "total";
    /** The mark of a fault that refuses its whole file. */
    public static final String MONTH_FIRST = " has its month first";

    private static final String LEFT_OUT_KIND = "left out: ";
    private static final String IN = "_in_";
    private static final String HASH = "hash_person";
    private static final String RECORD = "_record";
    /** Where a row stands among those of all files, as one number. */
    private static final String PLACE = "shiftleft(CAST(_file AS BIGINT), 40) + _row";

    private final Contract contract;

    public RowValidator(Contract contract) {
        this.contract = contract;
    }

    /** The name of a field's text column in the rows that come in. */
    public static String textColumn(String field) {
        return IN + field;
    }

    /** @param rows text rows of every file of the input; the session knows the function {@code hash_person} */
    public Dataset<Row> judge(Dataset<Row> rows) {
        return withRepeats(checked(rows)).select(outcome());
    }

    /**
     * The same, for rows so many, and so few of which share a key, that it costs most to move every row to those that it
     * could share one with: only keys are moved.
     *
     * @param rows as for {@link #judge}
     * @param held keeps rows that are read several times
     */
    public Dataset<Row> judgeDirectory(Dataset<Row> rows, UnaryOperator<Dataset<Row>> held) {
        Dataset<Row> checked = held.apply(checked(rows));
        if (contract.key().isEmpty()) {
            return withRepeats(checked).select(outcome());
        }
        Dataset<Row> keyed = checked.withColumn("_key", expr(sharableKey())).withColumn("_place", expr(PLACE));
        Dataset<Row> shared = held.apply(keyed.where("_key IS NOT NULL")
                .groupBy("_key")
                .agg(
                        expr("count(*)").as("_rows"),
                        expr("min(_place)").as("_first"),
                        expr("min(_content) <> max(_content)").as("_shared_differ"))
                .where("_rows > 1")
                .withColumnRenamed("_key", "_shared_key"));
        // The engine joins them the cheap way once it knows how few there are.
        shared.count();
        return keyed.join(shared, expr("_key = _shared_key"), "left")
                .withColumn("_nth", expr("CASE WHEN _place > _first THEN 2 ELSE 1 END"))
                .withColumn("_differ", expr("coalesce(_shared_differ, false)"))
                .select(outcome());
    }

    private Dataset<Row> checked(Dataset<Row> rows) {
        return rows.withColumn(RECORD, expr(recognised()))
                .select(columns(this::typed))
                .select(columns(this::faultsOf));
    }

    private interface Step {
        List<Column> columns();
    }

    private static Column[] columns(Step step) {
        return step.columns().toArray(Column[]::new);
    }

    /** The fields whose spelling is told, in the order of the bits of {@code _respelled}. */
    public static List<Field> codeFields(Contract contract) {
        return contract.fields().stream()
                .filter(field -> field.type() == Type.CODE)
                .toList();
    }

    /** What a row is before it is read as a record: null for a record. */
    private String recognised() {
        String cells = each(contract.fields(), field -> IN + field.name(), ", ");
        return "CASE WHEN coalesce(%s) IS NULL AND %s THEN 'blank' WHEN %s THEN 'header' %s"
                        .formatted(cells, EMPTY, REPEATS_HEADER, total())
                + "WHEN %1$s IS NOT NULL THEN concat('%2$s', %1$s) END".formatted(LEFT_OUT, LEFT_OUT_KIND);
    }

    /**
     * A row of totals has an amount, and nothing where a record has what is required. Where that is one column only, a
     * record could lack it, so that a total may say nothing else either.
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
                        each(
                                required.size() > 1 ? required : texts,
                                field -> "(%1$s IS NULL OR %2$s RLIKE '^(grand|sub)?total|total$')"
                                        .formatted(IN + field.name(), ValidationSql.normalised(IN + field.name())),
                                " AND "),
                        each(amounts, field -> ValidationSql.typed(field, IN + field.name()), ", "));
    }

    private List<Column> typed() {
        List<Column> columns = carried();
        for (Field field : contract.fields()) {
            columns.add(expr(IN + field.name()));
            columns.add(expr(ValidationSql.typed(field, IN + field.name())).as(field.name()));
        }
        return columns;
    }

    private List<Column> faultsOf() {
        List<String> faults = new ArrayList<>();
        faults.add("CASE WHEN _ragged THEN 'the row has more cells than the header' ELSE '' END");
        for (Field field : contract.fields()) {
            faults.add(fault(field));
        }
        for (Rule rule : contract.rules()) {
            faults.add("CASE WHEN %s THEN %s ELSE '' END"
                    .formatted(rule.brokenWhen(), ValidationSql.literal(rule.message())));
        }
        List<Column> columns = carried();
        contract.fields().forEach(field -> columns.add(stored(field)));
        // No text stands for no fault: the engine takes it out with generated code, and nulls without.
        columns.add(expr("CASE WHEN %s IS NULL THEN array_remove(concat(array(%s), %s), '') END"
                        .formatted(RECORD, String.join(", ", faults), TOLD_FAULTS))
                .as(FAULTS));
        columns.add(expr(respelled()).as(RESPELLED));
        columns.add(expr("xxhash64(%s)"
                        .formatted(each(
                                contract.fields(),
                                // The same date or amount may be written in two ways. Without the last, an empty cell
                                // would count for nothing, and a value that moved to another column be the same.
                                field -> "coalesce(CAST(%1$s AS STRING), %2$s, '')"
                                        .formatted(field.name(), IN + field.name()),
                                ", ")))
                .as("_content"));
        contract.fields().forEach(field -> columns.add(expr(IN + field.name())));
        return columns;
    }

    private String respelled() {
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

    private static String fault(Field field) {
        String text = IN + field.name();
        String missing = ValidationSql.literal(field.isRequired() ? field.name() + " is empty" : "");
        String wrong = ValidationSql.literal(
                "%s is not %s".formatted(field.name(), field.type().shouldBe()));
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
     * The row as it came, for those who must mend it, without whom it is about. A ragged row and one whose cells have
     * slipped keep no cells: an identifier may stand in any of them.
     */
    private String text() {
        String cells = each(
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
        return "CASE WHEN _ragged OR %s THEN '(hidden)' ELSE to_json(named_struct(%s)) END".formatted(slipped(), cells);
    }

    /** A birth date is nothing like a date, or no person stands where one should and others are not what they should be. */
    private String slipped() {
        List<String> signs = new ArrayList<>(List.of("false"));
        String wrong = contract.fields().stream()
                .filter(field -> field.type() == Type.DATE || field.type() == Type.CODE)
                .map(field -> "%s IS NOT NULL AND %s IS NULL".formatted(IN + field.name(), field.name()))
                .collect(Collectors.joining(" OR ", "(false OR ", ")"));
        for (Field field : contract.fields()) {
            if (field.type() == Type.BIRTH_DATE) {
                signs.add("%1$s IS NOT NULL AND %2$s IS NULL AND NOT %1$s RLIKE '^ *[0-9]{1,4} ?[-/. ]'"
                        .formatted(IN + field.name(), field.name()));
            } else if (field.type() == Type.PERSON) {
                signs.add("%s IS NULL AND %s".formatted(IN + field.name(), wrong));
            }
        }
        return "(" + String.join(" OR ", signs) + ")";
    }

    /** Rows that share a key: identical ones count once, differing ones not at all. */
    private Dataset<Row> withRepeats(Dataset<Row> checked) {
        if (contract.key().isEmpty()) {
            return checked.withColumn("_nth", expr("1")).withColumn("_differ", expr("false"));
        }
        // A key of its own also keeps such rows out of one huge group.
        String key = "coalesce(%s, concat('\\u0001', %s, ':', %s))".formatted(sharableKey(), FILE, ROW);
        return checked.withColumn("_key", expr(key))
                .withColumn("_nth", expr("row_number() OVER (PARTITION BY _key ORDER BY _file, _row)"))
                .withColumn(
                        "_differ",
                        expr("min(_content) OVER (PARTITION BY _key) <> max(_content) OVER (PARTITION BY _key)"));
    }

    /** What a record has in common with those of the same key; null for a row that shares it with nobody, having none. */
    private String sharableKey() {
        return "CASE WHEN %s IS NULL AND %s THEN concat_ws('\\u0001', %s) END"
                .formatted(
                        RECORD,
                        contract.key().stream()
                                .map(field -> field + " IS NOT NULL")
                                .collect(Collectors.joining(" AND ")),
                        String.join(", ", contract.key()));
    }

    private Column[] outcome() {
        List<Column> columns = new ArrayList<>(List.of(expr(FILE), expr(ROW)));
        String kind =
                """
                CASE WHEN %s IS NOT NULL THEN %s
                     WHEN _differ OR size(%s) > 0 THEN '%s'
                     WHEN _nth > 1 THEN 'repeat'
                     ELSE '%s' END"""
                        .formatted(RECORD, RECORD, FAULTS, QUARANTINED, ACCEPTED);
        columns.add(expr(kind).as(KIND));
        columns.add(
                expr("CASE WHEN _differ THEN array_append(%1$s, 'another row has the same %2$s and differs') ELSE %1$s END"
                                .formatted(FAULTS, String.join(", ", contract.key())))
                        .as(FAULTS));
        columns.add(expr("CASE WHEN _differ OR size(%s) > 0 THEN %s END".formatted(FAULTS, text()))
                .as(TEXT));
        columns.add(expr(RESPELLED));
        columns.add(expr(CLASSIFIED));
        contract.fields().forEach(field -> columns.add(expr(field.name())));
        return columns.toArray(Column[]::new);
    }

    private static List<Column> carried() {
        return new ArrayList<>(
                List.of(expr(FILE), expr(ROW), expr(RAGGED), expr(RECORD), expr(TOLD_FAULTS), expr(CLASSIFIED)));
    }

    private static String each(List<Field> fields, java.util.function.Function<Field, String> sql, String between) {
        return fields.stream().map(sql).collect(Collectors.joining(between));
    }
}
