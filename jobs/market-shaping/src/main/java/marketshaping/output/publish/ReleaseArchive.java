package marketshaping.output.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import marketshaping.analysis.measure.Measure;
import marketshaping.analysis.measure.Measures;
import marketshaping.engine.Fingerprints;
import marketshaping.lake.CommitNote;
import marketshaping.lake.Lake;
import marketshaping.lake.TableSchema;
import marketshaping.lake.TableSchema.ColumnShape;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import marketshaping.output.disclosure.Release;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Stores each published release in the lake, so that the next pack does not reveal what an earlier one hid. The table
 * contains exact figures and is as sensitive as an internal pack.
 */
public final class ReleaseArchive {
    static final TableSchema SCHEMA = new TableSchema(
            "published_rows",
            "one row for each row of each table of a published pack",
            List.of(
                    new ColumnShape("as_at", "DATE NOT NULL", "the pack's as-at date"),
                    new ColumnShape("disclosure", "STRING NOT NULL", "the rule that was applied"),
                    new ColumnShape("measure", "STRING NOT NULL", "the table"),
                    new ColumnShape("row", "INT NOT NULL", "the row of the table, counted from 0"),
                    new ColumnShape("columns", "ARRAY<STRING> NOT NULL", "the columns, supporting ones too"),
                    new ColumnShape("cells", "ARRAY<STRING> NOT NULL", "the exact cells, in the order of the columns"),
                    new ColumnShape("hidden", "ARRAY<STRING> NOT NULL", "the columns that readers were not shown")),
            Map.of());

    private static final Map<String, Measure> MEASURES =
            Measures.ALL.stream().collect(Collectors.toMap(Measure::id, Function.identity()));
    private static final Map<String, Shorthand> SHORTHAND =
            List.of(Shorthand.values()).stream().collect(Collectors.toMap(Shorthand::symbol, Function.identity()));

    private final SparkSession spark;
    private final Lake lake;
    private final String disclosure;

    /**
     * Opens the archive of the lake for one disclosure profile.
     *
     * @param disclosure the name of the profile; the archive ignores releases with another profile
     */
    public ReleaseArchive(SparkSession spark, Lake lake, String disclosure) {
        this.spark = spark;
        this.lake = lake;
        this.disclosure = disclosure;
    }

    /**
     * Returns the latest release with an earlier as-at date. A release of the same date does not count, because a run
     * may replace it.
     */
    public Optional<Release> before(LocalDate asAt) {
        if (!lake.contains(SCHEMA.name())) {
            return Optional.empty();
        }
        Dataset<Row> earlier = lake.read(SCHEMA.name())
                .where(col("disclosure")
                        .equalTo(lit(disclosure))
                        .and(col("as_at").lt(lit(asAt))));
        return Optional.ofNullable(earlier.agg(max("as_at")).first().getLocalDate(0))
                .map(latest -> release(
                        latest,
                        earlier.where(col("as_at").equalTo(lit(latest)))
                                .orderBy("measure", "row")
                                .collectAsList()));
    }

    /**
     * Stores a release and replaces any release with the same as-at date. Writes nothing if the release is unchanged.
     */
    public void store(Release release, String run) {
        List<Row> rows = new ArrayList<>();
        release.tables().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(table -> rows.addAll(rows(release.asAt(), table.getValue())));
        String fingerprint = Fingerprints.of(release.asAt(), disclosure, rows);
        boolean isUnchanged = lake.note(SCHEMA.name())
                .filter(note -> note.fingerprint().equals(fingerprint))
                .isPresent();
        if (!isUnchanged) {
            Dataset<Row> all = spark.createDataFrame(rows, StructType.fromDDL(SCHEMA.ddl()))
                    .coalesce(1);
            lake.replacePart(SCHEMA, all, "as_at", release.asAt(), CommitNote.derived(run, fingerprint));
        }
    }

    private List<Row> rows(LocalDate asAt, Release.ReleasedTable released) {
        Table table = released.exact();
        String[] columns = table.columns().stream().map(Column::name).toArray(String[]::new);
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            rows.add(RowFactory.create(
                    asAt,
                    disclosure,
                    table.id(),
                    row,
                    List.of(columns),
                    table.rows().get(row).stream().map(ReleaseArchive::text).toList(),
                    List.copyOf(released.hidden().get(row))));
        }
        return rows;
    }

    private static String text(Object cell) {
        return cell instanceof BigDecimal exact ? exact.toPlainString() : cell.toString();
    }

    private static Release release(LocalDate asAt, List<Row> rows) {
        Map<String, List<Row>> byMeasure = rows.stream().collect(Collectors.groupingBy(row -> row.getAs("measure")));
        Map<String, Release.ReleasedTable> tables = new HashMap<>();
        byMeasure.forEach((id, own) ->
                Optional.ofNullable(MEASURES.get(id)).ifPresent(measure -> tables.put(id, table(measure, own))));
        return new Release(asAt, tables);
    }

    /**
     * Returns a stored table with the columns that the measure still has. The release may be from an older version of
     * the measure.
     */
    private static Release.ReleasedTable table(Measure measure, List<Row> rows) {
        List<String> stored = rows.get(0).<String>getList(rows.get(0).fieldIndex("columns")).stream()
                .map(EarlierNames::current)
                .toList();
        List<Column> columns = measure.columns().stream()
                .filter(column -> stored.contains(column.name()))
                .toList();
        List<List<Object>> cells = new ArrayList<>();
        List<Set<String>> hidden = new ArrayList<>();
        for (Row row : rows) {
            List<String> texts = row.getList(row.fieldIndex("cells"));
            cells.add(columns.stream()
                    .map(column -> cell(column, texts.get(stored.indexOf(column.name()))))
                    .toList());
            hidden.add(row.<String>getList(row.fieldIndex("hidden")).stream()
                    .map(EarlierNames::current)
                    .collect(Collectors.toSet()));
        }
        return new Release.ReleasedTable(new Table(measure.id(), measure.title(), columns, cells, ""), hidden);
    }

    private static Object cell(Column column, String text) {
        if (SHORTHAND.containsKey(text)) {
            return SHORTHAND.get(text);
        }
        return switch (column.kind()) {
            case DIMENSION, DATE, TEXT -> EarlierNames.current(text);
            case COUNT, COUNT_OF_THINGS, PERCENT, MONEY, DAYS, NUMBER, MIXED -> new BigDecimal(text);
        };
    }
}
