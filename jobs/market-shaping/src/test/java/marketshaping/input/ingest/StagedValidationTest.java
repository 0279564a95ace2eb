package marketshaping.input.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import marketshaping.engine.ExecutionProfile;
import marketshaping.input.mapping.Mappings;
import marketshaping.input.source.Fingerprint;
import marketshaping.input.validate.ExtractScanner;
import marketshaping.input.validate.FileOfInput;
import marketshaping.input.validate.FileOutcome;
import marketshaping.input.validate.InMemoryValidation;
import marketshaping.input.validate.OverlapRule;
import marketshaping.input.validate.ValidatedRow;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Inputs;
import marketshaping.model.problem.Finding;
import marketshaping.model.secret.PseudonymisationKey;
import marketshaping.testkit.SmallCouncil;
import marketshaping.testkit.TestSpark;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that rows validated by tasks in Spark are those validated in memory. */
class StagedValidationTest {
    private static final Contract PLACEMENTS = Inputs.named("placements");
    private static final PseudonymisationKey KEY = PseudonymisationKey.ofSample();

    @TempDir
    private Path folder;

    @Test
    void staged_rows_equal_rows_validated_in_memory() throws IOException {
        SmallCouncil.withDefects().write(folder);
        Path file = folder.resolve("placements.csv");
        Files.writeString(
                file,
                Files.readString(file)
                        + "L9,SECRETPERSON9,TBC,Mental health support,home-care,2024-10-01,Ongoing,S1,,K1,20,Weekly\n");
        List<FileOfInput> files = new ExtractScanner(Mappings.of(Map.of()), Set.of(), path -> Fingerprint.of(path)
                        .sha256())
                .scan(PLACEMENTS, file);
        InMemoryValidation.Result inMemory = InMemoryValidation.of(PLACEMENTS, files, KEY, new OverlapRule(Set.of()));

        StagedValidation staged =
                new StagedValidation(TestSpark.session(), PLACEMENTS, files, KEY, ExecutionProfile.COUNCIL);
        staged.stage(0, folder.resolve("staging/placements-1.txt"));
        StagedRows rows = staged.rows();
        FileOutcome outcome = staged.outcomes(rows).get(0);

        assertThat(rows.accepted().collectAsList())
                .extracting(StagedValidationTest::texts)
                .containsExactlyInAnyOrderElementsOf(inMemory.rows().stream()
                        .filter(ValidatedRow::isAccepted)
                        .map(row -> Arrays.toString(row.values()))
                        .toList());
        assertThat(rows.quarantined().select("row", "rules").collectAsList())
                .extracting(row -> row.getLong(0) + ": " + row.getList(1))
                .containsExactlyInAnyOrderElementsOf(inMemory.rows().stream()
                        .filter(ValidatedRow::isQuarantined)
                        .map(row -> row.number() + ": "
                                + row.violations().stream()
                                        .map(violation -> violation.message())
                                        .toList())
                        .toList());
        FileOutcome expected = inMemory.outcomes().get(0);
        assertThat(outcome)
                .usingRecursiveComparison()
                .ignoringFields("findings")
                .isEqualTo(expected);
        assertThat(outcome.findings())
                .extracting(Finding::kind, Finding::column, Finding::rows, Finding::of)
                .containsExactlyInAnyOrderElementsOf(expected.findings().stream()
                        .map(finding -> org.assertj.core.groups.Tuple.tuple(
                                finding.kind(), finding.column(), finding.rows(), finding.of()))
                        .toList());
        assertThat(expected.findings()).hasSizeGreaterThan(2);
    }

    private static String texts(Row row) {
        return Arrays.toString(IntStream.range(0, row.size()).mapToObj(row::get).toArray());
    }
}
