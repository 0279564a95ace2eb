package marketshaping.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import marketshaping.input.source.Fingerprint;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.CsvTable;
import marketshaping.testkit.ExcelFiles;
import marketshaping.testkit.SmallCouncil;
import marketshaping.testkit.WorkbookReader;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job through its command line, on councils small enough to be worked out by hand. */
class RunCommandTest {
    @TempDir
    private Path folder;

    @Test
    void should_write_both_packs_the_tables_and_the_manifest_from_the_three_required_inputs_alone() throws IOException {
        SmallCouncil.clean().write(folder.resolve("in"));
        CommandCall done = run("2025-06-30");
        assertThat(done.exitCode()).as(done.err()).isZero();
        Path packs = folder.resolve("packs/2025-06-30");
        assertThat(done.out())
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
    void should_read_the_same_from_a_workbook_with_titles_above_the_header() throws IOException {
        SmallCouncil.clean().write(folder.resolve("in"));
        assertThat(run("2025-06-30").exitCode()).isZero();
        Map<String, String> tables = fingerprints(folder.resolve("packs/2025-06-30/internal"));
        List<List<String>> rows = new java.util.ArrayList<>(List.of(List.of("Contracts of the council"), List.of()));
        for (String line : Files.readAllLines(folder.resolve("in/contracts.csv"))) {
            rows.add(List.of(line.split(",", -1)));
        }
        Files.delete(folder.resolve("in/contracts.csv"));
        ExcelFiles.write(folder.resolve("in/Contracts.XLSX"), "Register", rows);
        assertThat(run("2025-06-30").exitCode()).isZero();
        Map<String, String> again = fingerprints(folder.resolve("packs/2025-06-30/internal"));
        // The names of the files are in the tables of data quality alone.
        tables.keySet().removeIf(table -> table.contains("data_quality"));
        again.keySet().removeIf(table -> table.contains("data_quality"));
        assertThat(again).isEqualTo(tables).isNotEmpty();
    }

    @Test
    void should_write_the_same_bytes_on_a_second_run_and_leave_the_lake_as_it_is() throws IOException {
        SmallCouncil.dirty().write(folder.resolve("in"));
        assertThat(run("2025-06-30").exitCode()).isZero();
        Map<String, String> packs = fingerprints(folder.resolve("packs"));
        Map<String, String> lake = fingerprints(folder.resolve("lake"));
        // Where they stand they would not be written again.
        FileUtils.deleteDirectory(folder.resolve("packs").toFile());
        assertThat(run("2025-06-30").exitCode()).isZero();
        assertThat(fingerprints(folder.resolve("packs"))).isEqualTo(packs);
        assertThat(fingerprints(folder.resolve("lake"))).isEqualTo(lake);
    }

    @Test
    void should_account_for_every_row_of_a_dirty_extract() throws IOException {
        SmallCouncil.dirty().write(folder.resolve("in"));
        assertThat(run("2025-06-30").exitCode()).isZero();
        Path packs = folder.resolve("packs/2025-06-30");
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
    void should_name_file_row_column_and_remedy_and_report_all_problems_together() throws IOException {
        SmallCouncil.clean()
                .with("placements", "placement_id,person_id,setting\nL1,P1,Home care\n")
                .without("contracts")
                .write(folder.resolve("in"));
        CommandCall done = run("2025-06-30");
        assertThat(done.exitCode()).isEqualTo(1);
        assertThat(done.err())
                .contains("placements.csv, row 1: the header lacks the required column start_date.")
                .contains("there is no contracts. It is one of the three required inputs");
        assertThat(folder.resolve("packs")).doesNotExist();
    }

    @Test
    void should_refuse_a_file_whose_dates_have_the_month_first() throws IOException {
        SmallCouncil.clean()
                .with(
                        "brokering",
                        "case_id,person_id,setting,referral_date,status\nC1,P1,Home care,05/04/2025,Open\n"
                                + "C2,P2,Home care,05/29/2025,Open\n")
                .write(folder.resolve("in"));
        CommandCall done = run("2025-06-30");
        assertThat(done.exitCode()).isEqualTo(1);
        assertThat(done.err()).contains("brokering.csv, row 3, column referral_date: the date has its month first.");
    }

    @Test
    void should_stop_at_an_extract_that_lost_rows_and_keep_the_last_good_packs() throws IOException {
        SmallCouncil.clean().write(folder.resolve("in"));
        assertThat(run("2025-06-30").exitCode()).isZero();
        Map<String, String> packs = fingerprints(folder.resolve("packs"));
        SmallCouncil.clean()
                .with("contracts", "contract_id,purchase_route,provider_id,start_date\nK9,Spot,S1,2024-01-01\n")
                .write(folder.resolve("in"));
        CommandCall stopped = run("2025-06-30");
        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.err()).contains("contracts: 2 of the 2 keys in the lake are not in this extract");
        assertThat(fingerprints(folder.resolve("packs"))).isEqualTo(packs);
        assertThat(run("2025-06-30", "--accept-shrinkage", "contracts").exitCode())
                .isZero();
    }

    @Test
    void should_keep_no_person_identifier_in_anything_it_writes() throws IOException {
        SmallCouncil.dirty().write(folder.resolve("in"));
        CommandCall done = run("2025-06-30");
        assertThat(done.exitCode()).isZero();
        assertThat(done.out() + done.err()).doesNotContain("SECRETPERSON");
        for (Path file : files(folder.resolve("lake"), folder.resolve("packs"))) {
            assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain("SECRETPERSON");
        }
    }

    private CommandCall run(String asAt, String... more) {
        List<String> args = new java.util.ArrayList<>(List.of(
                "run",
                "--sample",
                "--input",
                folder.resolve("in").toString(),
                "--lake",
                folder.resolve("lake").toString(),
                "--packs",
                folder.resolve("packs").toString(),
                "--as-at",
                asAt));
        args.addAll(List.of(more));
        return CommandCall.run(args.toArray(String[]::new));
    }

    private static JsonNode manifest(Path packs) throws IOException {
        return new JsonMapper().readTree(packs.resolve("manifest.json").toFile());
    }

    /** By path, the bytes of every file but the manifest and the lock, which know the run. */
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
        List<Path> all = new java.util.ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Files::isRegularFile).forEach(all::add);
            }
        }
        return all;
    }
}
