package marketshaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.CsvTable;
import marketshaping.testkit.SmallCouncil;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests a lake as notebooks open it. */
class OpenLakeTest {
    private static final LocalDate PACKED = LocalDate.of(2025, 5, 31);

    @TempDir
    private static Path folder;

    private static Path lake;

    @BeforeAll
    static void run() throws IOException {
        lake = folder.resolve("lake");
        SmallCouncil.withoutDefects().write(folder.resolve("in"));
        CommandCall done = CommandCall.run(
                "run",
                "--sample",
                "--input",
                folder.resolve("in").toString(),
                "--lake",
                lake.toString(),
                "--packs",
                folder.resolve("packs").toString(),
                "--as-at",
                PACKED.toString());
        assertThat(done.exitCode()).as(done.err()).isZero();
    }

    @Test
    void measure_has_the_figures_of_the_pack() throws IOException {
        CsvTable pack = CsvTable.read(folder.resolve("packs/2025-05-31/internal"), "seven_day_gap");
        try (OpenLake open = OpenLake.of(lake, PACKED)) {
            List<Row> rows = open.measure("seven_day_gap").collectAsList();
            assertThat(rows).extracting(row -> row.getAs("setting")).contains("All", "Residential care");
            for (Row row : rows) {
                assertThat(BigDecimal.valueOf(row.<Double>getAs("days_beyond_target")))
                        .isEqualByComparingTo(pack.cell("days_beyond_target", "setting=" + row.getAs("setting")));
            }
        }
    }

    @Test
    void queries_at_any_date_leave_the_lake_unchanged() throws IOException {
        List<String> before = files();
        assertThat(activeAt(PACKED)).isEqualTo(2);
        assertThat(activeAt(LocalDate.of(2025, 4, 30))).isEqualTo(1);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void missing_input_empties_columns_or_refuses_the_measure() {
        try (OpenLake open = OpenLake.of(lake, PACKED)) {
            Row all = open.measure("brokering_times")
                    .where("period = 'Last 12 months' AND setting = 'All' AND source = 'All'")
                    .first();
            assertThat(all.<Double>getAs("mean_days")).isEqualTo(8.5);
            assertThat(all.<Double>getAs("mean_net_days")).isNull();
            assertThatThrownBy(() -> open.measure("oob_oversight"))
                    .hasMessageContaining("The measure 'oob_oversight' can't be calculated")
                    .hasMessageContaining("the lake does not contain: visits");
            assertThatThrownBy(() -> open.measure("oob_stok")).hasMessageContaining("oob_stock");
        }
        assertThatThrownBy(() -> OpenLake.of(folder.resolve("none"), PACKED))
                .hasMessageContaining("does not contain these required inputs yet: placements, contracts, brokering.");
    }

    private static long activeAt(LocalDate date) {
        try (OpenLake open = OpenLake.of(lake, date)) {
            return open.sql("SELECT * FROM active WHERE as_at = :as_at").count();
        }
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(lake)) {
            return files.map(file -> file + " " + file.toFile().lastModified())
                    .sorted()
                    .toList();
        }
    }
}
