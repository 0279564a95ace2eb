package marketshaping.input.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlapRuleTest {
    @TempDir
    private Path folder;

    @Test
    void overlapping_files_are_refused() {
        assertThatThrownBy(() -> ValidationOfFiles.of(folder, "payments").validate(payments(0, 10), payments(1, 12)))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("MS-1313: file0.csv: 9 of 10 rows are also in file1.csv, equal in every column.")
                .hasMessageContaining("--accept-overlap payments");
    }

    @Test
    void accepted_overlap_is_a_finding_and_every_row_counts() throws IOException {
        InMemoryValidation.Result result =
                ValidationOfFiles.of(folder, "payments").acceptingOverlap().validate(payments(0, 10), payments(1, 12));
        assertThat(result.rows()).hasSize(21).allMatch(ValidatedRow::isAccepted);
        assertThat(result.outcomes().get(0).findings())
                .containsExactly(
                        new Finding(FindingKind.ROWS_OVERLAP, "payments", "file0.csv", "", 9, 10, "file1.csv"));
        assertThat(result.outcomes().get(1).findings()).isEmpty();
    }

    @Test
    void common_rows_of_a_rolling_extract_are_a_finding() throws IOException {
        InMemoryValidation.Result result =
                ValidationOfFiles.of(folder, "payments").validate(payments(0, 10), payments(5, 15));
        assertThat(result.rows()).hasSize(20).allMatch(ValidatedRow::isAccepted);
        assertThat(result.outcomes().get(0).findings())
                .containsExactly(
                        new Finding(FindingKind.ROWS_OVERLAP, "payments", "file0.csv", "", 5, 10, "file1.csv"));
    }

    @Test
    void repeats_within_one_file_are_separate_payments() throws IOException {
        InMemoryValidation.Result result =
                ValidationOfFiles.of(folder, "payments").validate(payments(0, 1) + "T0,2025-04-01,S1,100.00\n");
        assertThat(result.rows()).hasSize(2).allMatch(ValidatedRow::isAccepted);
    }

    private static String payments(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj("T%d,2025-04-01,S1,100.00%n"::formatted)
                .collect(Collectors.joining("", "payment_id,payment_date,supplier_id,amount\n", ""));
    }
}
