package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.SmallCouncil;
import marketshaping.testkit.WorkbookReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests successive extracts of one council: refused, quarantined, then corrected. */
class CorrectedExtractsTest {
    private static final String FORMULA = "K3,Framework,S3,\"=HYPERLINK(\"\"http://example.org\"\")\",,,2024-01-01,\n";

    @TempDir
    private Path folder;

    @Test
    void check_with_refused_inputs_reports_every_input() throws IOException {
        SmallCouncil.withDefects()
                .with("brokering", "case_id,person_id,setting\nC1,P1,Home care\n")
                .without("contracts")
                .write(folder.resolve("in"));
        Files.writeString(folder.resolve("in/visits.xlsx"), "person_id,visit_date\n");
        CommandCall done = command("check");
        assertThat(done.exitCode()).isEqualTo(1);
        assertThat(done.out().replaceAll("\\s+", " "))
                .contains("These extracts can't be ingested as they are.")
                .contains("contains no extract named contracts. This is one of the three required inputs")
                .contains("MS-1202: brokering.csv, row 1: required columns are missing from the header: referral_date,"
                        + " status. Columns recognised in it: case_id, person_id, setting.")
                .contains("MS-1202: visits.xlsx, row 1: required columns are missing from the header: visit_type."
                        + " Columns recognised in it: person_id, visit_date.")
                .contains("placements placements.csv 14 3 6 5")
                .contains("1 of 3 placements can't be located")
                .as("missing contracts cause no finding about placements")
                .doesNotContain("their contract is not among the accepted contracts");
    }

    @Test
    void quarantine_workbook_exists_until_rows_are_corrected() throws IOException {
        SmallCouncil.withDefects().write(folder.resolve("in"));
        Files.writeString(
                folder.resolve("in/contracts.csv"), Files.readString(folder.resolve("in/contracts.csv")) + FORMULA);
        CommandCall done = command("ingest", "--lake", folder.resolve("lake").toString());
        assertThat(done.exitCode()).as(done.err()).isZero();
        Path quarantine = folder.resolve("lake/quarantine.xlsx");
        assertThat(done.out())
                .contains("quarantined rows, by file and rule: " + quarantine)
                .doesNotContain("end_date is before start_date");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(quarantine)))
                .isEqualTo("rw-------");
        WorkbookReader workbook = WorkbookReader.of(quarantine);
        assertThat(workbook.sheets()).containsExactly("About", "Rules", "placements", "contracts");
        assertThat(workbook.rows("placements").get(3))
                .startsWith("file", "row", "rules", "placement_id", "person_id", "date_of_birth");
        assertThat(workbook.rows("placements").stream()
                        .skip(4)
                        .map(row -> row.get(1) + " " + row.get(3) + ": " + row.get(2)))
                .as("rows by rule, with their original text")
                .containsExactly(
                        "9 L8: another row has the same placement_id and differs",
                        "10 L8: another row has the same placement_id and differs",
                        "8 L7: end_date is before start_date",
                        "5 L4: person_id is empty",
                        "6 L5: setting is not one of the codes of its list",
                        "7 L6: setting is not one of the codes of its list; start_date is not a date such as"
                                + " 2025-06-30 or 30/06/2025");
        assertThat(workbook.text())
                .contains("31/02/2024")
                .contains("=HYPERLINK(\"http://example.org\")")
                .doesNotContain("SECRETPERSON")
                .doesNotContain("1955-08");

        SmallCouncil.withoutDefects().write(folder.resolve("in"));
        Files.writeString(
                folder.resolve("in/contracts.csv"),
                "contract_id,purchase_route,provider_id,start_date\nK9,Spot,S1,2024-01-01\n");
        CommandCall shrunk = command("check", "--lake", folder.resolve("lake").toString());
        assertThat(shrunk.exitCode()).isEqualTo(1);
        assertThat(shrunk.out().replaceAll("\\s+", " "))
                .contains("contracts: 2 of the 2 keys in the lake are missing from this extract");

        SmallCouncil.withoutDefects().write(folder.resolve("in"));
        assertThat(command("ingest", "--lake", folder.resolve("lake").toString())
                        .exitCode())
                .isZero();
        assertThat(quarantine).doesNotExist();
    }

    private CommandCall command(String name, String... more) {
        List<String> args = new java.util.ArrayList<>(
                List.of(name, "--input", folder.resolve("in").toString(), "--sample"));
        if (more.length == 0) {
            args.addAll(List.of("--lake", folder.resolve("no lake").toString()));
        }
        args.addAll(List.of(more));
        return CommandCall.run(args.toArray(String[]::new));
    }
}
