package marketshaping.app.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import marketshaping.analysis.fact.AsAt;
import marketshaping.analysis.fact.FactBuilder;
import marketshaping.analysis.fact.IngestViews;
import marketshaping.analysis.fact.Views;
import marketshaping.analysis.measure.Measure;
import marketshaping.analysis.measure.MeasureRunner;
import marketshaping.analysis.measure.Measures;
import marketshaping.analysis.measure.WorkingListRows;
import marketshaping.engine.BuildInfo;
import marketshaping.engine.DriverThreads;
import marketshaping.engine.ExecutionProfile;
import marketshaping.engine.StageTimer;
import marketshaping.input.ingest.ValidatedExtract;
import marketshaping.lake.Lake;
import marketshaping.model.contract.Inputs;
import marketshaping.model.problem.Problems;
import marketshaping.model.table.Table;
import marketshaping.output.publish.AtomicOutputFolder;
import marketshaping.output.publish.Manifest;
import marketshaping.output.publish.PackWriter;
import marketshaping.output.publish.ReleaseArchive;
import marketshaping.output.publish.TableVersions;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.spark.sql.SparkSession;

/**
 * Builds the packs of one as-at date from the lake. It calculates the facts and the measures, and writes the files and
 * finally the manifest.
 */
final class PackBuilder {
    private static final Logger LOGGER = LogManager.getLogger(PackBuilder.class);

    private final SparkSession spark;
    private final Lake lake;
    private final RunRequest request;
    private final ExecutionProfile profile;
    private final StageTimer stages;
    private final Origin origin;

    /** The origin of the packs: the id of the run, the time when it started and the software build. */
    record Origin(String run, Instant started, BuildInfo software) {}

    /**
     * The results of all queries: the tables of the measures and the rows of the working list.
     *
     * @param workingList the rows of the working list, which are queried only when it is written
     */
    private record Measured(Map<String, Table> tables, Iterable<List<Object>> workingList) {}

    private interface Registration {
        void of(FactBuilder facts, Views views, AsAt asAt);
    }

    PackBuilder(
            SparkSession spark,
            Lake lake,
            RunRequest request,
            ExecutionProfile profile,
            StageTimer stages,
            Origin origin) {
        this.spark = spark;
        this.lake = lake;
        this.request = request;
        this.profile = profile;
        this.stages = stages;
        this.origin = origin;
    }

    /**
     * Writes the packs and stores the facts in the lake. Does nothing if the packs are up to date.
     *
     * @param fresh extracts that this run has just stored
     * @return the folder of the packs
     */
    Path write(List<ValidatedExtract> fresh) {
        AtomicOutputFolder outputs =
                new AtomicOutputFolder(request.packs().resolve(request.asAt().toString()), origin.run());
        Optional<String> writer = new UpToDateCheck(request, lake, origin.software()).writer(outputs);
        if (writer.isPresent()) {
            LOGGER.info("packs: up to date, because nothing has changed since run {} wrote them", writer.get());
            return outputs.folder();
        }
        ReleaseArchive published = published();
        PackWriter files = files(measured(Measures.ALL, keeping(fresh)), published);
        // The release is archived before the packs are published, because disclosure control of later packs uses it.
        publish(
                folder -> DriverThreads.<Runnable>forEach(
                        List.of(() -> files.write(folder), () -> published.store(files.release(), origin.run())),
                        Runnable::run),
                outputs);
        return outputs.folder();
    }

    /** Writes the packs to the given folder and stores nothing in the lake. Used to reproduce an old pack. */
    void writeAgain(AtomicOutputFolder outputs) {
        publish(
                files(measured(Measures.ALL, (facts, views, asAt) -> facts.registerWithoutStoring(views)), published())
                        ::write,
                outputs);
    }

    /** Calculates and returns the tables of the given measures. Stores the facts in the lake but writes no packs. */
    Map<String, Table> tables(List<Measure> measures) {
        return measured(measures, keeping(List.of())).tables();
    }

    private Registration keeping(List<ValidatedExtract> fresh) {
        return (facts, views, asAt) -> {
            String fingerprint = facts.fingerprint(request.settings(), asAt, origin.software());
            facts.register(views, fingerprint, fresh, origin.run());
        };
    }

    private Measured measured(List<Measure> measures, Registration registration) {
        FactBuilder facts = new FactBuilder(spark, lake, profile);
        Set<String> given = facts.requireInputs(request.lake());
        AsAt asAt = new AsAt(request.asAt(), Optional.of(request.settings().frameworkGoLive()));
        Views views = new Views(spark, request.settings(), asAt);
        stages.time("facts", () -> registration.of(facts, views, asAt));
        new IngestViews(spark, lake).register();
        Map<String, Object> parameters = views.parameters(given);
        return new Measured(
                stages.time(
                        "measures", () -> new MeasureRunner(spark, profile, asAt, parameters, given).tables(measures)),
                new WorkingListRows(spark, parameters));
    }

    private ReleaseArchive published() {
        return new ReleaseArchive(spark, lake, request.settings().disclosure());
    }

    private PackWriter files(Measured measured, ReleaseArchive published) {
        return stages.time(
                "disclosure",
                () -> new PackWriter(
                        request.settings(),
                        request.asAt(),
                        request.workingListPassword(),
                        lake,
                        measured.tables(),
                        measured.workingList(),
                        published.before(request.asAt())));
    }

    private void publish(Consumer<Path> write, AtomicOutputFolder outputs) {
        // The manifest must list the table versions that were read. Writing the packs adds a version, so this comes
        // first.
        TableVersions versions = TableVersions.of(lake);
        outputs.publish(
                folder -> stages.time("packs", () -> write.accept(folder)), folder -> writeManifest(folder, versions));
    }

    private void writeManifest(Path folder, TableVersions versions) {
        try {
            new Manifest(
                            origin.run(),
                            origin.started(),
                            origin.software(),
                            request.asAt(),
                            request.settings(),
                            Inputs.names().stream()
                                    .flatMap(input -> lake.note(input).stream()
                                            .flatMap(note -> note.files().stream())
                                            .map(file -> Manifest.Input.of(input, file)))
                                    .toList(),
                            Inputs.names().stream()
                                    .flatMap(input -> lake.note(input).stream())
                                    .flatMap(note -> note.findings().stream())
                                    .toList(),
                            versions.numbers(),
                            versions.writers(),
                            stages.seconds(),
                            AtomicOutputFolder.describe(folder))
                    .write(folder);
        } catch (IOException e) {
            throw Problems.cannotWrite(folder, e.toString());
        }
    }
}
