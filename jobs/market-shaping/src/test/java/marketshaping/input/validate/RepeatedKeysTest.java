package marketshaping.input.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatedKeysTest {
    private static final String HEADER = "placement_id,person_id,setting,start_date,end_date,unit_cost\n";
    private static final String DIFFERS = "another row has the same placement_id and differs";

    @TempDir
    private Path folder;

    @Test
    void identical_rows_are_accepted_once() throws IOException {
        assertThat(kinds(
                        "L1,P1,Home care,2025-01-14,,900",
                        "L2,P1,Home care,2025-01-14,,",
                        "L1,P1,HOME CARE,14/01/2025,,£900"))
                .containsExactly("accepted", "accepted", "repeat");
    }

    @Test
    void differing_rows_are_all_quarantined() throws IOException {
        List<ValidatedRow> rows = rows(
                "L1,P1,Home care,2025-01-14,,900",
                "L1,P1,Home care,2025-01-14,,900",
                "L2,P1,Home care,2025-01-14,,",
                "L1,P1,Home care,2025-01-14,,901");
        assertThat(rows)
                .extracting(ValidatedRow::kind)
                .containsExactly("quarantined", "quarantined", "accepted", "quarantined");
        assertThat(rows.get(0).violations()).extracting(RowViolation::message).containsExactly(DIFFERS);
        assertThat(rows.get(0).text())
                .contains("\"placement_id\":\"L1\"")
                .contains("\"unit_cost\":\"900.0000\"")
                .doesNotContain("\"P1\"");
    }

    @Test
    void invalid_row_quarantines_the_valid_row_of_its_key() throws IOException {
        List<ValidatedRow> rows = rows("L1,P1,Home care,TBC,,900", "L1,P1,Home care,2025-01-14,,900");
        assertThat(rows.get(0).violations())
                .extracting(RowViolation::message)
                .hasSize(2)
                .contains(DIFFERS);
        assertThat(rows.get(1).violations()).extracting(RowViolation::message).containsExactly(DIFFERS);
    }

    @Test
    void cells_that_cannot_be_used_distinguish_rows() throws IOException {
        assertThat(kinds("L1,P1,Home care,2025-01-14,Ongoing,", "L1,P1,Home care,2025-01-14,Ongoing,"))
                .containsExactly("accepted", "repeat");
        assertThat(kinds("L1,P1,Home care,2025-01-14,Ongoing,", "L1,P1,Home care,2025-01-14,Ended,"))
                .containsExactly("quarantined", "quarantined");
        assertThat(kinds("L1,P1,Home care,2025-01-14,Ongoing,", "L1,P1,Home care,2025-01-14,,"))
                .containsExactly("quarantined", "quarantined");
    }

    @Test
    void identical_invalid_rows_are_all_quarantined() throws IOException {
        List<ValidatedRow> rows = rows("L1,P1,Sheltered,2025-01-14,,", "L1,P1,Sheltered,2025-01-14,,");
        assertThat(rows).extracting(ValidatedRow::kind).containsExactly("quarantined", "quarantined");
        assertThat(rows.get(1).violations()).extracting(RowViolation::message).doesNotContain(DIFFERS);
    }

    @Test
    void rows_without_a_key_are_not_compared() throws IOException {
        List<ValidatedRow> rows = rows(",P1,Home care,2025-01-14,,", ",P2,Home care,2025-01-14,,");
        assertThat(rows).allSatisfy(row -> assertThat(row.violations())
                .extracting(RowViolation::message)
                .containsExactly("placement_id is empty"));
    }

    @Test
    void every_field_of_a_joint_key_is_compared() {
        Contract contract = new Contract(
                "lots",
                Contract.Need.OPTIONAL,
                "one row per framework and lot",
                List.of(
                        Field.required("framework", Type.TEXT),
                        Field.required("lot", Type.TEXT),
                        Field.optional("rate", Type.TEXT)),
                List.of("framework", "lot"),
                List.of());
        List<ValidatedRow> rows = new ArrayList<>(List.of(
                accepted("Care", "1", "10"),
                accepted("Care", "2", "10"),
                accepted("Car", "e1", "10"),
                accepted("Care", "2", "10"),
                accepted("Care", "1", "11")));
        new RepeatedKeys(contract).resolve(rows);
        assertThat(rows)
                .extracting(ValidatedRow::kind)
                .containsExactly("quarantined", "accepted", "accepted", "repeat", "quarantined");
        assertThat(rows.get(4).violations())
                .extracting(RowViolation::message)
                .containsExactly("another row has the same framework, lot and differs");
    }

    private static ValidatedRow accepted(Object... values) {
        return new ValidatedRow(0, 2, ValidatedRow.ACCEPTED, List.of(), values, 0, 0, true, null, "");
    }

    private List<String> kinds(String... lines) throws IOException {
        return rows(lines).stream().map(ValidatedRow::kind).toList();
    }

    private List<ValidatedRow> rows(String... lines) throws IOException {
        return ValidationOfFiles.of(folder, "placements")
                .validate(HEADER + String.join("\n", lines) + "\n")
                .rows();
    }
}
