package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import marketshaping.OpenLake;
import marketshaping.input.mapping.Mappings;
import marketshaping.input.source.Fingerprint;
import marketshaping.input.validate.ExtractScanner;
import marketshaping.input.validate.InMemoryValidation;
import marketshaping.input.validate.OverlapRule;
import marketshaping.input.validate.ValidatedRow;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Inputs;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.secret.PseudonymisationKey;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.Home;
import marketshaping.testkit.LakeReader;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests small extracts in shapes that councils have supplied, each with the right value. The folder {@code cases} of
 * the test resources contains them; the data is made up.
 */
class ExtractCasesTest {
    private static final Path CASES = Home.FOLDER.resolve("jobs/market-shaping/src/test/resources/cases");
    private static final LocalDate AS_AT = LocalDate.of(2025, 6, 30);

    private static final String MAPPING =
            """
            about: a system that names the end of a service in its own way
            inputs:
              placements:
                columns:
                  end_date: [Service End Date]
                  contract_id: [Contract Reference]
                  unit_cost: [Weekly Cost]
                  cost_frequency: [Frequency]
            """;

    @TempDir
    private Path folder;

    @Test
    void identifiers_shown_with_zeros_match_the_visits() throws IOException {
        assertThat(findings("ids-shown-with-zeros")).isEmpty();
        assertThat(column("ids-shown-with-zeros", "placements.xlsx", "contract_id"))
                .startsWith("000002", "000003", "000001")
                .hasSize(12);
        try (OpenLake lake = ingested("ids-shown-with-zeros")) {
            Row seen = lake.measure("oob_oversight").where("setting = 'All'").first();
            assertThat(seen.<Number>getAs("people").longValue()).isEqualTo(6);
            assertThat(seen.<Number>getAs("seen_12_months").longValue()).isEqualTo(6);
        }
    }

    @Test
    void keys_that_match_nothing_are_reported_with_the_cause() throws IOException {
        assertThat(findings("keys-match-nothing"))
                .filteredOn(finding -> finding.contains("references-unmatched"))
                .containsExactlyInAnyOrder(
                        unmatched("brokering_pauses case_id 6 of 6", 6),
                        unmatched("framework_memberships provider_id 3 of 3", 3),
                        unmatched("visits person_id 12 of 12", 12),
                        unmatched("payments supplier_id 3 of 3", 3));
        try (OpenLake lake = ingested("keys-match-nothing")) {
            assertThat(number(lake, "oob_oversight", "seen_12_months", "setting = 'All'"))
                    .isZero();
        }
    }

    @Test
    void keys_that_match_give_figures_without_a_finding_about_them() throws IOException {
        assertThat(findings("control-keys-match"))
                .filteredOn(finding -> finding.contains("references-unmatched"))
                .containsExactlyInAnyOrder(
                        unmatched("brokering_pauses case_id 6 of 6", 6), unmatched("payments supplier_id 3 of 3", 3));
        try (OpenLake lake = ingested("control-keys-match")) {
            assertThat(number(lake, "oob_oversight", "seen_12_months", "setting = 'All'"))
                    .isEqualTo(6);
            assertThat(number(lake, "leakage", "lines", "kind = 'Leakage' AND setting = 'All'"))
                    .isEqualTo(8);
        }
    }

    @Test
    void second_copy_of_a_file_counts_once() throws IOException {
        assertThat(findings("payments-same-month-twice"))
                .containsExactly("file-repeated payments 1 of 0: MS-1811: April 2025.csv: the file has the same content"
                        + " as April 2025 (1).csv. It was read once. Delete the copy.");
        Path lake = ingest("payments-same-month-twice");
        assertThat(new LakeReader(lake)
                        .table("payments")
                        .selectExpr("month(payment_date) AS month", "amount")
                        .groupBy("month")
                        .agg(org.apache.spark.sql.functions.expr("CAST(sum(amount) AS INT) AS amount"))
                        .orderBy("month")
                        .collectAsList())
                .extracting(row -> row.get(0) + ": " + row.get(1))
                .containsExactly("4: 6021", "5: 6021");
    }

