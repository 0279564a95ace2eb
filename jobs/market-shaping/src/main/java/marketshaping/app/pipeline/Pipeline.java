package marketshaping.app.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import marketshaping.analysis.fact.BrokeringFact;
import marketshaping.analysis.fact.PlacementFact;
import marketshaping.analysis.measure.Measures;
import marketshaping.app.console.ProgressLine;
import marketshaping.engine.BuildInfo;
import marketshaping.engine.ExecutionProfile;
import marketshaping.engine.SparkSessions;
import marketshaping.engine.SparkTempDir;
import marketshaping.engine.StageTimer;
import marketshaping.feedback.CandidateTables;
import marketshaping.feedback.CheckReport;
import marketshaping.feedback.CheckReportBuilder;
import marketshaping.feedback.QuarantineWorkbook;
import marketshaping.input.ingest.FileHashCache;
import marketshaping.input.ingest.Ingestion;
import marketshaping.input.ingest.LakeRows;
import marketshaping.input.ingest.OutsizedFiles;
import marketshaping.input.ingest.QuarantineTable;
import marketshaping.input.ingest.SqlSyntax;
import marketshaping.input.ingest.ValidatedExtract;
import marketshaping.lake.CommitNote;
import marketshaping.lake.Lake;
import marketshaping.lake.LakeLock;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Inputs;
import marketshaping.model.contract.Placements;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.settings.LocalZone;
import marketshaping.model.table.Table;
import marketshaping.output.deliver.DeliveryService;
import marketshaping.output.publish.AtomicOutputFolder;
import marketshaping.output.publish.Manifest;
import marketshaping.output.publish.TableVersions;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;
import org.apache.spark.sql.SparkSession;

/**
 * The batch job: ingests files into the lake, builds facts, calculates measures and writes packs. Each public method
 * implements one command and locks the lake while it runs. The exception is {@link #check} without a lake, which needs
 * no lock.
 */
public final class Pipeline {
    private static final Logger LOGGER = LogManager.getLogger(Pipeline.class);

    private final RunRequest request;
    private final String run = UUID.randomUUID().toString();
    private final Instant started = Instant.now();
    private final BuildInfo software = BuildInfo.running();
    private final StageTimer stages = newStages();
    private final ExecutionProfile profile;
    private Map<String, CommitNote> notes = Map.of();

    public Pipeline(RunRequest request) {
        this.request = request;
        this.profile = request.profile();
    }

    /** Reads and validates the inputs, and compares them with the lake. Changes nothing. */
    public CheckReport check() {
        SqlSyntax.requireValid(request.mappings());
        return withLake((spark, lake) -> withIngestion(
                spark,
                lake,
                Inputs.ALL,
                new FileHashCache(Path.of(lake.root()), started),
                files -> false,
                ingestion -> {
                    Ingestion.Findings findings = stages.time("read", () -> ingestion.examineAll(request.input()));
                    List<UserProblem> problems = new ArrayList<>(findings.problems());
                    try {
                        ingestion.guardAgainstShrinkage(
                                findings, request.settings().shrinkagePercent());
                    } catch (UserProblem shrunk) {
                        problems.add(shrunk);
                    }
                    CandidateTables accepted = new CandidateTables(
                            findings.changed(), Set.copyOf(request.settings().upserts()), new LakeRows(lake)::of);
                    return stages.time("report", () -> new CheckReportBuilder(findings).report(accepted, problems));
                }));
    }

    /** Ingests the inputs that have changed since the last run. */
    public Ingestion.Findings ingest() {
        SqlSyntax.requireValid(request.mappings());
        return withLake((spark, lake) -> ingest(spark, lake, Inputs.ALL));
    }

    /** Loads the reference inputs, which are the same for every council, if they have changed. */
    public Ingestion.Findings reference() {
        SqlSyntax.requireValid(request.mappings());
        return withLake((spark, lake) -> ingest(spark, lake, Inputs.reference()));
    }

    /** Calculates the measures from the lake, writes the packs and delivers them. */
    public Packed pack() {
        return withLake(
                (spark, lake) -> delivered(packing(spark, lake, request, stages).write(List.of())));
    }

