package marketshaping.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketshaping.lake.TableSchema.ColumnShape;
import marketshaping.testkit.TestSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
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
    void missing_early_commit_prevents_deletion() throws IOException {
        for (String id : List.of("a", "b", "c")) {
            lake().replace(SHAPE, rows("'" + id + "' AS id, 1.00BD AS cost"), CommitNote.derived("run", id));
        }
        Files.delete(root.resolve("thing/_delta_log/00000000000000000000.json"));
        Path unknown = Files.writeString(root.resolve("thing/part-of-an-unknown-run.parquet"), "PAR1");
        lake().deleteUnfinishedData(List.of("thing"));
        assertThat(unknown).exists();
    }

    @Test
    void versions_replaced_before_a_moment_are_deleted() {
        lake().replace(SHAPE, rows("'a' AS id, 1.00BD AS cost"), CommitNote.derived("run", "a"));
        lake().replace(SHAPE, rows("'b' AS id, 1.00BD AS cost"), CommitNote.derived("run", "b"));
        Instant moment = Instant.now();
        lake().replace(SHAPE, rows("'c' AS id, 1.00BD AS cost"), CommitNote.derived("run", "c"));
        lake().deleteDataReplacedBefore("thing", moment);
        assertThat(idIn(lake())).isEqualTo("c");
        assertThat(idIn(lake().asOf(Map.of("thing", 1L)))).as("replaced since").isEqualTo("b");
        assertThat(lake().asOf(Map.of("thing", 0L)).isWhole("thing")).isFalse();
        // A later call, with no commit since.
        lake().deleteDataReplacedBefore("thing", Instant.MAX);
        assertThat(idIn(lake())).isEqualTo("c");
        assertThat(lake().asOf(Map.of("thing", 1L)).isWhole("thing")).isFalse();
    }

    @Test
    void commit_without_data_keeps_the_data_before_it() {
        lake().replace(SHAPE, rows("'a' AS id, 1.00BD AS cost"), CommitNote.derived("run", "a"));
        spark.sql("ALTER TABLE delta.`%s` ADD COLUMNS (seen DATE)".formatted(root.resolve("thing")));
        lake().deleteDataReplacedBefore("thing", Instant.MAX);
        assertThat(idIn(lake())).isEqualTo("a");
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
