package marketshaping.input.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import marketshaping.engine.ExecutionProfile;
import marketshaping.input.validate.FileOfInput;
import marketshaping.input.validate.RowCounts;
import marketshaping.input.validate.RowViolation;
import marketshaping.input.validate.ValidatedRow;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows of an extract too large for the driver's memory. Spark tasks have validated and counted each row; here, rows
 * that share a key are compared. Hashes find the few rows that may share one, and only those are compared by key.
 */
final class StagedRows implements ExtractRows {
    /** The position of a row in the sequence of all files, as one number. */
    private static final String POSITION = "shiftleft(CAST(_file AS BIGINT), 40) + _row";

    /** The number of shared keys up to which only their rows are compared. */
    private static final int FEW = 1000;

    private final Contract contract;
    private final List<FileOfInput> files;
    private final ExecutionProfile profile;
    private final List<Dataset<Row>> cached = new ArrayList<>();
    private final List<Map<Integer, RowCounts>> counts;
    private final Dataset<Row> rows;

    /** The rows that may share a key, before and after the comparison; empty if there are none. */
    private final Optional<Resolved> resolved;

    private record Resolved(Dataset<Row> before, Dataset<Row> after) {}

    /**
     * Validates and counts the rows, and compares those that share a key.
     *
     * @param validated rows with the schema of {@link ValidationTask#schema}
     */
    StagedRows(Contract contract, List<FileOfInput> files, ExecutionProfile profile, Dataset<Row> validated) {
        this.contract = contract;
        this.files = files;
        this.profile = profile;
        Dataset<Row> all = cache(validated);
        Column isCounts = col("_kind").equalTo(ValidationTask.COUNTS);
        // This first query validates all rows.
        counts = all.where(isCounts).select("_text").collectAsList().stream()
                .map(row -> ValidationTask.counts(row.getString(0)))
                .toList();
        Dataset<Row> once = all.where(not(isCounts));
        Object[] shared = contract.key().isEmpty() ? new Object[0] : sharedKeys(once);
        if (shared.length == 0) {
            resolved = Optional.empty();
            rows = once;
        } else if (shared.length <= FEW) {
            Column isShared = coalesce(expr(keyHash()).isin(shared), lit(false));
            Dataset<Row> before = cache(once.where(isShared));
            resolved = Optional.of(new Resolved(before, cache(withRepeats(before))));
            rows = once.where(not(isShared)).unionByName(resolved.get().after());
        } else {
            resolved = Optional.of(new Resolved(once, withRepeats(once)));
            rows = resolved.get().after();
        }
    }

    /** Returns the hashes of keys that several rows may share; if there are more than a few, not all of them. */
    private Object[] sharedKeys(Dataset<Row> once) {
        return once
                .select(expr(keyHash()).as("hash"))
                .where("hash IS NOT NULL")
                .groupBy("hash")
                .agg(count(lit(1)).as("rows"))
                .where("rows > 1")
                .select("hash")
                .limit(FEW + 1)
                .collectAsList()
                .stream()
                .map(row -> row.get(0))
                .toArray();
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
                                expr("array_append(coalesce(_violations, array()), '%s')"
                                        .formatted(RowViolation.keyDiffers(contract)
                                                .message())))
                        .otherwise(col("_violations"))
                        .as("_violations"),
                expr("CASE WHEN coalesce(_differ, false) AND _text IS NULL THEN %s ELSE _text END"
                                .formatted(valuesAsText()))
                        .as("_text"),
                col("_normalised"),
                col("_emptied"),
                col("_unusable")));
        contract.fields().forEach(field -> columns.add(col(field.name())));
        return keyed.join(shared, expr("_key = _shared_key"), "left").select(columns.toArray(Column[]::new));
    }

    /** Returns SQL for the hash of the key of a record; null for rows without a complete key. */
    private String keyHash() {
        return ofKeyed("xxhash64(%s)");
    }

    /** Returns SQL for the key of a record; null for rows without a complete key. */
    private String sharableKey() {
        return ofKeyed("concat_ws('\\u0001', %s)");
    }

    private String ofKeyed(String function) {
        return "CASE WHEN _kind IN ('%s', '%s') AND %s THEN %s END"
                .formatted(
                        ValidatedRow.ACCEPTED,
                        ValidatedRow.QUARANTINED,
                        contract.key().stream()
                                .map(field -> field + " IS NOT NULL")
                                .collect(Collectors.joining(" AND ")),
                        function.formatted(String.join(", ", contract.key())));
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

    /** Returns the counts of each task by file, before rows that share a key were compared. */
    List<Map<Integer, RowCounts>> counts() {
        return counts;
    }

    /**
     * Corrects the counts of rows that share a key.
     *
     * @param ofFiles the counts of all rows before the comparison, by file
     */
    void countResolved(List<RowCounts> ofFiles) {
        if (resolved.isEmpty()) {
            return;
        }
        addGroups(ofFiles, resolved.get().before(), -1);
        addGroups(ofFiles, resolved.get().after(), 1);
        Optional<String> date = contract.fields().stream()
                .filter(field -> field.type() == Type.DATE && field.isRequired())
                .map(Field::name)
                .findFirst();
        if (date.isPresent()) {
            ofFiles.forEach(ofFile -> ofFile.setLatest(LocalDate.MIN));
            rows.where(col("_kind").equalTo(ValidatedRow.ACCEPTED))
                    .groupBy("_file")
                    .agg(max(col(date.get())))
                    .collectAsList()
                    .forEach(latest -> ofFiles.get(latest.getInt(0)).setLatest(latest.getLocalDate(1)));
        }
    }

    /** Adds one group per file, kind, set of violations, and sets of normalised and emptied fields. */
    private void addGroups(List<RowCounts> ofFiles, Dataset<Row> changed, int sign) {
        Column filled = array(contract.fields().stream()
                .map(field -> count(col(field.name())))
                .toArray(Column[]::new));
        Dataset<Row> groups = changed.groupBy("_file", "_kind", "_violations", "_normalised", "_emptied")
                .agg(count(lit(1)).as("rows"), filled.as("filled"));
        for (Row group : groups.collectAsList()) {
            ofFiles.get(group.getInt(0))
                    .addGroup(
                            group.getString(1),
                            group.isNullAt(2) ? List.of() : group.getList(2),
                            group.getLong(3),
                            group.getLong(4),
                            sign * group.getLong(5),
                            group.getList(6));
        }
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
                        coalesce(col("_violations"), array())
                                .cast("array<string>")
                                .as("rules"),
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
