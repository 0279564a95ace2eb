package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import marketshaping.input.mapping.Mappings;
import marketshaping.input.source.Fingerprint;
import marketshaping.input.validate.ExtractScanner;
import marketshaping.input.validate.FileOfInput;
import marketshaping.input.validate.InMemoryValidation;
import marketshaping.input.validate.OverlapRule;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Inputs;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.secret.PseudonymisationKey;
import marketshaping.sample.SampleCouncil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that corrupted files never cause a stack trace or lose a row. Each file is refused with a reason, or its
 * accepted, quarantined and non-record rows add up to the row count of the file scan. {@code -Dmutations=10000} runs
 * more mutations.
 */
class MutationsTest {
    private static final int FIRST = Integer.getInteger("mutations.seed", 0);
    private static final int MUTATIONS = Integer.getInteger("mutations", 200);
    private static final int LINES = 25;

    @TempDir
    private static Path folder;

    private static Map<String, byte[]> originals;

    @BeforeAll
    static void writeOriginals() throws IOException {
        Path council = folder.resolve("council");
        SampleCouncil.of(40, 3).writeTo(council);
        originals = new LinkedHashMap<>();
        for (Contract contract : Inputs.ALL) {
            Path file = council.resolve(contract.input() + ".csv");
            if (Files.exists(file)) {
                String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                originals.put(
                        contract.input(),
                        text.lines()
                                .limit(LINES)
                                .collect(Collectors.joining("\n", "", "\n"))
                                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Test
    void corrupted_file_is_refused_or_all_its_rows_are_counted() throws IOException {
        ExtractScanner scanner =
                new ExtractScanner(Mappings.of(Map.of()), Set.of("placements.end_date"), file -> Fingerprint.of(file)
                        .sha256());
        List<String> inputs = List.copyOf(originals.keySet());
        int refused = 0;
        int read = 0;
        for (int i = 0; i < inputs.size(); i++) {
            Contract contract = Inputs.named(inputs.get(i));
            for (int seed = FIRST + i; seed < FIRST + MUTATIONS; seed += inputs.size()) {
                try {
                    assertRowsAddUp(scanner, contract, writeMutation(contract, seed));
                    read++;
                } catch (UserProblem problem) {
                    assertThat(problem.messages())
                            .allSatisfy(message -> assertThat(message).hasSizeBetween(20, 2_000));
                    refused++;
                } catch (RuntimeException bug) {
                    fail("Mutation " + seed + " of " + contract.input() + " caused an unexpected exception", bug);
                }
            }
        }
        assertThat(read).isGreaterThan(MUTATIONS / 2);
        assertThat(refused).isPositive();
    }

    private static void assertRowsAddUp(ExtractScanner scanner, Contract contract, Path file) {
        List<FileOfInput> files = scanner.scan(contract, file);
        InMemoryValidation.Result result = InMemoryValidation.of(
                contract, files, PseudonymisationKey.ofSample(), new OverlapRule(Set.of(contract.input())));
        for (int i = 0; i < files.size(); i++) {
            assertThat(result.outcomes().get(i).rowsCounted())
                    .as(files.get(i).name())
                    .isEqualTo(result.outcomes().get(i).rowsRead());
        }
    }

    /** Writes one mutation with the seed in its name, so that a failure names the seed. */
    private static Path writeMutation(Contract contract, int seed) throws IOException {
        Mutation.CorruptedFile corrupted = Mutation.of(seed, originals.get(contract.input()));
        Path file = folder.resolve(contract.input() + "-" + seed + corrupted.suffix());
        return Files.write(file, corrupted.bytes());
    }
}
