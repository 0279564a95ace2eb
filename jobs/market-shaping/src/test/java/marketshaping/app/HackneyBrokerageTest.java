package marketshaping.app;

import static marketshaping.testkit.RowsAssert.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marketshaping.input.source.Fingerprint;
import marketshaping.lake.CommitNote.FileCount;
import marketshaping.lake.Lake;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.CsvTable;
import marketshaping.testkit.LakeReader;
import marketshaping.testkit.TestSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the ingestion of an export of Hackney's brokerage service. */
class HackneyBrokerageTest {
    @TempDir
    private static Path folder;

    private static CommandCall done;

    @BeforeAll
    static void ingest() throws IOException {
        HackneyTables.EXPORT.writeCsv(folder.resolve("csv/hackney-brokerage"));
        done = ingest("csv");
        assertThat(done.exitCode()).as(done.err()).isZero();
    }

    @Test
    void approved_service_becomes_a_placement_at_weekly_cost() {
        assertThatRows(table("csv", "placements").where("contract_id = placement_id"))
                .containsExactlyInAnyOrder(
                        "placement_id | setting | start_date | end_date | provider_id | provider_name | unit_cost | cost_frequency",
                        "99 | Day support | 2021-06-01 | | 70001 | Alder Homes | 40 | Weekly",
                        "101 | Home care | 2022-06-06 | | 70002 | Birch Care | 344.4 | Weekly",
                        "1000 | Home care | 2022-06-06 | | 70001 | Alder Homes | 90.9 | Weekly",
                        "103 | Home care | 2022-06-06 | | 70002 | Birch Care | 100 | Weekly",
                        "104 | Home care | 2022-06-06 | | 70001 | Alder Homes | 101 | Weekly",
                        "105 | Home care | 2022-06-06 | | 70002 | Birch Care | 102 | Weekly",
                        "108 | Residential care | 2022-01-10 | 2022-08-31 | 70001 | Alder Homes | 812.5 | Weekly",
                        "109 | Residential care | 2022-09-01 | | 70002 | Birch Care | 820 | Weekly",
                        "110 | Respite | 2022-09-01 | 2022-09-28 | brokerage 3 | Cherry House | 900 | Weekly",
                        "111 | Nursing care | 2022-09-01 | | brokerage 3 | Cherry House | 950 | Weekly",
                        "112 | Shared Lives | 2022-09-01 | | 70001 | Alder Homes | 500 | Weekly",
                        "113 | Supported living | 2022-09-01 | | 70001 | Alder Homes | 1500 | Weekly",
                        "114 | Direct payment | 2022-09-01 | | | | 210 | Weekly",
                        "115 | Direct payment | 2022-09-01 | | brokerage 3 | Cherry House | 250 | One-off",
                        "116 | Day support | 2022-09-01 | | In-house | | 60 | Weekly",
                        "117 | Extra care | 2022-09-01 | | 70001 | Alder Homes | 300 | Weekly",
                        "118 | Respite | 2022-09-01 | 2022-09-14 | 70001 | Alder Homes | 700 | Weekly",
                        "119 | Other | 2022-09-01 | | | | 150 | One-off",
                        "120 | Other | 2022-09-01 | | 70001 | Alder Homes | 80 | Weekly",
                        "133 | Home care | 2030-01-01 | | 70001 | Alder Homes | 110 | Weekly",
                        "138 | Nursing care | 2022-11-07 | | brokerage 8 | | 1010 | Weekly");
    }

    @Test
    void suspension_becomes_a_negative_placement() {
        assertThatRows(table("csv", "placements").where("contract_id <> placement_id"))
                .containsExactlyInAnyOrder(
                        "placement_id | setting | start_date | end_date | contract_id | unit_cost | cost_frequency",
                        "106 | Home care | 2022-07-01 | 2022-07-14 | 101 | -344.4 | Weekly",
                        "107 | Residential care | 2022-08-20 | 2022-08-31 | 108 | -812.5 | Weekly");
    }

    @Test
    void placement_has_age_and_need_where_recorded() {
        assertThatRows(table("csv", "placements").where("placement_id IN ('101', '108', '109')"))
                .containsExactlyInAnyOrder(
                        "placement_id | date_of_birth | primary_support_reason",
                        "101 | 1940-05-01 | Physical support: Access and mobility only",
                        "108 | | Sensory support: Support for hearing impairment",
                        "109 | |");
    }

