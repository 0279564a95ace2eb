package marketshaping.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import marketshaping.input.source.Fingerprint;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.CsvTable;
import marketshaping.testkit.ExcelFiles;
import marketshaping.testkit.LakeReader;
import marketshaping.testkit.SmallCouncil;
import marketshaping.testkit.WorkbookReader;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the whole job through its command line, on councils small enough to calculate by hand. */
class RunCommandTest {
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    /** One run of a council without defects, and one of a council with defects. */
    @BeforeAll
    static void runBothCouncils() throws IOException {
        SmallCouncil.withoutDefects().write(shared.resolve("clean/in"));
        clean = run(shared.resolve("clean"), "2025-06-30");
        assertThat(clean.exitCode()).as(clean.err()).isZero();
        SmallCouncil.withDefects().write(shared.resolve("defective/in"));
        defective = run(shared.resolve("defective"), "2025-06-30");
        assertThat(defective.exitCode()).as(defective.err()).isZero();
    }

    private static CommandCall clean;
    private static CommandCall defective;

    @Test
    void required_inputs_alone_give_packs_tables_and_manifest() throws IOException {
        Path packs = shared.resolve("clean/packs/2025-06-30");
        assertThat(clean.out())
                .contains("commissioning-pack-2025-06-30.xlsx")
                .contains("market-position-pack-2025-06-30.xlsx")
                .contains("manifest.json");
        assertThat(CsvTable.read(packs.resolve("internal"), "oob_oversight").rows())
                .singleElement()
                .satisfies(
                        row -> assertThat(row).containsEntry("setting", "All").containsEntry("people", "[x]"));
        assertThat(CsvTable.read(packs.resolve("internal"), "oob_stock")
                        .cell("out_of_borough", "setting=All", "need_group=All", "age_band=All", "purchase_route=All"))
                .isEqualTo("1");
        assertThat(CsvTable.read(packs.resolve("internal"), "spot_premium").rows())
                .isEmpty();
        assertThat(WorkbookReader.of(packs.resolve("commissioning-pack-2025-06-30.xlsx"))
                        .rows("spot_premium")
                        .toString())
                .contains("The table has no rows", "No rows, [z]");
    }

    @Test
    void workbook_with_titles_gives_the_same_rows() throws IOException {
        SmallCouncil.withoutDefects().write(folder.resolve("in"));
        List<List<String>> rows = new ArrayList<>(List.of(List.of("Contracts of the council"), List.of()));
        for (String line : Files.readAllLines(folder.resolve("in/contracts.csv"))) {
            rows.add(List.of(line.split(",", -1)));
        }
        Files.delete(folder.resolve("in/contracts.csv"));
        ExcelFiles.write(folder.resolve("in/Contracts.XLSX"), "Register", rows);
        assertThat(command(folder, "ingest").exitCode()).isZero();
        assertThat(contracts(folder.resolve("lake")))
                .isEqualTo(contracts(shared.resolve("clean/lake")))
                .isNotEmpty();
    }

    private static List<String> contracts(Path lake) {
        return new LakeReader(lake)
                .table("contracts").collectAsList().stream()
                        .map(Row::toString)
                        .sorted()
                        .toList();
    }

    @Test
    void second_run_writes_identical_packs_and_keeps_the_lake() throws IOException {
        FileUtils.copyDirectory(shared.resolve("defective").toFile(), folder.toFile());
        Map<String, String> packs = fingerprints(folder.resolve("packs"));
        Map<String, String> lake = fingerprints(folder.resolve("lake"));
        // Existing up-to-date packs would not be written again.
        FileUtils.deleteDirectory(folder.resolve("packs").toFile());
        assertThat(run(folder, "2025-06-30").exitCode()).isZero();
        assertThat(fingerprints(folder.resolve("packs"))).isEqualTo(packs);
        assertThat(fingerprints(folder.resolve("lake"))).isEqualTo(lake);
    }

