package marketshaping.input.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import marketshaping.engine.ExecutionProfile;
import marketshaping.input.validate.ExtractScanner;
import marketshaping.input.validate.FileOfInput;
import marketshaping.input.validate.FileOutcome;
import marketshaping.input.validate.InMemoryValidation;
import marketshaping.input.validate.OverlapRule;
import marketshaping.input.validate.ReferenceKeys;
import marketshaping.model.contract.Contract;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.secret.PseudonymisationKey;
import org.apache.spark.sql.SparkSession;

/** Reads and validates the files of an input: in memory, or in Spark if they are too large for that. */
public final class ExtractReader {
    private final Supplier<SparkSession> spark;
    private final ExtractScanner scanner;
    private final PseudonymisationKey key;
    private final OverlapRule overlaps;
    private final Path staging;
    private final ExecutionProfile profile;
    private final Predicate<List<Path>> isStaged;
    private final LongConsumer rowsRead;
    private final AtomicInteger staged = new AtomicInteger();

    /**
     * Creates a reader for one run.
     *
     * @param spark returns the session when it is first needed
     * @param staging a folder for this run only, created when first needed; the caller deletes it
     * @param isStaged returns true for the files of an input that Spark validates
     * @param rowsRead receives the row count of each input after it is read
     */
    public ExtractReader(
            Supplier<SparkSession> spark,
            ExtractScanner scanner,
            PseudonymisationKey key,
            OverlapRule overlaps,
            Path staging,
            ExecutionProfile profile,
            Predicate<List<Path>> isStaged,
            LongConsumer rowsRead) {
        this.spark = spark;
        this.scanner = scanner;
        this.key = key;
        this.overlaps = overlaps;
        this.staging = staging;
        this.profile = profile;
        this.isStaged = isStaged;
        this.rowsRead = rowsRead;
    }

    /** An extract with the keys for the comparison with other inputs; the keys of a staged extract are not collected. */
    record Read(ValidatedExtract extract, ReferenceKeys keys) {}

    /**
     * Reads and validates files.
     *
     * @throws UserProblem if the format or header of a file is wrong; it lists every error
     */
    Read read(Contract contract, List<Path> paths, String fingerprint) {
        List<FileOfInput> files = scan(contract, paths);
        boolean isInSpark = isStaged.test(paths) && !OutsizedFiles.areSmall(paths);
        Read read = isInSpark ? staged(contract, files, fingerprint) : held(contract, files, fingerprint);
        rowsRead.accept(read.extract().outcomes().stream()
                .mapToLong(FileOutcome::rowsRead)
                .sum());
        return read;
    }

    private List<FileOfInput> scan(Contract contract, List<Path> paths) {
        List<FileOfInput> files = new ArrayList<>();
        List<UserProblem> problems = new ArrayList<>();
        for (Path path : paths) {
            try {
                files.addAll(scanner.scan(contract, path));
            } catch (UserProblem problem) {
                problems.add(problem);
            }
        }
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
        return files;
    }

    private Read held(Contract contract, List<FileOfInput> files, String fingerprint) {
        InMemoryValidation.Result result = InMemoryValidation.of(contract, files, key, overlaps);
        InMemoryRows rows = new InMemoryRows(spark, profile, contract, files, result.rows());
        return new Read(
                new ValidatedExtract(contract, fingerprint, files, result.outcomes(), List.of(), rows), result.keys());
    }

    private Read staged(Contract contract, List<FileOfInput> files, String fingerprint) {
        StagedValidation validation = new StagedValidation(spark.get(), contract, files, key, ExecutionProfile.REGION);
        for (int i = 0; i < files.size(); i++) {
            validation.stage(i, stagedPath(contract.input()));
        }
        StagedRows rows = validation.rows();
        return new Read(
                new ValidatedExtract(contract, fingerprint, files, validation.outcomes(rows), List.of(), rows),
                new ReferenceKeys(contract));
    }

    /** Returns the path of a new staged file. */
    Path stagedPath(String input) {
        return staging.resolve(input + "-" + staged.incrementAndGet() + ".txt").toAbsolutePath();
    }
}
