package marketshaping.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import marketshaping.contract.Contract;
import marketshaping.contract.Inputs;
import marketshaping.fact.AsAt;
import marketshaping.fact.BrokeringFact;
import marketshaping.fact.PlacementFact;
import marketshaping.fact.Views;
import marketshaping.lake.Lake;
import marketshaping.lake.LakeLock;
import marketshaping.problem.Problems;
import marketshaping.source.FileScan;
import marketshaping.table.Table;
import org.apache.logging.log4j.ThreadContext;
import org.apache.spark.sql.SparkSession;

/**
 * The batch job: files to tables, tables to facts, facts to measures, measures to packs. Each public method is one
 * command; all hold the lake while they work.
 */
final class Job {
    private final Request request;
    private final String run = UUID.randomUUID().toString();
    private final Instant started = Instant.now();
    private final Software software = Software.running();
    private final Stages stages = new Stages(System::nanoTime);

    private final Size size;

    Job(Request request) {
        this.request = request;
        this.size = Size.of(request.input().toString().isEmpty() ? request.lake() : request.input());
    }

    /** Reads and judges the inputs; writes nothing. */
    Ingestion.Findings check() {
        return withLake((spark, lake) -> {
            request.key().register(spark);
            return withIngestion(
                    spark, lake, ingestion -> stages.time("check", () -> ingestion.examine(request.input())));
        });
    }

    /** Brings the lake up to date with the inputs. */
    Ingestion.Findings ingest() {
        return withLake(this::ingest);
    }

    /** Measures what the lake holds and writes the packs; the folder they are in. */
    Path pack() {
        return withLake((spark, lake) -> pack(spark, lake, List.of()));
    }

    /** Ingests, measures and writes the packs; the folder they are in. */
    Path run() {
        return withLake((spark, lake) -> {
            Ingestion.Findings findings = ingest(spark, lake);
            return pack(spark, lake, findings.changed());
        });
    }

    private Ingestion.Findings ingest(SparkSession spark, Lake lake) {
        request.key().register(spark);
        return withIngestion(spark, lake, ingestion -> {
            Ingestion.Findings findings = stages.time("read", () -> ingestion.examine(request.input()))
                    .orRefuse();
            stages.time("store", () -> {
                ingestion.guardAgainstShrinkage(
                        findings, request.settings().shrinkagePercent(), request.acceptShrinkage());
                ingestion.store(findings);
            });
            return findings;
        });
    }

    private Path pack(SparkSession spark, Lake lake, List<Extract> fresh) {
        Facts facts = new Facts(spark, lake, size);
        Set<String> given = facts.given();
        List<String> missing = Inputs.ALL.stream()
                .filter(contract -> contract.isRequired() && !given.contains(contract.input()))
                .map(Contract::input)
                .toList();
        if (!missing.isEmpty()) {
            throw Problems.lakeEmpty(request.lake(), missing);
        }
        AsAt asAt = new AsAt(request.asAt());
        Views views = new Views(spark, request.settings(), asAt);
        String fingerprint = facts.fingerprint(request.settings(), asAt, software);
        stages.time("facts", () -> facts.register(views, fingerprint, fresh, run));
        new IngestViews(spark, lake).register();
        Map<String, Table> tables =
                stages.time("measures", () -> new Answers(spark, views.parameters(), given).tables());
        Outputs outputs = new Outputs(request.packs(), request.asAt().toString(), run);
        outputs.publish(
                folder -> stages.time("packs", () -> new PackFiles(request, lake, tables).write(folder)),
                folder -> manifest(lake, folder));
        return outputs.folder();
    }

    private void manifest(Lake lake, Path folder) {
        Map<String, Long> versions = new TreeMap<>();
        Stream.concat(Inputs.names().stream(), Stream.of(PlacementFact.SHAPE.name(), BrokeringFact.SHAPE.name()))
                .forEach(table -> lake.version(table).ifPresent(version -> versions.put(table, version)));
        try {
            new Manifest(
                            run,
                            started,
                            software,
                            request.asAt(),
                            request.settings(),
                            Inputs.names().stream()
                                    .flatMap(input -> lake.note(input).stream()
                                            .flatMap(note -> note.files().stream())
                                            .map(file -> Manifest.Input.of(input, file)))
                                    .toList(),
                            versions,
                            stages.seconds(),
                            Outputs.described(folder))
                    .write(folder);
        } catch (IOException e) {
            throw Problems.cannotWrite(folder, e.toString());
        }
    }

    private interface Work<T> {
        T with(SparkSession spark, Lake lake);
    }

    private <T> T withLake(Work<T> work) {
        ThreadContext.put("run", run);
        try (LakeLock held = LakeLock.hold(request.lake(), run);
                SparkSession spark = stages.time("session", () -> Session.open(size))) {
            return work.with(
                    spark, new Lake(spark, request.lake().toAbsolutePath().toString()));
        } catch (IOException e) {
            throw Problems.cannotWrite(request.lake(), e.toString());
        } finally {
            ThreadContext.remove("run");
        }
    }

    private <T> T withIngestion(SparkSession spark, Lake lake, Function<Ingestion, T> work) {
        Path staging = request.lake().resolve(".staging");
        // A run that was killed may have left its own: they hold identifiers, and nobody reads them again.
        Outputs.delete(staging);
        try {
            return work.apply(new Ingestion(
                    lake,
                    new Reading(spark, new FileScan(staging), size),
                    new Ingestion.Identity(run, software, request.key()),
                    size));
        } finally {
            Outputs.delete(staging);
        }
    }
}