    @Test
    void worksheets_with_one_header_are_all_read() throws IOException {
        JsonNode report = check("worksheet-a-page");
        assertThat(files(report, "placements"))
                .containsExactlyInAnyOrder(
                        "placements.xlsx (PlacementReport) 4 of 4",
                        "placements.xlsx (PlacementReport_2) 4 of 4",
                        "placements.xlsx (PlacementReport_3) 4 of 4");
        assertThat(column("worksheet-a-page", "placements.xlsx", "placement_id"))
                .containsExactlyInAnyOrder(
                        "P001", "P002", "P003", "P004", "P005", "P006", "P007", "P008", "P009", "P010", "P011", "P012");
    }

    @Test
    void end_date_under_another_name_is_refused_until_it_is_mapped() throws IOException {
        JsonNode report = check("end-date-otherwise");
        assertThat(report.get("exitCode").asInt()).isEqualTo(1);
        assertThat(texts(report.get("refused")))
                .anyMatch(message -> message.startsWith("MS-1311: placements.csv: the column end_date of placements is"
                        + " missing or has no value. Columns that may contain it: Service End Date."));
        Path mapping = Files.writeString(folder.resolve("ours.yaml"), MAPPING);
        try (OpenLake lake = ingested("end-date-otherwise", "--mapping", "placements=" + mapping)) {
            assertThat(stock(lake, "placements")).isEqualTo(4);
        }
    }

    @Test
    void councils_by_name_give_the_figures_of_councils_by_code() throws IOException {
        assertThat(findings("councils-by-name")).isEmpty();
        for (String name : List.of("councils-by-name", "control-councils-by-code")) {
            try (OpenLake lake = ingested(name)) {
                assertThat(stock(lake, "placements")).as(name).isEqualTo(12);
                assertThat(stock(lake, "not_located")).as(name).isZero();
                assertThat(stock(lake, "out_of_borough_percent")).as(name).isEqualTo(50);
            }
        }
        assertThat(column("councils-by-name", "placements.csv", "placement_local_authority"))
                .isEqualTo(column("control-councils-by-code", "placements.csv", "placement_local_authority"))
                .hasSize(12);
    }

    @Test
    void half_swapped_dates_are_refused_with_the_cause() throws IOException {
        JsonNode report = check("dates-half-swapped");
        assertThat(report.get("exitCode").asInt()).isEqualTo(1);
        assertThat(texts(report.get("refused")))
                .containsExactly(
                        "MS-1310: placements.xlsx, column start_date: a spreadsheet program has swapped day and"
                                + " month in part of the column. The 7 true dates have no day over 12, and the 5 dates stored"
                                + " as text have only such days. The file is refused, because the true dates are wrong. Export"
                                + " it again as CSV, or import the dates as text with the day first.");
    }

    @Test
    void direction_marks_are_no_part_of_a_value() throws IOException {
        assertThat(findings("left-to-right-marks")).isEmpty();
        List<Object> people = column("left-to-right-marks", "placements.csv", "person_id");
        assertThat(people).hasSize(8);
        assertThat(new HashSet<>(people)).as("P005 and P006 are one person").hasSize(7);
        assertThat(people.get(5)).isEqualTo(people.get(4));
        assertThat(column("left-to-right-marks", "placements.csv", "contract_id"))
                .startsWith("C002", "C003", "C001");
        assertThat(column("left-to-right-marks", "placements.csv", "start_date"))
                .isEqualTo(Collections.nCopies(8, LocalDate.of(2024, 5, 14)));
    }

