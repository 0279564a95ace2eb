package marketshaping.run;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.contract.BrokeringPauses;
import marketshaping.contract.ClientLevelData;
import marketshaping.contract.Contract;
import marketshaping.contract.Contracts;
import marketshaping.contract.Inputs;
import marketshaping.contract.Payments;
import marketshaping.contract.Postcodes;
import marketshaping.fact.AsAt;
import marketshaping.fact.BrokeringFact;
import marketshaping.fact.PlacementFact;
import marketshaping.fact.Views;
import marketshaping.lake.Lake;
import marketshaping.lake.Note;
import marketshaping.lake.TableShape;
import marketshaping.problem.Problems;
import marketshaping.settings.Settings;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Works the facts out from the lake's inputs, once, and keeps them in the lake for measures and notebooks to read. */
final class Facts {
    private static final long FEW_POSTCODES = 200_000;
    private static final List<Contract> READ_BY_MEASURES =
            List.of(ClientLevelData.CONTRACT, Contracts.CONTRACT, Payments.CONTRACT, BrokeringPauses.CONTRACT);

    private final SparkSession spark;
    private final Lake lake;
    private final Size size;

    Facts(SparkSession spark, Lake lake, Size size) {
        this.spark = spark;
        this.lake = lake;
        this.size = size;
    }

    /** The inputs that the lake holds. */
    Set<String> given() {
        return Inputs.names().stream().filter(lake::holds).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The same.
     *
     * @param root where the lake is
     * @throws marketshaping.problem.UserProblem where one is not among them without which there is nothing to measure
     */
    Set<String> givenOrRefuse(Path root) {
        Set<String> given = given();
        List<String> missing = Inputs.ALL.stream()
                .filter(contract -> contract.isRequired() && !given.contains(contract.input()))
                .map(Contract::input)
                .toList();
        if (!missing.isEmpty()) {
            throw Problems.lakeEmpty(root, missing);
        }
        return given;
    }

    /**
     * Brings the facts up to date and registers them as views; a fact that is up to date is not written again.
     *
     * @param fresh extracts that were stored just now
     */
    void register(Views views, String fingerprint, List<Extract> fresh, String run) {
        Set<String> given = given();
        registerInputsOfMeasures(views, fresh);
        if (isStale(fingerprint)) {
            Inputs.ALL.forEach(contract -> registerInput(contract, fresh));
            narrowPostcodes();
            Note note = Note.derived(run, fingerprint);
            views.registerPlacements(stored(PlacementFact.SHAPE, views.placementFact(given), note));
            views.registerBrokering(stored(BrokeringFact.SHAPE, views.brokeringFact(given), note));
        } else {
            registerKept(views);
        }
    }

    /** Registers as views the facts that the lake has where they are up to date, else works them out; keeps nothing. */
    void registerWithoutKeeping(Views views, String fingerprint) {
        if (isStale(fingerprint)) {
            registerWithoutKeeping(views);
        } else {
            registerInputsOfMeasures(views, List.of());
            registerKept(views);
        }
    }

    /** Works the facts out of the lake's inputs and registers them as views; the lake keeps those that it has. */
    void registerWithoutKeeping(Views views) {
        Set<String> given = given();
        registerInputsOfMeasures(views, List.of());
        Inputs.ALL.forEach(contract -> registerInput(contract, List.of()));
        narrowPostcodes();
        views.registerPlacements(size.held(views.placementFact(given)));
        views.registerBrokering(size.held(views.brokeringFact(given)));
    }

    private void registerKept(Views views) {
        views.registerPlacements(size.held(lake.read(PlacementFact.SHAPE.name())));
        views.registerBrokering(size.held(lake.read(BrokeringFact.SHAPE.name())));
    }

    private void registerInputsOfMeasures(Views views, List<Extract> fresh) {
        views.register();
        READ_BY_MEASURES.forEach(contract -> registerInput(contract, fresh));
        views.registerReturn();
        views.registerContractsAndPayments();
    }

    /** Of a whole country's postcodes a council's placements need few, and only those are joined. */
    private void narrowPostcodes() {
        boolean isCountry = lake.note(Postcodes.CONTRACT.input())
                .map(note -> note.rows() > FEW_POSTCODES)
                .orElse(false);
        if (isCountry && size == Size.SMALL) {
            Dataset<Row> needed = Size.LARGE.during(spark, () -> {
                Dataset<Row> rows = size.held(spark.sql("SELECT k.* FROM in_postcodes k LEFT SEMI JOIN in_placements p"
                        + " ON p.delivery_postcode = k.postcode"));
                rows.count();
                return rows;
            });
            needed.createOrReplaceTempView("in_postcodes");
        }
    }

    private Dataset<Row> stored(TableShape shape, Dataset<Row> rows, Note note) {
        Dataset<Row> ready = size.readyToWrite(rows);
        lake.replaceWithoutHistory(shape, ready, note);
        return size.written(ready, () -> lake.read(shape.name()));
    }

    /** All that the facts depend on: while it stays the same, so do they. */
    String fingerprint(Settings settings, AsAt asAt, Software software) {
        return Fingerprints.of(
                software.build(),
                settings,
                asAt,
                given().stream()
                        .map(input -> input + "=" + lake.version(input).orElseThrow())
                        .toList());
    }

    private boolean isStale(String fingerprint) {
        return Stream.of(PlacementFact.SHAPE, BrokeringFact.SHAPE).anyMatch(shape -> lake.note(shape.name())
                .map(note -> !note.fingerprint().equals(fingerprint))
                .orElse(true));
    }

    private void registerInput(Contract contract, List<Extract> fresh) {
        fresh.stream()
                .filter(extract -> extract.contract().equals(contract))
                .findFirst()
                .map(extract -> extract.size().written(Ingestion.accepted(extract), () -> lake.read(contract.input())))
                .orElseGet(() -> lake.holds(contract.input()) ? lake.read(contract.input()) : noRows(contract))
                .createOrReplaceTempView("in_" + contract.input());
    }

    private Dataset<Row> noRows(Contract contract) {
        return spark.createDataFrame(
                List.of(), StructType.fromDDL(TableShape.of(contract).ddl()));
    }
}
