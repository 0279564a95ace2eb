package marketshaping.app.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import marketshaping.engine.BuildInfo;
import marketshaping.engine.Storage;
import marketshaping.input.ingest.ExtractReader;
import marketshaping.input.ingest.Ingestion;
import marketshaping.input.ingest.MultiTableReader;
import marketshaping.input.validate.ExtractScanner;
import marketshaping.input.validate.OverlapRule;
import marketshaping.lake.Lake;
import marketshaping.model.contract.Contract;
import org.apache.spark.sql.SparkSession;

/** Creates the ingestion of a run, and deletes its staged files afterwards. */
final class IngestionSetup {
    private final RunRequest request;
    private final String run;
    private final BuildInfo software;
    private final List<Contract> contracts;
    private final LongConsumer rowsRead;

    /**
     * Creates a setup for one run.
     *
     * @param contracts the inputs to read
     * @param rowsRead receives the row count of each input after it is read
     */
    IngestionSetup(
            RunRequest request, String run, BuildInfo software, List<Contract> contracts, LongConsumer rowsRead) {
        this.request = request;
        this.run = run;
        this.software = software;
        this.contracts = contracts;
        this.rowsRead = rowsRead;
    }

    /**
     * Does work with an ingestion.
     *
     * @param spark returns the session when it is first needed
     * @param lake the lake; empty to check extracts without one
     * @param staging the folder for staged files
     * @param sha256 returns the SHA-256 of a file
     * @param isStaged returns true for the files of an input that Spark validates
     */
    <T> T with(
            Supplier<SparkSession> spark,
            Optional<Lake> lake,
            Path staging,
            Function<Path, String> sha256,
            Predicate<List<Path>> isStaged,
            Function<Ingestion, T> work) {
        // A killed run may have left staged copies, which contain identifiers and are never read again.
        Storage.deleteTree(staging);
        try {
            Map<Path, String> hashes = new ConcurrentHashMap<>();
            Function<Path, String> hashedOnce = file -> hashes.computeIfAbsent(file, sha256);
            ExtractScanner scanner = new ExtractScanner(
                    request.mappings(), request.confirmations().absent(), hashedOnce);
            ExtractReader reader = new ExtractReader(
                    spark,
                    scanner,
                    request.key(),
                    new OverlapRule(request.confirmations().overlap()),
                    staging,
                    request.profile(),
                    isStaged,
                    rowsRead);
            return work.apply(new Ingestion(
                    spark,
                    lake,
                    contracts,
                    reader,
                    new MultiTableReader(spark, scanner, reader, request.key(), request.profile()),
                    request.mappings(),
                    Set.copyOf(request.settings().upserts()),
                    request.confirmations(),
                    new Ingestion.Identity(run, software, request.key(), hashedOnce),
                    request.profile()));
        } finally {
            Storage.deleteTree(staging);
        }
    }
}
