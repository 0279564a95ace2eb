package marketshaping.input.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.input.mapping.Mappings;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Inputs;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.secret.PseudonymisationKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusedCodesTest {
    private static final String FIRST =
            """
            visit_date,person_id,visit_type
            2025-06-01,P1,home-call
            """;
    private static final String SECOND =
            """
            visit_date,person_id,visit_type
            2025-06-02,P2,Yearly
            """;

    @TempDir
    private Path folder;

    @Test
    void code_in_no_file_is_a_finding() throws IOException {
        assertThat(findings("{Home call: Visit, Yearly: Review, Weekly 1234: Review}", FIRST, SECOND))
                .containsExactly(new Finding(FindingKind.CODES_UNUSED, "visits", "", "visit_type", 1, 0, "Weekly 999"));
    }

    @Test
    void code_in_one_of_several_files_is_used() throws IOException {
        assertThat(findings("{Home call: Visit, Yearly: Review}", FIRST, SECOND))
                .isEmpty();
    }

    @Test
    void code_of_a_missing_column_is_no_finding() throws IOException {
        assertThat(findings(
                        "{Home call: Visit, Yearly: Review}, placement_id: {A: B}", FIRST + "2025-06-03,P1,Yearly\n"))
                .isEmpty();
    }

    private List<Finding> findings(String codes, String... texts) throws IOException {
        Path mapping = Files.writeString(
                folder.resolve("mine.yaml"), "inputs: {visits: {codes: {visit_type: %s}}}".formatted(codes));
        Contract visits = Inputs.named("visits");
        ExtractScanner scanner =
                new ExtractScanner(Mappings.of(Map.of("visits", mapping.toString())), Set.of(), file -> "");
        List<FileOfInput> files = new ArrayList<>();
        for (String text : texts) {
            files.addAll(scanner.scan(visits, Files.writeString(folder.resolve(files.size() + ".csv"), text)));
        }
        return InMemoryValidation.of(visits, files, PseudonymisationKey.ofSample(), new OverlapRule(Set.of("visits")))
                .outcomes()
                .stream()
                .flatMap(outcome -> outcome.findings().stream())
                .filter(finding -> finding.kind() == FindingKind.CODES_UNUSED)
                .toList();
    }
}
