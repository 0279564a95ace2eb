package marketshaping.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.SmallCouncil;
import marketshaping.testkit.WorkbookReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the report of {@code check} on one dirty council, as text, as JSON, as a workbook and as a web page. */
class CheckCommandTest {
    private static final String PAYMENTS =
            """
            Date,Transaction Number,Amount,Expense Area,Expense Type,Expense Code
            12/01/2011,T1,100.00,Adult & Community Services,Residential Care Spot,7401
            13/01/2011,T2,10.00,Adult & Community Services,Books,7402
            14/01/2011,T3,40.50,Adult & Community Services,Frozen meals,7403
            15/01/2011,T4,2.25,Adult & Community Services,Books,7402
            """;
    private static final String BROKERING =
            """
            case_id,person_id,setting,referral_date,complete_referral_date,sourced_date,status,closed_date,source,placement_id,Worker
            C1,SECRETPERSON1,residential-care,2025-01-02,2025-01-03,2025-01-13,Sourced,,Hospital,L1,A
            C2,SECRETPERSON2,Supported living,2025-05-01,,2025-05-08,Sourced,,Community,L99,B
            """;

    @TempDir
    private static Path folder;

    private static CommandCall done;
    private static JsonNode json;
    private static WorkbookReader workbook;

    @BeforeAll
    static void check() throws IOException {
        SmallCouncil.withDefects()
                .with("payments", PAYMENTS)
                .with("brokering", BROKERING)
                .with("holidays", "what,ever\n1,2\n")
                .write(folder.resolve("in"));
        done = CommandCall.run(
                "check",
                "--sample",
                "--input",
                folder.resolve("in").toString(),
                "--lake",
                folder.resolve("lake").toString(),
                "--json",
                folder.resolve("check.json").toString(),
                "--workbook",
                folder.resolve("check.xlsx").toString(),
                "--html",
                folder.resolve("check.html").toString());
        assertThat(done.exitCode()).as(done.err()).isZero();
        json = new JsonMapper().readTree(folder.resolve("check.json").toFile());
        workbook = WorkbookReader.of(folder.resolve("check.xlsx"));
    }

