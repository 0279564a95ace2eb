package marketshaping.input.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marketshaping.model.contract.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceCheckTest {
    private static final Reference REQUIRED = reference("placements.contract_id");
    private static final Reference REPORTED = reference("visits.person_id");

    @Test
    void keys_that_are_all_found_give_no_result() {
        assertThat(ReferenceCheck.compare(REQUIRED, keys(0, 30, "C%d"), keys(0, 40, "C%d")))
                .isEmpty();
        assertThat(ReferenceCheck.compare(REQUIRED, Set.of(), Set.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    %d      | 000%d  | leading zeros
                    00%d    | %d     | leading zeros
                    ab%d    | AB%d   | upper and lower case
                    A-%d    | A %d   | spaces or punctuation
                    a/00%d  | A%d    | a prefix
                    P%d     | %d     | a prefix
                    """)
    void likely_cause_is_the_change_that_finds_the_keys(String child, String parent, String cause) {
        ReferenceCheck.Result result = ReferenceCheck.compare(REPORTED, keys(1, 31, child), keys(1, 41, parent))
                .orElseThrow();
        assertThat(result.missing()).isEqualTo(30);
        assertThat(result.of()).isEqualTo(30);
        assertThat(result.cause()).isEqualTo("30 of them would be found without differences in " + cause);
        assertThat(result.isError()).as("a change that doubles the matches").isTrue();
    }

    @Test
    void several_differences_together_are_one_cause() {
        ReferenceCheck.Result result = ReferenceCheck.compare(REPORTED, keys(1, 31, "00%d-a"), keys(1, 31, "%dA"))
                .orElseThrow();
        assertThat(result.cause()).endsWith("in leading zeros, case, spaces or punctuation");
    }

    @Test
    void change_that_explains_few_missing_keys_is_no_cause() {
        Set<String> children = keys(1, 30, "X%d");
        children.add("0007");
        Set<String> parents = keys(100, 130, "Y%d");
        parents.add("7");
        ReferenceCheck.Result result =
                ReferenceCheck.compare(REPORTED, children, parents).orElseThrow();
        assertThat(result.missing()).isEqualTo(30);
        assertThat(result.cause()).isEmpty();
        assertThat(result.isError()).isFalse();
    }

    @Test
    void required_reference_is_an_error_if_fewer_than_half_are_found() {
        assertThat(error(REQUIRED, 20, 9)).isTrue();
        assertThat(error(REQUIRED, 20, 10)).isFalse();
        assertThat(error(REQUIRED, 19, 0)).as("too few keys").isFalse();
        assertThat(error(REPORTED, 20, 0)).as("only reported").isFalse();
    }

    @Test
    void any_reference_is_an_error_if_a_change_doubles_the_matches() {
        assertThat(ReferenceCheck.result(REPORTED, 30, 10, 20, "leading zeros").isError())
                .isTrue();
        assertThat(ReferenceCheck.result(REPORTED, 30, 10, 19, "leading zeros").isError())
                .isFalse();
        assertThat(ReferenceCheck.result(REPORTED, 19, 0, 19, "leading zeros").isError())
                .isFalse();
    }

    @Test
    void finding_names_all_parents_and_the_cause() {
        ReferenceCheck.Result result = ReferenceCheck.compare(REPORTED, keys(1, 4, "%d"), keys(1, 4, "0%d"))
                .orElseThrow();
        assertThat(result.finding().sentence())
                .startsWith("MS-1813: visits.person_id: 3 of 3 distinct keys are not found in placements.person_id or"
                        + " brokering.person_id; 3 of them would be found without differences in leading zeros.");
    }

    private static boolean error(Reference reference, int keys, int found) {
        Set<String> parents = keys(0, found, "K%d");
        parents.add("another");
        return ReferenceCheck.compare(reference, keys(0, keys, "K%d"), parents)
                .orElseThrow()
                .isError();
    }

    private static Set<String> keys(int from, int to, String format) {
        IntFunction<String> key = number -> format.formatted(number);
        return IntStream.range(from, to).mapToObj(key).collect(Collectors.toSet());
    }

    private static Reference reference(String child) {
        return Reference.ALL.stream()
                .filter(reference -> reference.child().toString().equals(child))
                .findFirst()
                .orElseThrow();
    }
}
