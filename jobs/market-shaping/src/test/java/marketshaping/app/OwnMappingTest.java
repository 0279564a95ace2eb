package marketshaping.app;

import static marketshaping.testkit.RowsAssert.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.Home;
import marketshaping.testkit.LakeReader;
import marketshaping.testkit.SmallCouncil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests a source system with its own names, dates and codes, and extracts that contain only changes. */
class OwnMappingTest {
    private static final String MAPPING =
            """
            about: the placements of an in-house system
            inputs:
              placements:
                columns:
                  placement_id: [Line]
                  person_id: [Client]
                  start_date: [From]
                  end_date: [Until]
                  unit_cost: [Price]
                  placement_local_authority: [Where]
                also-read:
                  service: [Service]
                  state: [State]
                date-format: MM/dd/yyyy
                codes:
                  out_of_borough_reason: {none nearby: No local capacity}
                constants:
                  cost_frequency: Fortnightly
                leave-out:
                  - when: {state: '^draft$'}
                    because: a draft
                  - when: {unit_cost: '^test$'}
                    because: a test
                classify:
                  - when: {service: 'dom.* care'}
                    then: {setting: Home care}
                  - when: {service: 'res'}
                    unless: {service: 'respite'}
                    then: {setting: Residential care}
                faults:
                  - when: {state: '^disputed$'}
                    because: the line is disputed
            """;
    private static final String LINES =
            """
            Line,Client,Service,From,Until,Price,Where,State,out_of_borough_reason
            1,A,Dom. Care,05/29/2025,,100,Hackney,,None nearby
            2,B,Residential,01/02/2025,12/31/2025,1500,E09000012,,Specialist need
            3,C,Respite,01/02/2025,,10,Hackney,,
            4,D,Residential,01/02/2025,,10,Hackney,Draft,
            5,E,Residential,01/02/2025,,10,Hackney,Disputed,
            6,F,Residential,31/01/2025,,10,Hackney,,
            """;

    @TempDir
    private Path folder;

    @Test
    void own_mapping_file_reads_a_custom_extract() throws IOException {
        SmallCouncil.withoutDefects()
                .with("placements", LINES)
                // This file lacks the column that marks adult social care.
                .with("providers", "Location ID,Location Name\n1-1,Alder House\n")
                .with("bank_holidays", "date,title,division\n2025-12-25,Christmas Day,scotland\n")
                .write(folder.resolve("in"));
        Path mapping =
                Files.writeString(folder.resolve("mine.yaml"), MAPPING.replace("Price = 'test'", "unit_cost = 'test'"));
        CommandCall done = ingest("--mapping", "placements=" + mapping);
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThatRows(table("placements"))
                .containsExactlyInAnyOrder(
                        "placement_id | setting | start_date | end_date | unit_cost | cost_frequency"
                                + " | placement_local_authority | out_of_borough_reason",
                        "1 | Home care | 2025-05-29 | | 100 | Fortnightly | E09000012 | No local capacity",
                        "2 | Residential care | 2025-01-02 | 2025-12-31 | 1500 | Fortnightly | E09000012 | Specialist need");
        assertThatRows(table("providers"))
                .containsExactlyInAnyOrder("location_id | location_name", "1-1 | Alder House");
        assertThatRows(table("quarantine").selectExpr("row", "concat_ws('; ', rules) AS rules"))
                .containsExactlyInAnyOrder(
                        "row | rules",
                        "4 | setting is empty",
                        "6 | the line is disputed",
                        "7 | start_date is not a date such as 2025-06-30 or 30/06/2025");
    }

    @Test
    void mapping_errors_are_all_reported_before_reading() throws IOException {
        SmallCouncil.withoutDefects().write(folder.resolve("in"));
        Path mapping = Files.writeString(
                folder.resolve("mine.yaml"),
                MAPPING.replace("No local capacity", "Too far").replace("'res'", "'('"));
        CommandCall done = ingest("--mapping", "placements=" + mapping, "--mapping", "contracts=nowhere");
        assertThat(done.exitCode()).isEqualTo(2);
        assertThat(done.err())
                .contains("mine.yaml, line 16: inputs.placements.codes.out_of_borough_reason.none nearby is 'Too far'")
                .contains("mine.yaml, line 27: inputs.placements.classify[2].when.service is not a valid pattern")
                .contains("There is no mapping 'nowhere'.");
        assertThat(folder.resolve("lake/placements")).doesNotExist();
    }

    @Test
    void upsert_setting_merges_changed_rows_into_the_table() throws IOException {
        Path settings = Files.writeString(
                folder.resolve("settings.yaml"), Files.readString(Home.SETTINGS) + "\nupsert: [placements]\n");
        SmallCouncil.withoutDefects().write(folder.resolve("in"));
        assertThat(ingest("--settings", settings.toString()).exitCode()).isZero();
        assertThat(table("placements").count()).isEqualTo(3);
        SmallCouncil.withoutDefects()
                .with(
                        "placements",
                        "placement_id,person_id,setting,start_date,unit_cost\n"
                                + "L2,SECRETPERSON2,Supported living,2025-05-10,950\nL9,SECRETPERSON9,Home care,2025-06-01,20\n")
                .write(folder.resolve("in"));
        assertThat(ingest("--settings", settings.toString()).exitCode()).isZero();
        assertThatRows(table("placements"))
                .containsExactlyInAnyOrder(
                        "placement_id | unit_cost | placement_local_authority",
                        "L1 | 1250.5 | " + "E10000012",
                        "L2 | 950 |",
                        "L3 | 20 |",
                        "L9 | 20 |");
    }

    private Dataset<Row> table(String name) {
        return new LakeReader(folder.resolve("lake")).table(name);
    }

    private CommandCall ingest(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "ingest",
                "--sample",
                "--input",
                folder.resolve("in").toString(),
                "--lake",
                folder.resolve("lake").toString(),
                "--absent",
                "placements.end_date"));
        args.addAll(Arrays.asList(more));
        return CommandCall.run(args.toArray(String[]::new));
    }
}