    /** Writes the packs of each date in turn and returns their folders. Does not deliver them. */
    public List<Path> backfill(List<LocalDate> dates) {
        return withLake((spark, lake) -> {
            List<Path> folders = new ArrayList<>();
            for (LocalDate date : dates) {
                folders.add(packing(spark, lake, request.at(date), newStages()).write(List.of()));
                // The next date does not use the cached facts of this one.
                spark.catalog().clearCache();
            }
            return folders;
        });
    }

    /**
     * Reproduces an old pack from the table versions that its manifest lists. The lake is not changed.
     *
     * @return the folder of the reproduced pack
     * @throws UserProblem if software, settings or table versions differ, or if any file differs from the manifest
     */
    public Path reproduce(Path manifest, Path into) {
        Manifest old = Manifest.read(manifest);
        if (!old.software().equals(software)) {
            throw Problems.softwareDifferent(manifest, old.software().description(), software.description());
        }
        if (!request.settings().equals(old.settings())) {
            throw Problems.settingsDifferent(manifest);
        }
        Map<String, Long> versions = new TreeMap<>(old.tables());
        versions.keySet().removeAll(List.of(PlacementFact.SCHEMA.name(), BrokeringFact.SCHEMA.name()));
        return withLake((spark, lake) -> {
            Lake then = lake.asOf(versions);
            versions.forEach((table, version) -> {
                if (!then.isWhole(table)) {
                    throw Problems.versionGone(request.lake(), table, version);
                }
            });
            AtomicOutputFolder outputs = new AtomicOutputFolder(into, run);
            packing(spark, then, request.at(old.asAt()), stages).writeAgain(outputs);
            List<String> changedFiles = outputs.changedFiles(old.outputs());
            if (!changedFiles.isEmpty()) {
                throw Problems.packDifferent(outputs.folder(), changedFiles);
            }
            return outputs.folder();
        });
    }

    /** Ingests the inputs, calculates the measures, writes the packs and delivers them. */
    public Done run() {
        SqlSyntax.requireValid(request.mappings());
        return withLake((spark, lake) -> {
            Ingestion.Findings findings = ingest(spark, lake, Inputs.ALL);
            // An upsert extract contains only part of its table, so the whole table is read from the lake.
            List<ValidatedExtract> whole = findings.changed().stream()
                    .filter(extract -> !request.settings()
                            .upserts()
                            .contains(extract.contract().input()))
                    .toList();
            return new Done(
                    findings, delivered(packing(spark, lake, request, stages).write(whole)));
        });
    }

    /** Delivers the packs. They stay in their folder even if the delivery fails. */
    private Packed delivered(Path packs) {
        if (!request.delivery().isRequested()) {
            return new Packed(packs, DeliveryService.Outcome.NOT_REQUESTED);
        }
        return new Packed(packs, stages.time("delivery", () -> new DeliveryService(
                        request.delivery(), request.settings(), request.asAt(), request.mailPassword())
                .deliver(packs)));
    }

    private Ingestion.Findings ingest(SparkSession spark, Lake lake, List<Contract> contracts) {
        FileHashCache hashes = new FileHashCache(Path.of(lake.root()), started);
        return withIngestion(spark, lake, contracts, hashes, this::isStaged, ingestion -> {
            Ingestion.Findings findings = stages.time("read", () -> ingestion.examine(request.input()));
            notes = findings.notes();
            findings.requireNoProblems();
            adviseOnProfile(findings);
            stages.time("store", () -> {
                ingestion.guardAgainstShrinkage(findings, request.settings().shrinkagePercent());
                QuarantineWorkbook workbook = new QuarantineWorkbook(
                        lake, request.settings().council().name(), request.asAt());
                if (!findings.changed().isEmpty()) {
                    workbook.markOutdated();
                }
                ingestion.store(findings, hashes);
                if (!findings.changed().isEmpty()) {
                    deleteOldVersions(lake);
                }
                workbook.bringUpToDate(findings.notes());
            });
            return findings;
        });
    }

    private void adviseOnProfile(Ingestion.Findings findings) {
        CommitNote placements = findings.notes().get(Placements.CONTRACT.input());
        if (placements != null && profile.isTooSmallFor(placements.rows())) {
            LOGGER.info(
                    "placements has {} rows: --profile region is faster above about 100,000",
                    String.format(Locale.UK, "%,d", placements.rows()));
        }
    }