    @Test
    void elements_outside_gross_spend_are_left_out_by_reason() {
        assertThat(file("placements", "hackney-brokerage/elements.csv").notRecords())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("left out: client contribution", 2L),
                        Map.entry("left out: health contribution", 2L),
                        Map.entry("left out: third-party top-up", 2L),
                        Map.entry("left out: paid back to the council", 1L),
                        Map.entry("left out: income", 1L),
                        Map.entry("left out: not a cost in the brokerage service", 1L),
                        Map.entry("left out: not a service", 1L),
                        Map.entry("left out: not approved", 1L),
                        Map.entry("left out: cancelled", 1L),
                        Map.entry("left out: suspension of an element that is left out", 1L),
                        Map.entry("left out: suspension of a one-off cost", 1L),
                        Map.entry("left out: suspension after the end of the suspended element", 1L),
                        Map.entry("blank", 1L)));
    }

    @Test
    void route_is_derived_from_provider_and_cost_code() {
        assertThatRows(table("csv", "contracts"))
                .containsExactlyInAnyOrder(
                        "contract_id | purchase_route | framework | lot | setting | provider_id",
                        "99 | Spot | | | Day support | 70001",
                        "101 | Framework | Framework | Home Care | Home care | 70002",
                        "1000 | Spot | | | Home care | 70001",
                        "105 | Framework | Framework | Home Care | Home care | 70002",
                        "108 | Spot | | | Residential care | 70001",
                        "109 | Framework | Framework | Long Stay Residential Care | Residential care | 70002",
                        "110 | Spot | | | Respite | brokerage 3",
                        "111 | Spot | | | Nursing care | brokerage 3",
                        "112 | Spot | | | Shared Lives | 70001",
                        "113 | Spot | | | Supported living | 70001",
                        "115 | Direct payment | | | Direct payment | brokerage 3",
                        "116 | In-house | | | Day support | In-house",
                        "117 | Spot | | | Extra care | 70001",
                        "118 | Spot | | | Respite | 70001",
                        "120 | Spot | | | Other | 70001",
                        "133 | Spot | | | Home care | 70001",
                        "135 | Spot | | | Home care | 70001");
        assertThat(file("contracts", "hackney-brokerage/elements.csv").notRecords())
                .containsEntry("left out: paid to the person, with no provider", 2L)
                .containsEntry("left out: suspension, under the contract of the suspended element", 6L)
                .containsEntry("left out: client contribution", 2L);
    }

    @Test
    void conflicting_elements_are_quarantined() {
        assertThatRows(table("csv", "quarantine")
                        .where("input IN ('placements', 'contracts')")
                        .selectExpr("input", "row", "array_join(rules, ' + ') AS broken"))
                .containsExactlyInAnyOrder(
                        "input | row | broken",
                        "placements | 36 | setting is empty + its element type is missing from element_types",
                        "placements | 37 | the costs of its days do not add up to its cost",
                        "placements | 38 | its status is not a status of the brokerage service",
                        "placements | 39 | the element that it suspends is missing or has no cost",
                        "contracts | 5 | the provider is on the framework but the element is charged to the spot code",
                        "contracts | 6 | the provider is spot but the element is charged to the framework code",
                        "contracts | 36 | its element type is missing from element_types",
                        "contracts | 38 | its status is not a status of the brokerage service",
                        "contracts | 40 | purchase_route is empty + its provider is missing from providers");
    }

    @Test
    void referral_becomes_a_brokering_case() {
        assertThatRows(table("csv", "brokering"))
                .containsExactlyInAnyOrder(
                        "case_id | setting | primary_support_reason | referral_date | sourced_date | service_start_date | status | closed_date | urgent | source | placement_id",
                        "1 | Home care | Physical support: Access and mobility only | 2022-05-25 | 2022-06-01 | 2022-06-06 | Sourced | | true | Not recorded | 101",
                        "2 | Other | Sensory support: Support for hearing impairment | 2022-09-03 | | | Open | | false | Not recorded |",
                        "4 | Other | | 2022-12-01 | | | Withdrawn | 2022-12-05 | false | Not recorded |",
                        "5 | Other | | 2022-12-01 | | | Cancelled | 2022-12-20 | false | Not recorded |",
                        "6 | Nursing care | | 2022-11-01 | | | On hold | | false | Not recorded |",
                        "7 | Home care | Physical support: Personal care support | 2022-12-01 | | | Open | | false | Not recorded |",
                        "8 | Other | | 2022-07-01 | 2022-07-16 | | Sourced | | false | Not recorded |",
                        "11 | Other | Social support: Support for social isolation or other | 2022-12-01 | | | Open | | false | Not recorded |");
        assertThatRows(table("csv", "quarantine")
                        .where("input = 'brokering'")
                        .selectExpr("row", "array_join(rules, ' + ') AS broken"))
                .containsExactlyInAnyOrder(
                        "row | broken",
                        "4 | sourced_date is empty, and the status is Sourced",
                        "10 | status is not one of the codes of its list",
                        "11 | referral_date is not a date such as 2025-06-30 or 30/06/2025");
    }

    @Test
    void every_row_of_every_file_is_counted() {
        Pattern line =
                Pattern.compile("(?m)^(placements|contracts|brokering) +(\\S+) +(\\d+) +(\\d+) +(\\d+) +(\\d+)$");
        Map<String, List<Integer>> counts = new TreeMap<>();
        line.matcher(done.out())
                .results()
                .forEach(found -> counts.put(
                        found.group(1) + " " + found.group(2).replaceFirst("hackney-brokerage/(.*)[.]csv", "$1"),
                        Stream.of(3, 4, 5, 6)
                                .map(part -> Integer.valueOf(found.group(part)))
                                .toList()));
        assertThat(counts)
                .containsEntry("placements elements", List.of(43, 23, 4, 16))
                .containsEntry("placements element_types", List.of(26, 0, 0, 26))
                .containsEntry("placements service_users", List.of(2, 0, 0, 2))
                .containsEntry("brokering referrals", List.of(12, 8, 3, 1))
                .containsEntry("brokering audit_events", List.of(6, 0, 0, 6))
                .containsKeys("contracts elements", "contracts providers", "brokering referral_elements");
        assertThat(counts.values())
                .allSatisfy(of -> assertThat(of.get(0)).isEqualTo(of.get(1) + of.get(2) + of.get(3)));
    }

    @Test
    void second_ingest_leaves_the_lake_unchanged() throws IOException {
        Map<String, String> before = fingerprints(folder.resolve("lake-csv"));
        assertThat(ingest("csv").exitCode()).isZero();
        assertThat(fingerprints(folder.resolve("lake-csv"))).isEqualTo(before).isNotEmpty();
    }

    @Test
    void workbooks_with_names_from_code_give_same_tables() throws IOException {
        HackneyTables.EXPORT.writeWorkbooks(folder.resolve("xlsx/Hackney-Brokerage"));
        CommandCall again = ingest("xlsx");
        assertThat(again.exitCode()).as(again.err()).isZero();
        for (String table : List.of("placements", "contracts", "brokering")) {
            assertThat(lines(table("xlsx", table))).as(table).isEqualTo(lines(table("csv", table)));
        }
    }

    @Test
    void run_writes_packs_from_a_brokerage_export() throws IOException {
        HackneyTables.EXPORT.writeCsv(folder.resolve("packed/hackney-brokerage"));
        CommandCall run = CommandCall.run(
                "run",
                "--sample",
                "--input",
                folder.resolve("packed").toString(),
                "--lake",
                folder.resolve("lake-packed").toString(),
                "--packs",
                folder.resolve("packs").toString(),
                "--as-at",
                "2022-09-30");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(CsvTable.read(folder.resolve("packs/2022-09-30/internal"), "long_term_support")
                        .cell("placements", "support=Residential care"))
                .isEqualTo("1");
    }

    @Test
    void missing_optional_tables_are_accepted() throws IOException {
        HackneyTables.EXPORT
                .without("referral_elements", "audit_events", "service_users")
                .with("services", "id|name\n7|Day Care")
                .writeCsv(folder.resolve("few/hackney-brokerage"));
        CommandCall few = ingest("few");
        assertThat(few.exitCode()).as(few.err()).isZero();
        assertThatRows(table("few", "brokering"))
                .containsExactlyInAnyOrder(
                        "case_id | setting | status | closed_date",
                        "2 | Other | Open |",
                        "4 | Other | Withdrawn | 2022-12-09",
                        "5 | Other | Cancelled | 2022-12-20",
                        "6 | Nursing care | On hold |",
                        "7 | Other | Open |",
                        "11 | Other | Open |");
        assertThatRows(table("few", "quarantine")
                        .where("array_contains(rules, 'sourced_date is empty, and the status is Sourced')"))
                .containsExactlyInAnyOrder("row", "2", "4", "9");
        assertThatRows(table("few", "placements").where("placement_id = '101'"))
                .containsExactlyInAnyOrder("setting | date_of_birth", "Day support |");
    }

    @Test
    void missing_required_tables_are_all_named() throws IOException {
        HackneyTables.EXPORT.without("providers", "element_types").writeCsv(folder.resolve("none/hackney-brokerage"));
        CommandCall refused = ingest("none");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("contains no table named providers.")
                .contains("contains no table named element_types.");
    }

    private static CommandCall ingest(String name) {
        return CommandCall.run(
                "ingest",
                "--sample",
                "--input",
                folder.resolve(name).toString(),
                "--lake",
                folder.resolve("lake-" + name).toString());
    }

    private static Dataset<Row> table(String name, String table) {
        return new LakeReader(folder.resolve("lake-" + name)).table(table);
    }

    private static List<String> lines(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    private static FileCount file(String input, String name) {
        return new Lake(TestSpark.session(), folder.resolve("lake-csv").toString())
                .note(input).orElseThrow().files().stream()
                        .filter(file -> file.file().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static Map<String, String> fingerprints(Path root) throws IOException {
        Map<String, String> fingerprints = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(".lock"))
                    .forEach(file -> fingerprints.put(
                            root.relativize(file).toString(),
                            Fingerprint.of(file).sha256()));
        }
        return fingerprints;
    }
}
