package marketshaping.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
import marketshaping.measure.Measure;
import marketshaping.measure.Measures;
import marketshaping.problem.Problems;
import marketshaping.problem.UserProblem;
import marketshaping.source.FileScan;
import marketshaping.table.Table;
import org.apache.logging.log4j.ThreadContext;
import org.apache.spark.sql.SparkSession;

/**
 * The batch job: files to tables, tables to facts, facts to measures, measures to packs. Each method that others call is
 * one command; all hold the lake while they work, but for a check without one.
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

    /** Reads and judges the inputs, and changes nothing; a lake that is not there is not made. */
    CheckReport check() {
        boolean isLake = !request.lake().toString().isEmpty() && Files.isDirectory(request.lake());
        return isLake ? withLake(this::check) : withNoLake(this::check);
    }

    private CheckReport check(SparkSession spark, Lake lake) {
        request.key().register(spark);
        return withIngestion(spark, lake, ingestion -> {
            Ingestion.Findings findings = stages.time("read", () -> ingestion.examineAnew(request.input()));
            List<UserProblem> problems = new ArrayList<>(findings.problems());
            try {
                guardAgainstShrinkage(ingestion, findings);
            } catch (UserProblem shrunk) {
                problems.add(shrunk);
            }
            Views views = new Views(spark, request.settings(), new AsAt(request.asAt()));
            AcceptedRows accepted = new AcceptedRows(spark, lake, views, upserts(lake), findings.changed());
            return stages.time("report", () -> new Check(findings).report(accepted, problems));
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

    /** Ingests, measures and writes the packs. */
    Done run() {
        return withLake((spark, lake) -> {
            Ingestion.Findings findings = ingest(spark, lake);
            // What an extract adds to is read from the lake, where all of it is.
            List<Extract> whole = findings.changed().stream()
                    .filter(extract -> !request.settings()
                            .upserts()
                            .contains(extract.contract().input()))
                    .toList();
            return new Done(findings, pack(spark, lake, whole));
        });
    }

    private Ingestion.Findings ingest(SparkSession spark, Lake lake) {
        request.key().register(spark);
        return withIngestion(spark, lake, ingestion -> {
            Ingestion.Findings findings = stages.time("read", () -> ingestion.examine(request.input()))
                    .orRefuse();
            stages.time("store", () -> {
                guardAgainstShrinkage(ingestion, findings);
                ingestion.store(findings);
                if (!findings.changed().isEmpty()) {
                    new QuarantineWorkbook(lake, request).replace(findings.notes());
                }
            });
            return findings;
        });
    }

    private void guardAgainstShrinkage(Ingestion ingestion, Ingestion.Findings findings) {
        ingestion.guardAgainstShrinkage(findings, request.settings().shrinkagePercent(), request.acceptShrinkage());
    }

    /** The tables of some measures, of what the lake holds; nothing is written but the facts. */
    Map<String, Table> tables(List<String> measures) {
        return withLake((spark, lake) -> measured(
                        spark,
                        lake,
                        List.of(),
                        Measures.ALL.stream()
                                .filter(measure -> measures.contains(measure.id()))
                                .toList())
                .tables());
    }

    private Path pack(SparkSession spark, Lake lake, List<Extract> fresh) {
        Measured measured = measured(spark, lake, fresh, Measures.ALL);
        Outputs outputs = new Outputs(request.packs(), request.asAt().toString(), run);
        outputs.publish(
                folder -> stages.time("packs", () -> new PackFiles(
                                request, lake, measured.tables(), measured.watched())
                        .write(folder)),
                folder -> manifest(lake, folder));
        return outputs.folder();
    }

    /** @param watched the rows of the working list, which are asked for when it is written */
    private record Measured(Map<String, Table> tables, Iterable<List<Object>> watched) {}

    private Measured measured(SparkSession spark, Lake lake, List<Extract> fresh, List<Measure> measures) {
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
        Map<String, Object> parameters = views.parameters(given);
        return new Measured(
                stages.time("measures", () -> new Answers(spark, parameters, given).tables(measures)),
                new WatchedRows(spark, parameters));
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

    /** What a run came to: what was found in the inputs, and the folder of the packs. */
    record Done(Ingestion.Findings findings, Path packs) {}

    private interface Work<T> {
        T with(SparkSession spark, Lake lake);
    }

    private <T> T withLake(Work<T> work) {
        try (LakeLock held = LakeLock.hold(request.lake(), run)) {
            return withSession(request.lake(), work);
        } catch (IOException e) {
            throw Problems.cannotWrite(request.lake(), e.toString());
        }
    }

    /** A lake that holds nothing, and is gone afterwards. */
    private <T> T withNoLake(Work<T> work) {
        try {
            Path empty = Files.createTempDirectory("market-shaping");
            try {
                return withSession(empty, work);
            } finally {
                Outputs.delete(empty);
            }
        } catch (IOException e) {
            throw Problems.cannotWrite(Path.of(System.getProperty("java.io.tmpdir")), e.toString());
        }
    }

    private <T> T withSession(Path root, Work<T> work) throws IOException {
        ThreadContext.put("run", run);
        try (SparkSession spark = stages.time("session", () -> Session.open(size))) {
            return work.with(spark, new Lake(spark, root.toAbsolutePath().toString()));
        } finally {
            ThreadContext.remove("run");
        }
    }

    private Upserts upserts(Lake lake) {
        return new Upserts(lake, request.settings().upserts(), size);
    }

    private <T> T withIngestion(SparkSession spark, Lake lake, Function<Ingestion, T> work) {
        Path staging = Path.of(lake.root()).resolve(".staging");
        // A run that was killed may have left its own: they hold identifiers, and nobody reads them again.
        Outputs.delete(staging);
        try {
            FileScan scan = new FileScan(staging);
            Reading reading = new Reading(spark, scan, request.mappings(), size);
            return work.apply(new Ingestion(
                    spark,
                    lake,
                    reading,
                    new Assembled(spark, scan, reading, size),
                    request.mappings(),
                    upserts(lake),
                    new Ingestion.Identity(run, software, request.key()),
                    size));
        } finally {
            Outputs.delete(staging);
        }
    }
}