    @Test
    void merged_value_counts_for_every_row() throws IOException {
        assertThat(findings("merged-down"))
                .singleElement()
                .asString()
                .startsWith("cells-merged placements 48 of 0: MS-1807: placements.xlsx: 48 cells are part of merged"
                        + " ranges:");
        assertThat(column("merged-down", "placements.xlsx", "provider_id"))
                .containsExactly("S0", "S0", "S0", "S1", "S1", "S1", "S2", "S2", "S2", "S3", "S3", "S3");
        List<Object> people = column("merged-down", "placements.xlsx", "person_id");
        assertThat(new HashSet<>(people)).hasSize(4).doesNotContainNull();
        assertThat(people.subList(3, 6)).containsOnly(people.get(3));
    }

    @Test
    void address_with_line_break_and_commas_is_one_cell() throws IOException {
        JsonNode report = check("address-lines-with-commas");
        assertThat(files(report, "placements")).containsExactly("placements.csv 4 of 4");
        assertThat(column("address-lines-with-commas", "placements.csv", "placement_local_authority"))
                .containsExactly("E09000012", "E09000012", "E09000012", "E09000012");
    }

    @Test
    void public_directory_of_the_regulator_is_read() throws IOException {
        JsonNode report = check("cqc-directory-csv");
        assertThat(files(report, "providers")).containsExactly("providers.csv 2 of 2");
        assertThat(column("cqc-directory-csv", "providers.csv", "location_id"))
                .containsExactly("1-100000001", "1-100000002");
        assertThat(column("cqc-directory-csv", "providers.csv", "authority")).containsExactly("E09000012", "E09000025");
        assertThat(column("cqc-directory-csv", "providers.csv", "postcode")).containsExactly("E8 1AA", "E15 1AA");
        assertThat(column("cqc-directory-csv", "providers.csv", "provider_id"))
                .containsExactly("1-200000001", "1-200000002");
        assertThat(column("cqc-directory-csv", "providers.csv", "care_home")).containsExactly(true, true);
    }