    /**
     * Deletes table versions that were replaced before the period set by {@code history-months}. The period starts with
     * a whole month, so that deletion takes time at most once per month and table. With zero months, no replaced version stays.
     */
    private void deleteOldVersions(Lake lake) {
        int months = request.historyMonths();
        Instant moment = months == 0
                ? started
                : started.atZone(LocalZone.ZONE)
                        .minusMonths(months)
                        .with(TemporalAdjusters.firstDayOfMonth())
                        .truncatedTo(ChronoUnit.DAYS)
                        .toInstant();
        Inputs.names().stream().filter(lake::contains).forEach(input -> lake.deleteDataReplacedBefore(input, moment));
    }

    /** Calculates and returns the tables of the given measures. Stores the facts in the lake but writes no packs. */
    public Map<String, Table> tables(List<String> measures) {
        return withLake((spark, lake) -> packing(spark, lake, request, stages)
                .tables(Measures.ALL.stream()
                        .filter(measure -> measures.contains(measure.id()))
                        .toList()));
    }

    private PackBuilder packing(SparkSession spark, Lake lake, RunRequest asked, StageTimer timed) {
        return new PackBuilder(spark, lake, asked, profile, timed, new PackBuilder.Origin(run, started, software));
    }

    private static StageTimer newStages() {
        return new StageTimer(System::nanoTime, ProgressLine.ofStandardError());
    }

    /** The result of {@link #pack}: the folder of the packs and the outcome of their delivery. */
    public record Packed(Path packs, DeliveryService.Outcome delivered) {}

    /** The result of {@link #run}: the findings about the inputs, and the packs. */
    public record Done(Ingestion.Findings findings, Packed packed) {}

    /**
     * Returns the commit notes of the inputs that {@link #run} or {@link #ingest} has read, even if it then failed;
     * empty before that.
     */
    public Map<String, CommitNote> notes() {
        return Collections.unmodifiableMap(notes);
    }

    private interface Work<T> {
        T with(SparkSession spark, Lake lake) throws IOException;
    }

    private <T> T withLake(Work<T> work) {
        try (LakeLock lock = LakeLock.acquire(request.lake(), run);
                SparkTempDir scratch = SparkTempDir.of(request.lake())) {
            T done = withSession(request.lake(), (spark, lake) -> {
                if (scratch.followsUnfinished()) {
                    lake.deleteUnfinishedData(
                            Stream.concat(TableVersions.TABLES.stream(), Stream.of(QuarantineTable.SHAPE.name()))
                                    .toList());
                }
                return work.with(spark, lake);
            });
            scratch.finish();
            return done;
        } catch (IOException e) {
            throw Problems.cannotWrite(request.lake(), e.toString());
        } catch (Exception | Error e) {
            // Spark throws undeclared checked exceptions, and errors if a disk is full.
            throw FailureClassifier.userProblem(e, request).orElseGet(() -> ExceptionUtils.rethrow(e));
        }
    }

    private <T> T withSession(Path root, Work<T> work) throws IOException {
        ThreadContext.put("run", run);
        try (SparkSessions.OpenSession session = stages.time("session", () -> SparkSessions.open(profile))) {
            SparkSession spark = session.spark();
            return work.with(spark, new Lake(spark, root.toAbsolutePath().toString()));
        } finally {
            ThreadContext.remove("run");
        }
    }

    /** Returns true for files that Spark validates, because they are too large for the driver's memory. */
    private boolean isStaged(List<Path> files) {
        return profile == ExecutionProfile.REGION || OutsizedFiles.among(files);
    }

    private <T> T withIngestion(
            SparkSession spark,
            Lake lake,
            List<Contract> contracts,
            FileHashCache hashes,
            Predicate<List<Path>> isStaged,
            Function<Ingestion, T> work) {
        return new IngestionSetup(request, run, software, contracts, stages::read)
                .with(
                        () -> spark,
                        Optional.of(lake),
                        Lake.staging(Path.of(lake.root())),
                        hashes::sha256,
                        isStaged,
                        work);
    }
}
