package marketshaping.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import marketshaping.lake.TableSchema.ColumnShape;
import marketshaping.model.problem.UserProblem;
import marketshaping.testkit.TestSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {
    private static final TableSchema SHAPE = new TableSchema(
            "thing",
            "one row per thing",
            List.of(
                    new ColumnShape("id", "STRING NOT NULL", "its number"),
                    new ColumnShape("cost", "DECIMAL(10,2)", "pounds")),
            Map.of("cost_is_not_negative", "cost IS NULL OR cost >= 0"));

    private static SparkSession spark;

    @TempDir
    private Path root;

    @BeforeAll
    static void open() {
        spark = TestSpark.session();
    }

    @Test
    void table_never_written_has_no_version_or_note() {
        assertThat(lake().contains("thing")).isFalse();
        assertThat(lake().version("thing")).isEmpty();
        assertThat(lake().note("thing")).isEmpty();
    }

    @Test
    void table_is_replaced_whole_with_the_latest_note() {
        lake().replace(SHAPE, rows("'a' AS id, 1.00BD AS cost"), CommitNote.derived("first", "f1"));
        lake().replace(SHAPE, rows("'b' AS id, 2.00BD AS cost"), CommitNote.derived("second", "f2"));
        assertThat(lake().read("thing").collectAsList()).singleElement().satisfies(row -> assertThat(row.getString(0))
                .isEqualTo("b"));
        assertThat(lake().version("thing")).contains(1L);
        assertThat(lake().note("thing")).contains(CommitNote.derived("second", "f2"));
    }

    @Test
    void table_without_history_keeps_its_last_two_versions() throws IOException {
        Path unfinished = Files.createDirectories(root.resolve("thing")).resolve("part-of-a-killed-run.parquet");
        Files.writeString(unfinished, "PAR1");
        for (String id : List.of("a", "b", "c")) {
            lake().replaceWithoutHistory(
                            SHAPE, rows("'" + id + "' AS id, 1.00BD AS cost"), CommitNote.derived("run", id));
        }
        assertThat(idIn(lake())).isEqualTo("c");
        assertThat(idIn(lake().asOf(Map.of("thing", 1L)))).isEqualTo("b");
        assertThat(lake().asOf(Map.of("thing", 0L)).isWhole("thing")).isFalse();
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void unfinished_data_is_deleted_and_versions_stay() throws IOException {
        for (String id : List.of("a", "b", "c")) {
            lake().replace(SHAPE, rows("'" + id + "' AS id, 1.00BD AS cost"), CommitNote.derived("run", id));
        }
        Path unfinished = Files.writeString(root.resolve("thing/part-of-a-killed-run.parquet"), "PAR1");
        Path neverCommitted = Files.createDirectories(root.resolve("other/_delta_log"))
                .resolveSibling("part-of-a-killed-run.parquet");
        Files.writeString(neverCommitted, "PAR1");
        Path somebodyElses = Files.writeString(
                Files.createDirectories(root.resolve("backup")).resolve("rows.parquet"), "PAR1");
        lake().deleteUnfinishedData(List.of("thing", "other", "never"));
        assertThat(somebodyElses).exists();
        assertThat(List.of(unfinished, neverCommitted)).noneMatch(Files::exists);
        assertThat(idIn(lake())).isEqualTo("c");
        assertThat(idIn(lake().asOf(Map.of("thing", 0L)))).isEqualTo("a");
    }

    @Test
    void unfinished_data_of_a_partitioned_table_is_deleted() throws IOException {
        LocalDate may = LocalDate.of(2025, 5, 31);
        LocalDate june = LocalDate.of(2025, 6, 30);
        replacePart("a", may);
        replacePart("b", june);
        replacePart("c", june);
        Path unfinished = Files.writeString(root.resolve("dated/day=2025-06-30/part-of-a-killed-run.parquet"), "PAR1");
        lake().deleteUnfinishedData(List.of("dated"));
        assertThat(unfinished).doesNotExist();
        assertThat(idsIn(lake(), "dated")).containsExactly("a", "c");
        assertThat(idsIn(lake().asOf(Map.of("dated", 1L)), "dated")).containsExactly("a", "b");
    }

    @Test
    void deletion_works_in_a_path_with_special_characters() throws IOException {
        Lake spaced = new Lake(
                spark, Files.createDirectories(root.resolve("a lake 100%")).toString());
        for (String id : List.of("a", "b")) {
            spaced.replace(SHAPE, rows("'" + id + "' AS id, 1.00BD AS cost"), CommitNote.derived("run", id));
        }
        Path unfinished = Files.writeString(Path.of(spaced.root(), "thing/part-of-a-killed-run.parquet"), "PAR1");
        spaced.deleteUnfinishedData(List.of("thing"));
        assertThat(unfinished).doesNotExist();
        assertThat(idIn(spaced.asOf(Map.of("thing", 0L)))).isEqualTo("a");
        spaced.deleteDataReplacedBefore("thing", Instant.MAX);
        assertThat(idIn(spaced)).isEqualTo("b");
        assertThat(spaced.asOf(Map.of("thing", 0L)).isWhole("thing")).isFalse();
    }

    @Test
    void table_with_a_missing_early_commit_is_reported() throws IOException {
        for (String id : List.of("a", "b", "c")) {
            lake().replace(SHAPE, rows("'" + id + "' AS id, 1.00BD AS cost"), CommitNote.derived("run", id));
        }
        Files.delete(root.resolve("thing/_delta_log/00000000000000000000.json"));
        DeltaLog.clearCache();
        Path unknown = Files.writeString(root.resolve("thing/part-of-an-unknown-run.parquet"), "PAR1");
        assertThatThrownBy(() -> lake().deleteUnfinishedData(List.of("thing"))).hasStackTraceContaining("DELTA_");
        assertThat(unknown).exists();
    }

    @Test
    void damaged_commit_is_reported_with_its_table() throws IOException {
        lake().replace(SHAPE, rows("'a' AS id, 1.00BD AS cost"), CommitNote.derived("run", "a"));
        Path commit = root.resolve("thing/_delta_log/00000000000000000000.json");
        String text = Files.readString(commit);
        Files.writeString(commit, text.substring(0, text.length() * 2 / 3));
        // The checksum file would reveal the damage first.
        assertThatThrownBy(() -> lake().note("thing"))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("thing");
        Files.delete(commit.resolveSibling(".00000000000000000000.json.crc"));
        assertThatThrownBy(() -> lake().note("thing"))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("thing");
    }

    @Test
    void versions_replaced_before_a_moment_are_deleted() throws IOException {
        for (String id : List.of("a", "b", "c")) {
            lake().replace(SHAPE, rows("'" + id + "' AS id, 1.00BD AS cost"), CommitNote.derived("run", id));
        }
        // The first replacement happened 30 days earlier.
        replaceInCommit(
                1,
                "\"deletionTimestamp\":\\d+",
                "\"deletionTimestamp\":" + daysAgo(30).toEpochMilli());
        lake().deleteDataReplacedBefore("thing", daysAgo(31));
        assertThat(idIn(lake().asOf(Map.of("thing", 0L)))).as("replaced since").isEqualTo("a");
        lake().deleteDataReplacedBefore("thing", daysAgo(29));
        assertThat(idIn(lake())).isEqualTo("c");
        assertThat(idIn(lake().asOf(Map.of("thing", 1L)))).as("replaced since").isEqualTo("b");
        assertThat(lake().asOf(Map.of("thing", 0L)).isWhole("thing")).isFalse();
        // A later call, with no commit since.
        lake().deleteDataReplacedBefore("thing", Instant.MAX);
        assertThat(idIn(lake())).isEqualTo("c");
        assertThat(lake().asOf(Map.of("thing", 1L)).isWhole("thing")).isFalse();
    }

    @Test
    void deletion_adds_no_version_and_keeps_the_note() {
        for (String id : List.of("a", "b")) {
            lake().replace(SHAPE, rows("'" + id + "' AS id, 1.00BD AS cost"), CommitNote.derived("run", id));
        }
        lake().deleteDataReplacedBefore("thing", Instant.MAX);
        assertThat(lake().asOf(Map.of("thing", 0L)).isWhole("thing")).isFalse();
        assertThat(lake().version("thing")).contains(1L);
        assertThat(lake().note("thing")).contains(CommitNote.derived("run", "b"));
    }

    @Test
    void reading_notes_and_a_deletion_of_nothing_start_no_spark_job() throws Exception {
        for (String id : List.of("a", "b")) {
            lake().replace(SHAPE, rows("'" + id + "' AS id, 1.00BD AS cost"), CommitNote.derived("run", id));
        }
        lake().deleteDataReplacedBefore("thing", Instant.MAX);
        assertThat(jobsOf(() -> {
                    lake().version("thing");
                    lake().note("thing");
                    lake().deleteDataReplacedBefore("thing", Instant.MAX);
                    lake().deleteUnfinishedData(List.of("thing"));
                }))
                .isZero();
        assertThat(jobsOf(() -> lake().read("thing").collectAsList())).isPositive();
    }

    private static int jobsOf(Runnable work) {
        String group = UUID.randomUUID().toString();
        spark.sparkContext().setJobGroup(group, group, false);
        try {
            work.run();
            return spark.sparkContext().statusTracker().getJobIdsForGroup(group).length;
        } finally {
            spark.sparkContext().clearJobGroup();
        }
    }

    @Test
    void commit_without_data_keeps_the_data_before_it() {
        lake().replace(SHAPE, rows("'a' AS id, 1.00BD AS cost"), CommitNote.derived("run", "a"));
        lake().replace(SHAPE, rows("'b' AS id, 1.00BD AS cost"), CommitNote.derived("run", "b"));
        spark.sql("ALTER TABLE delta.`%s` ADD COLUMNS (seen DATE)".formatted(root.resolve("thing")));
        lake().deleteDataReplacedBefore("thing", Instant.MAX);
        assertThat(idIn(lake())).isEqualTo("b");
        assertThat(lake().asOf(Map.of("thing", 0L)).isWhole("thing")).isFalse();
    }

    @Test
    void columns_have_comments() {
        lake().replace(SHAPE, rows("'a' AS id, 1.00BD AS cost"), CommitNote.derived("run", ""));
        assertThat(lake().read("thing").schema().apply("cost").getComment().get())
                .isEqualTo("pounds");
    }

    @Test
    void required_column_is_enforced_in_the_first_commit() {
        assertThatThrownBy(() -> lake().replace(
                                SHAPE,
                                rows("CAST(NULL AS STRING) AS id, 1.00BD AS cost"),
                                CommitNote.derived("run", "")))
                .hasStackTraceContaining("id_given");
        assertThat(lake().contains("thing")).isFalse();
    }

    @Test
    void row_violating_a_constraint_leaves_the_table_unchanged() {
        lake().replace(SHAPE, rows("'a' AS id, 1.00BD AS cost"), CommitNote.derived("run", ""));
        assertThatThrownBy(
                        () -> lake().replace(SHAPE, rows("'b' AS id, -1.00BD AS cost"), CommitNote.derived("run", "")))
                .hasStackTraceContaining("cost_is_not_negative");
        assertThat(lake().read("thing").collectAsList()).singleElement().satisfies(row -> assertThat(row.getString(0))
                .isEqualTo("a"));
    }

    @Test
    void rows_lacking_a_column_are_refused() {
        assertThatThrownBy(() -> lake().replace(SHAPE, rows("'a' AS id"), CommitNote.derived("run", "")))
                .hasMessageContaining("cost");
    }

    @Test
    void new_columns_are_added_and_earlier_versions_stay() {
        lake().replace(SHAPE, rows("'a' AS id, 1.00BD AS cost"), CommitNote.derived("older", "f1"));
        List<ColumnShape> columns = new ArrayList<>(SHAPE.columns());
        columns.add(new ColumnShape("seen", "DATE", "when it was seen"));
        TableSchema wider = new TableSchema(SHAPE.name(), SHAPE.grain(), columns, SHAPE.constraints());
        lake().replace(
                        wider,
                        rows("'b' AS id, 2.00BD AS cost, DATE'2025-06-30' AS seen"),
                        CommitNote.derived("newer", "f2"));
        assertThat(lake().read("thing").collectAsList())
                .singleElement()
                .satisfies(row -> assertThat(row.getLocalDate(2)).isEqualTo("2025-06-30"));
        assertThat(lake().asOf(Map.of("thing", 0L)).read("thing").collectAsList())
                .singleElement()
                .satisfies(row -> assertThat(row.getString(0)).isEqualTo("a"));
        assertThat(lake().note("thing")).contains(CommitNote.derived("newer", "f2"));
    }

    private void replacePart(String id, LocalDate day) {
        TableSchema dated = new TableSchema(
                "dated",
                "one row per day",
                List.of(new ColumnShape("id", "STRING", "its number"), new ColumnShape("day", "DATE", "its day")),
                Map.of());
        lake().replacePart(
                        dated,
                        rows("'%s' AS id, DATE'%s' AS day".formatted(id, day)),
                        "day",
                        day,
                        CommitNote.derived("run", id));
    }

    private void replaceInCommit(int version, String pattern, String replacement) throws IOException {
        Path commit = root.resolve("thing/_delta_log/%020d.json".formatted(version));
        String text = Files.readString(commit);
        assertThat(text).containsPattern(pattern);
        Files.writeString(commit, text.replaceAll(pattern, replacement));
        Files.delete(commit.resolveSibling("." + commit.getFileName() + ".crc"));
        DeltaLog.clearCache();
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    private static List<String> idsIn(Lake lake, String table) {
        return lake.read(table).collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private static String idIn(Lake lake) {
        return lake.read("thing").first().getString(0);
    }

    private Lake lake() {
        return new Lake(spark, root.toString());
    }

    private static Dataset<Row> rows(String columns) {
        return spark.sql("SELECT " + columns);
    }
}