    @Test
    void older_public_directory_of_the_regulator_is_read() throws IOException {
        String text = Files.readString(CASES.resolve("cqc-directory-csv/providers.csv"))
                .replace("CQC Location ID (for office use only)", "CQC Location (for office use only")
                .replace("Specialisms/services,", "Services,");
        Files.writeString(folder.resolve("providers.csv"), text);

        assertThat(column(folder.toString(), "providers.csv", "location_id"))
                .containsExactly("1-100000001", "1-100000002");
        assertThat(column(folder.toString(), "providers.csv", "provider_id"))
                .containsExactly("1-200000001", "1-200000002");
        assertThat(column(folder.toString(), "providers.csv", "care_home")).containsExactly(true, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Domain", "Key Question"})
    void latest_ratings_of_the_regulator_give_one_rating_per_location(String domain) throws IOException {
        String home = "1-100000001,Alder House,Social Care Org,E8 1AA,Hackney,Y,";
        String agency = "1-100000002,Birch Care,Social Care Org,E15 1AA,Newham,N,";
        String nursing = "1-100000003,Elm Ward,NHS Healthcare Organisation,E8 2AA,Hackney,Y,";
        String dentist = "1-100000004,Oak Dental,Primary Dental Care,E8 3AA,Hackney,N,";
        Files.writeString(
                folder.resolve("providers.csv"),
                "Location ID,Location Name,Location Type,Location Post Code,Location Local Authority,Care Home?,"
                        + "Service / Population Group," + domain + ",Latest Rating,Publication Date,Report Type\n"
                        + home + "Overall,Safe,Good,01/02/2024,Location\n"
                        + home + "Overall,Overall,Requires improvement,01/02/2024,Location\n"
                        + home + "Older people,Overall,Inadequate,01/02/2024,Location\n"
                        + agency + "Overall,Overall,Outstanding,03/04/2025,Location\n"
                        + agency + "Overall,Caring,Good,03/04/2025,Location\n"
                        + nursing + "Overall,Overall,Good,03/04/2025,Location\n"
                        + dentist + "Overall,Overall,Good,03/04/2025,Location\n");

        assertThat(column(folder.toString(), "providers.csv", "location_id"))
                .containsExactly("1-100000001", "1-100000002", "1-100000003");
        assertThat(column(folder.toString(), "providers.csv", "overall_rating"))
                .containsExactly("Requires improvement", "Outstanding", "Good");
        assertThat(column(folder.toString(), "providers.csv", "rating_date"))
                .containsExactly(LocalDate.of(2024, 2, 1), LocalDate.of(2025, 4, 3), LocalDate.of(2025, 4, 3));
        assertThat(column(folder.toString(), "providers.csv", "authority"))
                .containsExactly("E09000012", "E09000025", "E09000012");
        assertThat(column(folder.toString(), "providers.csv", "postcode")).startsWith("E8 1AA", "E15 1AA");
    }

    @Test
    void postcodes_with_district_codes_are_read() throws IOException {
        Files.writeString(
                folder.resolve("postcodes.csv"),
                """
                Postcode,In Use?,Latitude,Longitude,County,District,District Code,Introduced,Terminated
                E8 1AA,Yes,51.54,-0.06,,Hackney,E09000012,1980-01-01,
                CF10 1AA,Yes,51.48,-3.18,,Cardiff,W06000015,1980-01-01,
                """);

        assertThat(column(folder.toString(), "postcodes.csv", "authority")).containsExactly("E09000012", "W06000015");
        assertThat(column(folder.toString(), "postcodes.csv", "latitude")).containsExactly(51.54, 51.48);
    }

    @Test
    void postcodes_without_an_authority_column_are_refused() throws IOException {
        Files.writeString(folder.resolve("postcodes.csv"), "Postcode,Lat,Long,Town\nE8 1AA,51.54,-0.06,London\n");

        assertThatThrownBy(() -> column(folder.toString(), "postcodes.csv", "latitude"))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("MS-1311: postcodes.csv: the column authority of postcodes is missing");
    }

    @Test
    void postcode_lookup_locates_placements() throws IOException {
        assertThat(column("postcodes-ons-lookup", "postcodes.csv", "authority"))
                .containsExactly("E09000012", "W06000015");
        try (OpenLake lake = ingested("postcodes-ons-lookup")) {
            assertThat(stock(lake, "placements")).isEqualTo(12);
            assertThat(stock(lake, "not_located")).isZero();
            assertThat(stock(lake, "out_of_borough")).isEqualTo(6);
            assertThat(stock(lake, "outside_region")).isEqualTo(6);
        }
    }

    @Test
    void times_with_offsets_are_dates_in_london() throws IOException {
        assertThat(findings("postgres-offsets")).isEmpty();
        List<Object> dates = new java.util.ArrayList<>(Collections.nCopies(12, LocalDate.of(2024, 5, 14)));
        dates.set(2, LocalDate.of(2024, 1, 14));
        assertThat(column("postgres-offsets", "placements.csv", "start_date")).isEqualTo(dates);
    }

    @Test
    void backslash_before_a_quote_is_no_part_of_a_name() throws IOException {
        assertThat(column("backslash-quotes", "placements.csv", "provider_name"))
                .startsWith("Provider 2", "Provider 3", "The \"Alders\", Ltd", "Provider 2", "The \"Birches\"")
                .hasSize(12);
        assertThat(column("backslash-quotes", "placements.csv", "cost_frequency"))
                .isEqualTo(Collections.nCopies(12, "Weekly"));
    }

    @Test
    void web_page_named_as_a_workbook_is_read() throws IOException {
        assertThat(findings("xls-html"))
                .singleElement()
                .asString()
                .startsWith("read-as placements 0 of 0: MS-1801: placements.xls: the content is a web page");
        assertThat(column("xls-html", "placements.xls", "placement_id"))
                .hasSize(12)
                .startsWith("P001");
        assertThat(column("xls-html", "placements.xls", "contract_id")).startsWith("C002", "C003", "C001");
        assertThat(column("xls-html", "placements.xls", "start_date"))
                .isEqualTo(Collections.nCopies(12, LocalDate.of(2024, 5, 14)));
    }

    /** Returns the report of a check, which must agree with the exit code of the command. */
    private JsonNode check(String name) throws IOException {
        Path json = folder.resolve(name + ".json");
        CommandCall done = CommandCall.run(
                "check",
                "--sample",
                "--input",
                CASES.resolve(name).toString(),
                "--lake",
                folder.resolve("no-lake").toString(),
                "--json",
                json.toString());
        JsonNode report = new JsonMapper().readTree(json.toFile());
        assertThat(done.exitCode())
                .as(done.err())
                .isEqualTo(report.get("exitCode").asInt());
        return report;
    }

    /** Returns the findings of a check of extracts that can be ingested without quarantined rows. */
    private List<String> findings(String name) throws IOException {
        JsonNode report = check(name);
        assertThat(report.get("exitCode").asInt())
                .as("%s", report.get("refused"))
                .isZero();
        assertThat(report.get("rulesBroken")).isEmpty();
        return StreamSupport.stream(report.get("findings").spliterator(), false)
                .map(finding -> "%s %s%s %s of %s: %s"
                        .formatted(
                                finding.get("kind").asText(),
                                finding.get("input").asText(),
                                finding.get("column").asText().isEmpty()
                                        ? ""
                                        : " " + finding.get("column").asText(),
                                finding.get("rows").asText(),
                                finding.get("of").asText(),
                                finding.get("sentence").asText()))
                .map(finding -> finding.contains("references-unmatched")
                        ? finding.replaceFirst(": MS-1813.*; (.*?)[.] These.*", ": $1")
                        : finding)
                .toList();
    }

    private static String unmatched(String counts, int keys) {
        return "references-unmatched %s: %d of them would be found without differences in leading zeros"
                .formatted(counts, keys);
    }

    private static List<String> files(JsonNode report, String input) {
        return StreamSupport.stream(report.get("files").spliterator(), false)
                .filter(file -> file.get("input").asText().equals(input))
                .map(file -> "%s %s of %s"
                        .formatted(
                                file.get("file").asText(),
                                file.get("rowsAccepted").asText(),
                                file.get("rowsRead").asText()))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Returns the typed values of a column for every record of the file; all must be accepted. */
    private static List<Object> column(String name, String file, String column) {
        Contract contract = Inputs.named(file.replaceFirst("[.].*", ""));
        ExtractScanner scanner = new ExtractScanner(
                Mappings.of(Map.of()), Set.of(), path -> Fingerprint.of(path).sha256());
        List<ValidatedRow> rows = InMemoryValidation.of(
                        contract,
                        scanner.scan(contract, CASES.resolve(name).resolve(file)),
                        PseudonymisationKey.ofSample(),
                        new OverlapRule(Set.of()))
                .rows()
                .stream()
                .filter(row -> !row.kind().startsWith("left out"))
                .toList();
        assertThat(rows).allMatch(ValidatedRow::isAccepted);
        int position = contract.fields().stream().map(Field::name).toList().indexOf(column);
        return Arrays.asList(rows.stream().map(row -> row.values()[position]).toArray());
    }

    private OpenLake ingested(String name, String... more) {
        return OpenLake.of(ingest(name, more), AS_AT);
    }

    private Path ingest(String name, String... more) {
        Path lake = folder.resolve("lake-of-" + name);
        CommandCall done = CommandCall.run(Stream.concat(
                        Stream.of(
                                "ingest",
                                "--sample",
                                "--input",
                                CASES.resolve(name).toString(),
                                "--lake",
                                lake.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
        assertThat(done.exitCode()).as(done.out() + done.err()).isZero();
        return lake;
    }

    private static double stock(OpenLake lake, String column) {
        return number(
                lake,
                "oob_stock",
                column,
                "setting = 'All' AND need_group = 'All' AND age_band = 'All' AND purchase_route = 'All'");
    }

    private static double number(OpenLake lake, String measure, String column, String where) {
        return lake.measure(measure).where(where).first().<Number>getAs(column).doubleValue();
    }
}
