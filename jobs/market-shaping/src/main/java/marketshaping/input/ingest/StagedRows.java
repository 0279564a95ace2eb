package marketshaping.input.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.engine.ExecutionProfile;
import marketshaping.input.validate.FileOfInput;
import marketshaping.input.validate.RowViolation;
import marketshaping.input.validate.ValidatedRow;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows of an extract too large for the driver's memory. Spark tasks have validated each row; here, rows that share a
 * key are compared.
 */
final class StagedRows implements ExtractRows {
    /** The position of a row in the sequence of all files, as one number. */
    private static final String POSITION = "shiftleft(CAST(_file AS BIGINT), 40) + _row";

    private final Contract contract;
    private final List<FileOfInput> files;
    private final ExecutionProfile profile;
    private final List<Dataset<Row>> cached = new ArrayList<>();
    private final Dataset<Row> rows;

    /**
     * Compares rows that share a key.
     *
     * @param validated rows with the schema of {@link ValidationTask#schema}
     */
    StagedRows(Contract contract, List<FileOfInput> files, ExecutionProfile profile, Dataset<Row> validated) {
        this.contract = contract;
        this.files = files;
        this.profile = profile;
        Dataset<Row> once = cache(validated);
        rows = contract.key().isEmpty() ? once : withRepeats(once);
    }

    private Dataset<Row> cache(Dataset<Row> dataset) {
        Dataset<Row> copy = profile.cached(dataset);
        cached.add(copy);
        return copy;
    }

    private Dataset<Row> withRepeats(Dataset<Row> validated) {
        Dataset<Row> keyed = validated.withColumn("_key", expr(sharableKey())).withColumn("_position", expr(POSITION));
        // The '' keeps the position of empty cells, which the hash would otherwise ignore.
        String content = contract.fields().stream()
                .map(field -> "coalesce(CAST(`%s` AS STRING), '')".formatted(field.name()))
                .collect(Collectors.joining(", ", "xxhash64(", ", _unusable)"));
        Dataset<Row> shared = cache(keyed.where("_key IS NOT NULL")
                .withColumn("_content", expr(content))
                .groupBy("_key")
                .agg(
                        expr("count(*)").as("_rows"),
                        expr("min(_position)").as("_first"),
                        expr("min(_content) <> max(_content)").as("_differ"))
                .where("_rows > 1")
                .withColumnRenamed("_key", "_shared_key"));
        // Spark chooses a broadcast join if it knows the row count.
        shared.count();
        List<Column> columns = new ArrayList<>(List.of(
                col("_file"),
                col("_row"),
                expr("CASE WHEN coalesce(_differ, false) THEN '%s' WHEN _kind = '%s' AND _position > _first THEN '%s' ELSE _kind END"
                                .formatted(ValidatedRow.QUARANTINED, ValidatedRow.ACCEPTED, ValidatedRow.REPEAT))
                        .as("_kind"),
                when(
                                expr("coalesce(_differ, false)"),
                                expr("array_append(_violations, '%s')"
                                        .formatted(RowViolation.keyDiffers(contract)
                                                .message())))
                        .otherwise(col("_violations"))
                        .as("_violations"),
                expr("CASE WHEN coalesce(_differ, false) AND _text IS NULL THEN %s ELSE _text END"
                                .formatted(valuesAsText()))
                        .as("_text"),
                col("_normalised"),
                col("_emptied"),
                col("_unusable"),
                col("_classified")));
        contract.fields().forEach(field -> columns.add(col(field.name())));
        return keyed.join(shared, expr("_key = _shared_key"), "left").select(columns.toArray(Column[]::new));
    }

    /** Returns SQL for the key of a record; null for rows without a complete key. */
    private String sharableKey() {
        return "CASE WHEN _kind IN ('%s', '%s') AND %s THEN concat_ws('\\u0001', %s) END"
                .formatted(
                        ValidatedRow.ACCEPTED,
                        ValidatedRow.QUARANTINED,
                        contract.key().stream()
                                .map(field -> field + " IS NOT NULL")
                                .collect(Collectors.joining(" AND ")),
                        String.join(", ", contract.key()));
    }

    private String valuesAsText() {
        return contract.fields().stream()
                .map(field -> switch (field.type()) {
                    case BIRTH_DATE ->
                        "'%1$s', CASE WHEN `%1$s` IS NOT NULL THEN '(hidden)' END".formatted(field.name());
                    default -> "'%1$s', CAST(`%1$s` AS STRING)".formatted(field.name());
                })
                .collect(Collectors.joining(", ", "to_json(named_struct(", "))"));
    }

    /** Returns one row per file, kind, set of violations, and sets of normalised and emptied fields, with counts. */
    Dataset<Row> counts() {
        Column filled = array(contract.fields().stream()
                .map(field -> count(col(field.name())))
                .toArray(Column[]::new));
        Column date = contract.fields().stream()
                .filter(field -> field.type() == marketshaping.model.contract.Type.DATE && field.isRequired())
                .findFirst()
                .map(field -> col(field.name()))
                .orElse(lit(null).cast("date"));
        return rows.groupBy("_file", "_kind", "_violations", "_normalised", "_emptied")
                .agg(
                        count(lit(1)).as("rows"),
                        min(col("_row")).as("first"),
                        filled.as("filled"),
                        max(date).as("latest"));
    }

    /** Returns one row per file with a total row: per amount, its last stated total and the sum of all other rows. */
    Dataset<Row> totals() {
        List<Field> amounts = contract.fields().stream().filter(Field::isAmount).toList();
        Column isTotal = col("_kind").equalTo(ValidatedRow.TOTAL);
        Column[] columns = amounts.stream()
                .flatMap(field -> {
                    Column amount = col(field.name()).cast("decimal(18,4)");
                    return Stream.of(
                            max_by(when(isTotal, amount), when(isTotal, col("_row"))),
                            sum(when(isTotal.unary_$bang(), amount)).cast("decimal(38,4)"));
                })
                .toArray(Column[]::new);
        return rows.groupBy("_file")
                .agg(
                        expr("count_if(_kind = '%s')".formatted(ValidatedRow.TOTAL))
                                .as("totals"),
                        columns)
                .where("totals > 0");
    }

    @Override
    public List<ValidatedRow> held() {
        return List.of();
    }

    @Override
    public Dataset<Row> accepted() {
        return rows.where(col("_kind").equalTo(ValidatedRow.ACCEPTED))
                .select(contract.fields().stream()
                        .map(field -> col(field.name()))
                        .toArray(Column[]::new));
    }

    @Override
    public Dataset<Row> quarantined() {
        Column names = array(files.stream().map(file -> lit(file.name())).toArray(Column[]::new));
        return rows.where(col("_kind").equalTo(ValidatedRow.QUARANTINED))
                .select(
                        element_at(names, col("_file").plus(1)).as("file"),
                        col("_row").as("row"),
                        col("_violations").as("rules"),
                        col("_text").as("text"));
    }

    @Override
    public Dataset<Row> stored(Supplier<Dataset<Row>> lake) {
        return lake.get();
    }

    @Override
    public void release() {
        cached.forEach(profile::release);
    }
}
