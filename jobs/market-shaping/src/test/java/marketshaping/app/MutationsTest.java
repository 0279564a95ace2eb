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
 * Spoilt files never end in a stack trace and never lose a row: each is refused with a reason, or every row that one
 * reader counted in it is accepted, quarantined or no record to another. {@code -Dmutations=10000} for more of them.
 */
class MutationsTest {
    private static final int MUTATIONS = Integer.getInteger("mutations", 600);
    private static final int SOUND_LINES = 25;
    private static final int FILES_AT_ONCE = 250;
    private static final int LAYOUTS_AT_ONCE = 12;

    @TempDir
    private static Path folder;

    private static Map<String, byte[]> sound;

    @BeforeAll
    static void writeSoundFiles() throws IOException {
        Path council = folder.resolve("council");
        SampleCouncil.of(40, 3).writeTo(council);
        sound = new LinkedHashMap<>();
        for (Contract contract : Inputs.ALL) {
            Path file = council.resolve(contract.input() + ".csv");
            if (Files.exists(file)) {
                String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                sound.put(
                        contract.input(),
                        text.lines()
                                .limit(SOUND_LINES)
                                .collect(Collectors.joining("\n", "", "\n"))
                                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Test
    void should_refuse_or_account_for_every_row() throws IOException {
        SparkSession spark = TestSpark.session();
        HashFunction.register(spark, PseudonymisationKey.ofSample());
        ExtractReader reading = new ExtractReader(
                spark,
                new FileScan(folder.resolve("staging")),
                Mappings.of(Map.of()),
                ExecutionProfile.COUNCIL,
                rows -> {});
        List<String> inputs = List.copyOf(sound.keySet());
        int refused = 0;
        int read = 0;
        for (int i = 0; i < inputs.size(); i++) {
            Contract contract = Inputs.named(inputs.get(i));
            List<FileOfInput> files = new ArrayList<>();
            Set<List<String>> headers = new HashSet<>();
            for (int seed = i; seed < MUTATIONS; seed += inputs.size()) {
                try {
                    FileOfInput file = reading.scanned(contract, written(contract, seed));
                    files.add(file);
                    headers.add(file.header().cells());
                    read++;
                } catch (UserProblem problem) {
                    assertThat(problem.messages())
                            .allSatisfy(message -> assertThat(message).hasSizeBetween(20, 1_000));
                    refused++;
                } catch (RuntimeException bug) {
                    fail("Mutation " + seed + " of " + contract.input() + " ended in a bug", bug);
                }
                if (files.size() >= FILES_AT_ONCE || headers.size() >= LAYOUTS_AT_ONCE) {
                    account(reading, contract, files);
                    files.clear();
                    headers.clear();
                }
            }
            account(reading, contract, files);
        }
        assertThat(read).isGreaterThan(MUTATIONS / 2);
        assertThat(refused).isPositive();
    }

    private static void account(ExtractReader reading, Contract contract, List<FileOfInput> files) {
        if (files.isEmpty()) {
            return;
        }
        ValidatedExtract extract = reading.judged(contract, List.copyOf(files), "", ExecutionProfile.COUNCIL);
        CommitNote note =
                RowReconciliation.of(List.of(extract)).get(contract.input()).note("");
        for (int i = 0; i < files.size(); i++) {
            CommitNote.FileCount count = note.files().get(i);
            assertThat(count.accepted() + count.quarantined() + count.rowsNotRecords())
                    .as(files.get(i).name())
                    .isEqualTo(count.rowsRead());
        }
        extract.judged().unpersist();
    }

    /** Every file has a name of its own, so that a failure names its seed. */
    private static Path written(Contract contract, int seed) throws IOException {
        Mutation.Spoilt spoilt = Mutation.of(seed, sound.get(contract.input()));
        Path file = folder.resolve(contract.input() + "-" + seed + spoilt.suffix());
        return Files.write(file, spoilt.bytes());
    }
}