    @Test
    void every_row_of_a_defective_extract_is_counted() throws IOException {
        Path packs = shared.resolve("defective/packs/2025-06-30");
        CsvTable files = CsvTable.read(packs.resolve("internal"), "data_quality");
        assertThat(files.cell("rows_read", "input=placements", "file=placements.csv"))
                .isEqualTo("14");
        assertThat(files.cell("rows_accepted", "input=placements", "file=placements.csv"))
                .isEqualTo("3");
        assertThat(files.cell("rows_quarantined", "input=placements", "file=placements.csv"))
                .isEqualTo("6");
        assertThat(files.cell("rows_not_records", "input=placements", "file=placements.csv"))
                .isEqualTo("5");
        CsvTable rules = CsvTable.read(packs.resolve("internal"), "data_quality_rules");
        assertThat(rules.rows().stream()
                        .filter(row -> row.get("input").equals("placements"))
                        .map(row -> row.get("rule") + ": " + row.get("rows")))
                .containsExactlyInAnyOrder(
                        "another row has the same placement_id and differs: 2",
                        "end_date is before start_date: 1",
                        "person_id is empty: 1",
                        "setting is not one of the codes of its list: 2",
                        "start_date is not a date such as 2025-06-30 or 30/06/2025: 1");
        for (JsonNode input : manifest(packs).get("inputs")) {
            assertThat(input.path("rowsRead").asLong())
                    .as(input.path("path").asText())
                    .isEqualTo(input.path("rowsAccepted").asLong()
                            + input.path("rowsQuarantined").asLong()
                            + input.path("rowsNotRecords").asLong());
        }
    }

    @Test
    void input_problems_are_all_reported_with_their_location() throws IOException {
        SmallCouncil.withoutDefects()
                .with("placements", "placement_id,person_id,setting\nL1,P1,Home care\n")
                .without("contracts")
                .write(folder.resolve("in"));
        CommandCall done = run(folder, "2025-06-30");
        assertThat(done.exitCode()).isEqualTo(1);
        assertThat(done.err())
                .contains("placements.csv, row 1: required columns are missing from the header: start_date.")
                .contains("contains no extract named contracts. This is one of the three required inputs");
        assertThat(folder.resolve("packs")).doesNotExist();
    }

    @Test
    void file_with_month_first_dates_is_refused() throws IOException {
        SmallCouncil.withoutDefects()
                .with(
                        "brokering",
                        "case_id,person_id,setting,referral_date,status\nC1,P1,Home care,05/04/2025,Open\n"
                                + "C2,P2,Home care,05/29/2025,Open\n")
                .write(folder.resolve("in"));
        CommandCall done = run(folder, "2025-06-30");
        assertThat(done.exitCode()).isEqualTo(1);
        assertThat(done.err())
                .contains("brokering.csv, row 3, column referral_date: the date has the month before the day.");
    }

    @Test
    void shrunken_extract_stops_the_run_and_packs_are_kept() throws IOException {
        FileUtils.copyDirectory(shared.resolve("clean").toFile(), folder.toFile());
        Map<String, String> packs = fingerprints(folder.resolve("packs"));
        SmallCouncil.withoutDefects()
                .with("contracts", "contract_id,purchase_route,provider_id,start_date\nK9,Spot,S1,2024-01-01\n")
                .write(folder.resolve("in"));
        CommandCall stopped = run(folder, "2025-06-30");
        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.err()).contains("contracts: 2 of the 2 keys in the lake are missing from this extract");
        assertThat(fingerprints(folder.resolve("packs"))).isEqualTo(packs);
        assertThat(command(folder, "ingest", "--accept-shrinkage", "contracts").exitCode())
                .isZero();
    }

    @Test
    void output_contains_no_person_identifier() throws IOException {
        assertThat(defective.out() + defective.err()).doesNotContain("SECRETPERSON");
        for (Path file : files(shared.resolve("defective/lake"), shared.resolve("defective/packs"))) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain("SECRETPERSON");
        }
    }

    private static CommandCall run(Path home, String asAt) {
        return command(home, "run", "--packs", home.resolve("packs").toString(), "--as-at", asAt);
    }

    private static CommandCall command(Path home, String command, String... more) {
        List<String> args = new ArrayList<>(List.of(
                command,
                "--sample",
                "--input",
                home.resolve("in").toString(),
                "--lake",
                home.resolve("lake").toString()));
        args.addAll(List.of(more));
        return CommandCall.run(args.toArray(String[]::new));
    }

    private static JsonNode manifest(Path packs) throws IOException {
        return new JsonMapper().readTree(packs.resolve("manifest.json").toFile());
    }

    /** Returns the hash of every file by path, except the manifest and the lock's content, which differ per run. */
    private Map<String, String> fingerprints(Path root) throws IOException {
        Map<String, String> fingerprints = new TreeMap<>();
        for (Path file : files(root)) {
            if (!file.endsWith("manifest.json")) {
                fingerprints.put(
                        folder.relativize(file).toString(),
                        file.endsWith(".lock") ? "" : Fingerprint.of(file).sha256());
            }
        }
        return fingerprints;
    }

    private static List<Path> files(Path... roots) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Files::isRegularFile).forEach(all::add);
            }
        }
        return all;
    }
}
