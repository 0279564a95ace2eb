package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import marketshaping.engine.ExecutionProfile;
import marketshaping.input.ingest.ExtractReader;
import marketshaping.input.ingest.RowReconciliation;
import marketshaping.input.ingest.ValidatedExtract;
import marketshaping.input.ingest.ValidatedExtract.FileOfInput;
import marketshaping.input.mapping.Mappings;
import marketshaping.input.source.FileScan;
import marketshaping.input.validate.HashFunction;
import marketshaping.lake.CommitNote;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Inputs;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.secret.PseudonymisationKey;
import marketshaping.sample.SampleCouncil;
import marketshaping.testkit.TestSpark;
import org.apache.spark.sql.SparkSession;
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
    private static final int FILES_AT_ONCE = 250;
    private static final int LAYOUTS_AT_ONCE = 12;

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
        SparkSession spark = TestSpark.session();
        HashFunction.register(spark, PseudonymisationKey.ofSample());
        ExtractReader reading = new ExtractReader(
                spark,
                new FileScan(folder.resolve("staging")),
                Mappings.of(Map.of()),
                ExecutionProfile.COUNCIL,
                rows -> {});
        List<String> inputs = List.copyOf(originals.keySet());
        int refused = 0;
        int read = 0;
        for (int i = 0; i < inputs.size(); i++) {
            Contract contract = Inputs.named(inputs.get(i));
            List<FileOfInput> files = new ArrayList<>();
            Set<List<String>> headers = new HashSet<>();
            for (int seed = FIRST + i; seed < FIRST + MUTATIONS; seed += inputs.size()) {
                try {
                    FileOfInput file = reading.scan(contract, writeMutation(contract, seed));
                    files.add(file);
                    headers.add(file.header().cells());
                    read++;
                } catch (UserProblem problem) {
                    assertThat(problem.messages())
                            .allSatisfy(message -> assertThat(message).hasSizeBetween(20, 1_000));
                    refused++;
                } catch (RuntimeException bug) {
                    fail("Mutation " + seed + " of " + contract.input() + " caused an unexpected exception", bug);
                }
                if (files.size() >= FILES_AT_ONCE || headers.size() >= LAYOUTS_AT_ONCE) {
                    assertRowsAddUp(reading, contract, files);
                    files.clear();
                    headers.clear();
                }
            }
            assertRowsAddUp(reading, contract, files);
        }
        assertThat(read).isGreaterThan(MUTATIONS / 2);
        assertThat(refused).isPositive();
    }

    private static void assertRowsAddUp(ExtractReader reading, Contract contract, List<FileOfInput> files) {
        if (files.isEmpty()) {
            return;
        }
        ValidatedExtract extract = reading.validate(contract, List.copyOf(files), "", ExecutionProfile.COUNCIL);
        CommitNote note =
                RowReconciliation.of(List.of(extract)).get(contract.input()).note("");
        for (int i = 0; i < files.size(); i++) {
            CommitNote.FileCount count = note.files().get(i);
            assertThat(count.accepted() + count.quarantined() + count.rowsNotRecords())
                    .as(files.get(i).name())
                    .isEqualTo(count.rowsRead());
        }
        extract.rows().unpersist();
    }

    /** Writes one mutation with the seed in its name, so that a failure names the seed. */
    private static Path writeMutation(Contract contract, int seed) throws IOException {
        Mutation.CorruptedFile corrupted = Mutation.of(seed, originals.get(contract.input()));
        Path file = folder.resolve(contract.input() + "-" + seed + corrupted.suffix());
        return Files.write(file, corrupted.bytes());
    }
}
