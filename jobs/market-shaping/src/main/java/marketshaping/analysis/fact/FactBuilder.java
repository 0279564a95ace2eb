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

/** Builds the facts from the lake's inputs, and stores them in the lake for measures and notebooks. */
public final class FactBuilder {
    private static final long MAX_LOCAL_POSTCODES = 200_000;
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

    /** Returns the names of the inputs that the lake contains. */
    Set<String> storedInputs() {
        return Inputs.names().stream().filter(lake::contains).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Returns the names of the inputs that the lake contains, and throws a problem if a required input is missing.
     *
     * @param root folder of the lake, for the error message
     * @throws marketshaping.model.problem.UserProblem if a required input is missing
     */
    public Set<String> requireInputs(Path root) {
        Set<String> given = storedInputs();
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
     * Updates the facts in the lake if they are out of date, and registers them as views.
     *
     * @param fingerprint of the inputs, settings and software; see {@link #fingerprint}
     * @param fresh extracts that this run has stored
     * @param run id of the run, for the commit notes
     */
    public void register(Views views, String fingerprint, List<ValidatedExtract> fresh, String run) {
        Set<String> given = storedInputs();
        registerInputsOfMeasures(views, fresh);
        if (isStale(fingerprint)) {
            Inputs.ALL.forEach(contract -> registerInput(contract, fresh));
            keepNeededPostcodes();
            CommitNote note = CommitNote.derived(run, fingerprint);
            views.registerPlacements(store(PlacementFact.SCHEMA, views.placementFact(given), note));
            views.registerBrokering(store(BrokeringFact.SCHEMA, views.brokeringFact(given), note));
        } else {
            registerStored(views);
        }
    }

    /**
     * Registers the stored facts as views, or builds them in memory if they are out of date. The lake is not changed.
     */
    public void registerWithoutStoring(Views views, String fingerprint) {
        if (isStale(fingerprint)) {
            registerWithoutStoring(views);
        } else {
            registerInputsOfMeasures(views, List.of());
            registerStored(views);
        }
    }

    /** Builds the facts in memory and registers them as views. The lake is not changed. */
    public void registerWithoutStoring(Views views) {
        Set<String> given = storedInputs();
        registerInputsOfMeasures(views, List.of());
        Inputs.ALL.forEach(contract -> registerInput(contract, List.of()));
        keepNeededPostcodes();
        views.registerPlacements(profile.cached(views.placementFact(given)));
        views.registerBrokering(profile.cached(views.brokeringFact(given)));
    }

    private void registerStored(Views views) {
        views.registerPlacements(profile.cached(lake.read(PlacementFact.SCHEMA.name())));
        views.registerBrokering(profile.cached(lake.read(BrokeringFact.SCHEMA.name())));
    }

    private void registerInputsOfMeasures(Views views, List<ValidatedExtract> fresh) {
        views.register();
        READ_BY_MEASURES.forEach(contract -> registerInput(contract, fresh));
        views.registerReturn();
        views.registerContractsAndPayments();
    }

    /**
     * Reduces a national postcode directory to the few postcodes that a council's placements contain. Does nothing in
     * the region profile.
     */
    private void keepNeededPostcodes() {
        boolean isNational = lake.note(Postcodes.CONTRACT.input())
                .map(note -> note.rows() > MAX_LOCAL_POSTCODES)
                .orElse(false);
        if (isNational && profile == ExecutionProfile.COUNCIL) {
            Dataset<Row> needed = ExecutionProfile.REGION.during(spark, () -> {
                Dataset<Row> rows =
                        profile.cached(spark.sql("SELECT k.* FROM in_postcodes k LEFT SEMI JOIN in_placements p"
                                + " ON p.delivery_postcode = k.postcode"));
                rows.count();
                return rows;
            });
            needed.createOrReplaceTempView("in_postcodes");
        }
    }

    private Dataset<Row> store(TableSchema shape, Dataset<Row> rows, CommitNote note) {
        Dataset<Row> ready = profile.readyToWrite(rows);
        lake.replaceWithoutHistory(shape, ready, note);
        return profile.written(ready, () -> lake.read(shape.name()));
    }

    /** Returns a hash of the settings, as-at date, software and table versions. Equal fingerprints mean equal facts. */
    public String fingerprint(Settings settings, AsAt asAt, BuildInfo software) {
        return Fingerprints.of(
                software.build(),
                settings,
                asAt,
                storedInputs().stream()
                        .map(input -> input + "=" + lake.version(input).orElseThrow())
                        .toList());
    }

    private boolean isStale(String fingerprint) {
        return Stream.of(PlacementFact.SCHEMA, BrokeringFact.SCHEMA).anyMatch(shape -> lake.note(shape.name())
                .map(note -> !note.fingerprint().equals(fingerprint))
                .orElse(true));
    }

    private void registerInput(Contract contract, List<ValidatedExtract> fresh) {
        fresh.stream()
                .filter(extract -> extract.contract().equals(contract))
                .findFirst()
                .map(extract -> extract.rows().stored(() -> lake.read(contract.input())))
                .orElseGet(() -> lake.contains(contract.input()) ? lake.read(contract.input()) : noRows(contract))
                .createOrReplaceTempView("in_" + contract.input());
    }

    private Dataset<Row> noRows(Contract contract) {
        return spark.createDataFrame(
                List.of(), StructType.fromDDL(TableSchema.of(contract).ddl()));
    }
}