    @Test
    void check_writes_the_requested_files_only() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("in", "check.json", "check.xlsx", "check.html");
        }
    }

    @Test
    void format_and_row_counts_of_each_file_are_reported() {
        assertThat(done.out())
                .containsPattern("placements +placements\\.csv +14 +3 +6 +5\n")
                .contains("placements, placements.csv: UTF-8, comma, header in row 1, read with canonical column names")
                .contains("not records: 2 blank, 1 repeated header, 1 exact repeat of an accepted row, 1 total")
                .contains("caution: the stated total of unit_cost is 2271.50")
                .contains("payments-devon, recognised by")
                .contains("payment_id (Transaction Number)")
                .contains("1 ignored: Worker")
                .contains("codes matched despite their case or punctuation: 1 setting");
        JsonNode brokering = file("brokering.csv");
        assertThat(texts(brokering.get("columnsNotThere")))
                .contains("urgent", "team")
                .doesNotContain("case_id");
        assertThat(texts(file("payments.csv").get("columnsNotThere")))
                .as("columns that the mapping fills are not missing")
                .contains("supplier_name")
                .doesNotContain("setting", "purchase_route");
        assertThat(done.out())
                .contains("Files that belong to no input and were ignored")
                .contains("holidays.csv");
    }

    @Test
    void rule_violations_have_counts_examples_and_advice() {
        assertThat(done.out())
                .contains("1 quarantined of placements, placements.csv: end_date is before start_date")
                .contains("row 8: placement_id=L7, start_date=2024-10-01, end_date=2024-09-30")
                .contains("What to do: Use one of: Day support, Direct payment")
                .contains("row 6: placement_id=L5, setting=Sheltered");
        JsonNode differing = json.get("rulesBroken").get(0);
        assertThat(differing.get("rule").asText()).isEqualTo("another row has the same placement_id and differs");
        assertThat(differing.get("rows").asLong()).isEqualTo(2);
        assertThat(StreamSupport.stream(differing.get("examples").spliterator(), false)
                        .map(example -> example.get("row").asLong()))
                .containsExactly(9L, 10L);
    }

    @Test
    void effects_of_gaps_are_reported_in_sentences() {
        assertThat(unwrapped(done.out()))
                .contains("1 of 3 placements can't be located: they state no postcode, no authority and no CQC location"
                        + " of a care home. They are left out of every out-of-borough percentage.")
                .contains("1 of 2 cases will be timed from the referral date")
                .contains("1 of 2 cases will show the route Not recorded: their placement is not among the"
                        + " accepted placements.")
                .contains("Without visits: oob_oversight shows [x]; nobody is on the action list for the lack of a"
                        + " visit or review.")
                .contains("brokering_times shows [x] under mean_net_days, median_net_days")
                .doesNotContain("0 of ");
    }

    @Test
    void unclassified_groups_are_listed_by_descending_sum() {
        assertThat(done.out()).containsPattern("payments-devon \\(3 rows, 52\\.75\\)\n");
        assertThat(done.out().lines().map(String::strip).filter(line -> line.contains("Adult & Community Services")))
                .containsExactly(
                        "40.50     1  Frozen meals  Adult & Community Services",
                        "12.25     2  Books         Adult & Community Services");
        assertThat(json.get("notClassified")
                        .get(0)
                        .get("groups")
                        .get(1)
                        .get("sum")
                        .decimalValue())
                .isEqualByComparingTo("12.25");
    }

    @Test
    void text_json_and_workbook_agree() {
        for (JsonNode file : json.get("files")) {
            String counts = "%s +%s +%d +%d +%d +%d\n"
                    .formatted(
                            file.get("input").asText(),
                            file.get("file").asText(),
                            file.get("rowsRead").asLong(),
                            file.get("rowsAccepted").asLong(),
                            file.get("rowsQuarantined").asLong(),
                            file.get("rowsNotRecords").asLong());
            assertThat(done.out()).containsPattern(counts);
            assertThat(workbook.rows("Files")).anySatisfy(row -> assertThat(row)
                    .startsWith(
                            file.get("input").asText(),
                            file.get("file").asText(),
                            file.get("rowsRead").asText(),
                            file.get("rowsAccepted").asText(),
                            file.get("rowsQuarantined").asText(),
                            file.get("rowsNotRecords").asText()));
        }
        for (JsonNode broken : json.get("rulesBroken")) {
            assertThat(workbook.rows("Rules broken")).anySatisfy(row -> assertThat(row)
                    .contains(broken.get("rule").asText(), broken.get("rows").asText()));
        }
        for (JsonNode gap : json.get("gaps")) {
            assertThat(unwrapped(done.out())).contains(gap.get("sentence").asText());
            assertThat(workbook.rows("Gaps")).anySatisfy(row -> assertThat(row)
                    .contains(gap.get("sentence").asText()));
        }
        assertThat(workbook.sheets())
                .containsExactly(
                        "Cover",
                        "Contents",
                        "Files",
                        "Findings",
                        "Rules broken",
                        "Examples",
                        "Columns",
                        "Not classified",
                        "Gaps");
        assertThat(json.get("findings")).isNotEmpty();
        for (JsonNode finding : json.get("findings")) {
            String sentence = finding.get("sentence").asText();
            assertThat(unwrapped(done.out())).contains(sentence);
            assertThat(workbook.rows("Findings")).anySatisfy(row -> assertThat(row)
                    .contains(finding.get("kind").asText(), sentence));
        }
    }

    @Test
    void report_contains_no_person() throws IOException {
        String all = done.out() + done.err() + Files.readString(folder.resolve("check.json")) + workbook.text();
        assertThat(all).contains("L7").doesNotContain("SECRETPERSON").doesNotContain("1955-08");
        assertThat(json.get("rulesBroken")
                        .get(0)
                        .get("examples")
                        .get(0)
                        .get("cells")
                        .get("person_id")
                        .asText())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void page_has_the_files_and_rules_and_hides_people() throws IOException {
        String page = Files.readString(folder.resolve("check.html"));
        Document read = Jsoup.parse(page);
        assertThat(read.select("h3 .name").eachText())
                .containsExactlyElementsOf(
                        StreamSupport.stream(json.get("files").spliterator(), false)
                                .map(file -> file.get("file").asText())
                                .toList());
        assertThat(read.select(".rule .name").eachText())
                .containsExactlyInAnyOrderElementsOf(
                        StreamSupport.stream(json.get("rulesBroken").spliterator(), false)
                                .map(broken -> broken.get("rule").asText())
                                .toList());
        String person = json.get("rulesBroken")
                .get(0)
                .get("examples")
                .get(0)
                .get("cells")
                .get("person_id")
                .asText();
        assertThat(page).contains("L7").doesNotContain("SECRETPERSON", "1955-08", person.substring(0, 8));
    }

    private static JsonNode file(String name) {
        return StreamSupport.stream(json.get("files").spliterator(), false)
                .filter(file -> file.get("file").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String unwrapped(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
