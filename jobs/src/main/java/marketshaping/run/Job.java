package marketshaping.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import marketshaping.contract.Inputs;
import marketshaping.fact.AsAt;
import marketshaping.fact.BrokeringFact;
import marketshaping.fact.PlacementFact;
import marketshaping.fact.Views;
import marketshaping.lake.Lake;
import marketshaping.lake.LakeLock;
import marketshaping.measure.Measures;
import marketshaping.problem.Problems;
import marketshaping.problem.UserProblem;
import marketshaping.source.FileScan;
import marketshaping.table.Table;
import org.apache.commons.lang3.exception.ExceptionUtils;
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
    private final Stages stages = newStages();
    private final Size size;

    Job(Request request) {
        this.request = request;
        this.size = request.input().toString().isEmpty() ? Size.ofLake(request.lake()) : Size.of(request.input());
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

    /** Measures what the lake holds, writes the packs and delivers them. */
    Packed pack() {
        return withLake(
                (spark, lake) -> delivered(packing(spark, lake, request, stages).write(List.of())));
    }

    /** Measures what the lake holds at each of these dates, one after the other; the folders of the packs. */
    List<Path> backfill(List<LocalDate> dates) {
        return withLake((spark, lake) -> {
            List<Path> folders = new ArrayList<>();
            for (LocalDate date : dates) {
                folders.add(packing(spark, lake, request.at(date), newStages()).write(List.of()));
                // The facts of one date are of no use to the next.
                spark.catalog().clearCache();
            }
            return folders;
        });
    }

    /**
     * Writes an old pack again, from the versions of the tables that its manifest names. The lake stays as it is.
     *
     * @throws UserProblem where it can't be the same, or did not come out the same
     */
    Path reproduce(Path manifest, Path into) {
        Manifest old = Manifest.read(manifest);
        if (!old.software().equals(software)) {
            throw Problems.otherSoftware(manifest, old.software().inWords(), software.inWords());
        }
        if (!request.settings().equals(old.settings())) {
            throw Problems.otherSettings(manifest);
        }
        Map<String, Long> versions = new TreeMap<>(old.tables());
        versions.keySet().removeAll(List.of(PlacementFact.SHAPE.name(), BrokeringFact.SHAPE.name()));
        return withLake((spark, lake) -> {
            Lake then = lake.asOf(versions);
            versions.forEach((table, version) -> {
                if (!then.isWhole(table)) {
                    throw Problems.versionGone(request.lake(), table, version);
                }
            });
            Outputs outputs = new Outputs(into, run);
            packing(spark, then, request.at(old.asAt()), stages).writeAgain(outputs);
            List<String> different = outputs.different(old.outputs());
            if (!different.isEmpty()) {
                throw Problems.reproducedOtherwise(outputs.folder(), different);
            }
            return outputs.folder();
        });
    }

    /** Ingests, measures, writes the packs and delivers them. */
    Done run() {
        return withLake((spark, lake) -> {
            Ingestion.Findings findings = ingest(spark, lake);
            // What an extract adds to is read from the lake, where all of it is.
            List<Extract> whole = findings.changed().stream()
                    .filter(extract -> !request.settings()
                            .upserts()
                            .contains(extract.contract().input()))
                    .toList();
            return new Done(
                    findings, delivered(packing(spark, lake, request, stages).write(whole)));
        });
    }

    /** Packs are in their place by now, and stay there whatever becomes of their delivery. */
    private Packed delivered(Path packs) {
        if (!request.delivery().isAskedFor()) {
            return new Packed(packs, Delivering.Outcome.NOT_ASKED_FOR);
        }
        return new Packed(packs, stages.time("delivery", () -> new Delivering(request).deliver(packs)));
    }

    private Ingestion.Findings ingest(SparkSession spark, Lake lake) {
        request.key().register(spark);
        return withIngestion(spark, lake, ingestion -> {
            Ingestion.Findings findings = stages.time("read", () -> ingestion.examine(request.input()))
                    .orRefuse();
            stages.time("store", () -> {
                guardAgainstShrinkage(ingestion, findings);
                QuarantineWorkbook workbook = new QuarantineWorkbook(lake, request);
                if (!findings.changed().isEmpty()) {
                    workbook.outdate();
                }
                ingestion.store(findings);
                if (!findings.changed().isEmpty()) {
                    forget(lake);
                }
                workbook.bringUpToDate(findings.notes());
            });
            return findings;
        });
    }

    /** Deletes what was replaced longer ago than the settings look back. */
    private void forget(Lake lake) {
        Instant moment = started.atZone(Where.LONDON)
                .minusMonths(request.historyMonths())
                .toInstant();
        Inputs.names().stream().filter(lake::holds).forEach(input -> lake.deleteDataReplacedBefore(input, moment));
    }

    private void guardAgainstShrinkage(Ingestion ingestion, Ingestion.Findings findings) {
        ingestion.guardAgainstShrinkage(findings, request.settings().shrinkagePercent(), request.acceptShrinkage());
    }

    /** The tables of some measures, of what the lake holds; nothing is written but the facts. */
    Map<String, Table> tables(List<String> measures) {
        return withLake((spark, lake) -> packing(spark, lake, request, stages)
                .tables(Measures.ALL.stream()
                        .filter(measure -> measures.contains(measure.id()))
                        .toList()));
    }

    private Packing packing(SparkSession spark, Lake lake, Request asked, Stages timed) {
        return new Packing(spark, lake, asked, size, timed, new Packing.Origin(run, started, software));
    }

    private static Stages newStages() {
        return new Stages(System::nanoTime, Progress.ofStandardError());
    }

    /** What packing came to: the folder of the packs, and what became of their delivery. */
    record Packed(Path packs, Delivering.Outcome delivered) {}

    /** What a run came to: what was found in the inputs, and the packs. */
    record Done(Ingestion.Findings findings, Packed packed) {}

    private interface Work<T> {
        T with(SparkSession spark, Lake lake) throws IOException;
    }

    private <T> T withLake(Work<T> work) {
        try (LakeLock held = LakeLock.hold(request.lake(), run);
                Scratch scratch = Scratch.of(request.lake())) {
            T done = withSession(request.lake(), (spark, lake) -> {
                if (scratch.followsUnfinished()) {
                    lake.deleteUnfinishedData(
                            Stream.concat(TableVersions.TABLES.stream(), Stream.of(Quarantine.SHAPE.name()))
                                    .toList());
                }
                return work.with(spark, lake);
            });
            scratch.finish();
            return done;
        } catch (IOException e) {
            throw Problems.cannotWrite(request.lake(), e.toString());
        } catch (Exception | Error e) {
            // The engine throws checked exceptions without saying so, and errors where a disk is full.
            throw Mishap.behind(e, request).orElseGet(() -> ExceptionUtils.rethrow(e));
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

    /** What an ingestion needs for as long as it lasts, where a cluster's workers see it too. */
    static Path staging(Path lake) {
        return lake.resolve(".staging");
    }

    private <T> T withIngestion(SparkSession spark, Lake lake, Function<Ingestion, T> work) {
        Path staging = staging(Path.of(lake.root()));
        // A run that was killed may have left its own: they hold identifiers, and nobody reads them again.
        Outputs.delete(staging);
        try {
            FileScan scan = new FileScan(staging);
            Reading reading = new Reading(spark, scan, request.mappings(), size, stages::read);
            return work.apply(new Ingestion(
                    spark,
                    lake,
                    reading,
                    new Assembled(spark, scan, reading, size),
                    request.mappings(),
                    upserts(lake),
                    new Ingestion.Identity(run, software, request.key(), new KnownFiles(Path.of(lake.root()), started)),
                    size));
        } finally {
            Outputs.delete(staging);
        }
    }
}
