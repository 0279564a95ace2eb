package marketshaping.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import marketshaping.contract.Inputs;
import marketshaping.fact.AsAt;
import marketshaping.fact.Views;
import marketshaping.lake.Lake;
import marketshaping.measure.Measure;
import marketshaping.measure.Measures;
import marketshaping.problem.Problems;
import marketshaping.table.Table;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.spark.sql.SparkSession;

/** From what a lake holds to the packs of one as-at date: facts, measures, files, and the manifest last. */
final class Packing {
    private static final Logger LOGGER = LogManager.getLogger(Packing.class);

    private final SparkSession spark;
    private final Lake lake;
    private final Request request;
    private final Size size;
    private final Stages stages;
    private final Origin origin;

    /** Who makes the packs: the run, when it started, and the software. */
    record Origin(String run, Instant started, Software software) {}

    /** @param watched the rows of the working list, which are asked for when it is written */
    private record Measured(Map<String, Table> tables, Iterable<List<Object>> watched) {}

    private interface Registration {
        void of(Facts facts, Views views, AsAt asAt);
    }

    Packing(SparkSession spark, Lake lake, Request request, Size size, Stages stages, Origin origin) {
        this.spark = spark;
        this.lake = lake;
        this.request = request;
        this.size = size;
        this.stages = stages;
        this.origin = origin;
    }

    /**
     * Writes the packs, and keeps the facts in the lake; the folder they are in. Packs that stand as they would be written
     * are left as they are.
     *
     * @param fresh extracts that were stored just now
     */
    Path write(List<Extract> fresh) {
        Outputs outputs = new Outputs(request.packs().resolve(request.asAt().toString()), origin.run());
        Optional<String> standing = new StandingPacks(request, lake, origin.software()).writer(outputs);
        if (standing.isPresent()) {
            LOGGER.info("packs: nothing that they rest on has changed since run {} wrote them", standing.get());
            return outputs.folder();
        }
        PublishedRows published = published();
        PackFiles files = files(measured(Measures.ALL, keeping(fresh)), published);
        // Kept before it is out: a pack that the lake doesn't know of could be undone by the next one.
        publish(
                folder -> Parallel.<Runnable>forEach(
                        List.of(() -> files.write(folder), () -> published.keep(files.release(), origin.run())),
                        Runnable::run),
                outputs);
        return outputs.folder();
    }

    /** Writes the packs elsewhere, and keeps nothing in the lake. */
    void writeAgain(Outputs outputs) {
        publish(
                files(measured(Measures.ALL, (facts, views, asAt) -> facts.registerWithoutKeeping(views)), published())
                        ::write,
                outputs);
    }

    /** The tables of some measures; nothing is written but the facts. */
    Map<String, Table> tables(List<Measure> measures) {
        return measured(measures, keeping(List.of())).tables();
    }

    private Registration keeping(List<Extract> fresh) {
        return (facts, views, asAt) -> {
            String fingerprint = facts.fingerprint(request.settings(), asAt, origin.software());
            facts.register(views, fingerprint, fresh, origin.run());
        };
    }

    private Measured measured(List<Measure> measures, Registration registration) {
        Facts facts = new Facts(spark, lake, size);
        Set<String> given = facts.givenOrRefuse(request.lake());
        AsAt asAt = new AsAt(request.asAt());
        Views views = new Views(spark, request.settings(), asAt);
        stages.time("facts", () -> registration.of(facts, views, asAt));
        new IngestViews(spark, lake).register();
        Map<String, Object> parameters = views.parameters(given);
        return new Measured(
                stages.time("measures", () -> new Answers(spark, parameters, given).tables(measures)),
                new WatchedRows(spark, parameters));
    }

    private PublishedRows published() {
        return new PublishedRows(spark, lake, request.settings().disclosure());
    }

    private PackFiles files(Measured measured, PublishedRows published) {
        return stages.time(
                "disclosure",
                () -> new PackFiles(
                        request, lake, measured.tables(), measured.watched(), published.before(request.asAt())));
    }

    private void publish(Consumer<Path> write, Outputs outputs) {
        // Those that were read: what is written from here on is not among them.
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
                            versions.numbers(),
                            versions.writers(),
                            stages.seconds(),
                            Outputs.described(folder))
                    .write(folder);
        } catch (IOException e) {
            throw Problems.cannotWrite(folder, e.toString());
        }
    }
}
