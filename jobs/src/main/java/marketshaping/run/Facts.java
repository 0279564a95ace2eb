package marketshaping.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import marketshaping.contract.Contract;
import marketshaping.contract.Inputs;
import marketshaping.fact.AsAt;
import marketshaping.fact.BrokeringFact;
import marketshaping.fact.PlacementFact;
import marketshaping.fact.Views;
import marketshaping.lake.Lake;
import marketshaping.lake.Note;
import marketshaping.lake.TableShape;
import marketshaping.settings.Settings;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Works the facts out from the lake's inputs, once, and keeps them in the lake for measures and notebooks to read. */
final class Facts {
    private final SparkSession spark;
    private final Lake lake;

    Facts(SparkSession spark, Lake lake) {
        this.spark = spark;
        this.lake = lake;
    }

    /** The inputs that the lake holds. */
    Set<String> given() {
        return Inputs.names().stream().filter(lake::holds).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Brings the facts up to date and registers them as views; a fact that is up to date is not written again. */
    void register(Views views, Settings settings, AsAt asAt, Software software, String run) {
        Set<String> given = given();
        String fingerprint = Fingerprints.of(
                software.build(),
                settings,
                asAt,
                given.stream()
                        .map(input -> input + "=" + lake.version(input).orElseThrow())
                        .toList());
        views.register();
        boolean stale = isStale(PlacementFact.SHAPE, fingerprint) || isStale(BrokeringFact.SHAPE, fingerprint);
        if (stale) {
            Inputs.ALL.forEach(this::registerInput);
            lake.replace(PlacementFact.SHAPE, views.placementFact(given), Note.derived(run, fingerprint));
        }
        views.registerPlacements(lake.read(PlacementFact.SHAPE.name()));
        if (stale) {
            lake.replace(BrokeringFact.SHAPE, views.brokeringFact(given), Note.derived(run, fingerprint));
        }
        views.registerBrokering(lake.read(BrokeringFact.SHAPE.name()));
    }

    private boolean isStale(TableShape shape, String fingerprint) {
        return lake.note(shape.name())
                .map(note -> !note.fingerprint().equals(fingerprint))
                .orElse(true);
    }

    private void registerInput(Contract contract) {
        Dataset<Row> rows = lake.holds(contract.input())
                ? lake.read(contract.input())
                : spark.createDataFrame(
                        List.of(), StructType.fromDDL(TableShape.of(contract).ddl()));
        rows.createOrReplaceTempView("in_" + contract.input());
    }
}
