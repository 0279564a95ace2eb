package marketshaping.analysis.fact;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.engine.BuildInfo;
import marketshaping.engine.ExecutionProfile;
import marketshaping.engine.Fingerprints;
import marketshaping.input.ingest.Ingestion;
import marketshaping.input.ingest.ValidatedExtract;
import marketshaping.lake.CommitNote;
import marketshaping.lake.Lake;
import marketshaping.lake.TableSchema;
import marketshaping.model.contract.BrokeringPauses;
import marketshaping.model.contract.ClientLevelData;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Contracts;
import marketshaping.model.contract.Inputs;
import marketshaping.model.contract.Payments;
import marketshaping.model.contract.Postcodes;
import marketshaping.model.problem.Problems;
import marketshaping.model.settings.Settings;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Works the facts out from the lake's inputs, once, and keeps them in the lake for measures and notebooks to read. */
public final class FactBuilder {
    private static final long FEW_POSTCODES = 200_000;
    private static final List<Contract> READ_BY_MEASURES =
            List.of(ClientLevelData.CONTRACT, Contracts.CONTRACT, Payments.CONTRACT, BrokeringPauses.CONTRACT);

    private final SparkSession spark;
    private final Lake lake;
    private final ExecutionProfile profile;

    public FactBuilder(SparkSession spark, Lake lake, ExecutionProfile profile) {
        this.spark = spark;
        this.lake = lake;
        this.profile = profile;
    }

    /** The inputs that the lake holds. */
    Set<String> given() {
        return Inputs.names().stream().filter(lake::holds).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The same.
     *
     * @param root where the lake is
     * @throws marketshaping.model.problem.UserProblem where one is not among them without which there is nothing to measure
     */
    public Set<String> givenOrRefuse(Path root) {
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
    public void register(Views views, String fingerprint, List<ValidatedExtract> fresh, String run) {
        Set<String> given = given();
        registerInputsOfMeasures(views, fresh);
        if (isStale(fingerprint)) {
            Inputs.ALL.forEach(contract -> registerInput(contract, fresh));
            narrowPostcodes();
            CommitNote note = CommitNote.derived(run, fingerprint);
            views.registerPlacements(stored(PlacementFact.SHAPE, views.placementFact(given), note));
            views.registerBrokering(stored(BrokeringFact.SHAPE, views.brokeringFact(given), note));
        } else {
            registerKept(views);
        }
    }

    /** Registers as views the facts that the lake has where they are up to date, else works them out; keeps nothing. */
    public void registerWithoutKeeping(Views views, String fingerprint) {
        if (isStale(fingerprint)) {
            registerWithoutKeeping(views);
        } else {
            registerInputsOfMeasures(views, List.of());
            registerKept(views);
        }
    }

    /** Works the facts out of the lake's inputs and registers them as views; the lake keeps those that it has. */
    public void registerWithoutKeeping(Views views) {
        Set<String> given = given();
        registerInputsOfMeasures(views, List.of());
        Inputs.ALL.forEach(contract -> registerInput(contract, List.of()));
        narrowPostcodes();
        views.registerPlacements(profile.held(views.placementFact(given)));
        views.registerBrokering(profile.held(views.brokeringFact(given)));
    }

    private void registerKept(Views views) {
        views.registerPlacements(profile.held(lake.read(PlacementFact.SHAPE.name())));
        views.registerBrokering(profile.held(lake.read(BrokeringFact.SHAPE.name())));
    }

    private void registerInputsOfMeasures(Views views, List<ValidatedExtract> fresh) {
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
        if (isCountry && profile == ExecutionProfile.COUNCIL) {
            Dataset<Row> needed = ExecutionProfile.REGION.during(spark, () -> {
                Dataset<Row> rows =
                        profile.held(spark.sql("SELECT k.* FROM in_postcodes k LEFT SEMI JOIN in_placements p"
                                + " ON p.delivery_postcode = k.postcode"));
                rows.count();
                return rows;
            });
            needed.createOrReplaceTempView("in_postcodes");
        }
    }

    private Dataset<Row> stored(TableSchema shape, Dataset<Row> rows, CommitNote note) {
        Dataset<Row> ready = profile.readyToWrite(rows);
        lake.replaceWithoutHistory(shape, ready, note);
        return profile.written(ready, () -> lake.read(shape.name()));
    }

    /** All that the facts depend on: while it stays the same, so do they. */
    public String fingerprint(Settings settings, AsAt asAt, BuildInfo software) {
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

    private void registerInput(Contract contract, List<ValidatedExtract> fresh) {
        fresh.stream()
                .filter(extract -> extract.contract().equals(contract))
                .findFirst()
                .map(extract ->
                        extract.profile().written(Ingestion.accepted(extract), () -> lake.read(contract.input())))
                .orElseGet(() -> lake.holds(contract.input()) ? lake.read(contract.input()) : noRows(contract))
                .createOrReplaceTempView("in_" + contract.input());
    }

    private Dataset<Row> noRows(Contract contract) {
        return spark.createDataFrame(
                List.of(), StructType.fromDDL(TableSchema.of(contract).ddl()));
    }
}
