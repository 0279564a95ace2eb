package marketshaping.feedback;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import marketshaping.analysis.fact.Views;
import marketshaping.feedback.CheckReport.Gap;
import marketshaping.input.ingest.Ingestion;
import marketshaping.input.ingest.UpsertMerge;
import marketshaping.input.ingest.ValidatedExtract;
import marketshaping.lake.Lake;
import marketshaping.lake.TableSchema;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Inputs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The input tables as they would be after ingesting the checked extracts. They are registered as the views from which
 * the facts are calculated.
 */
public final class CandidateTables {
    private final SparkSession spark;
    private final Lake lake;
    private final Views views;
    private final UpsertMerge upserts;
    private final Map<String, ValidatedExtract> extracts;

    /**
     * Combines validated extracts with the tables already in the lake.
     *
     * @param extracts the validated extracts that are not yet in the lake
     */
    public CandidateTables(
            SparkSession spark, Lake lake, Views views, UpsertMerge upserts, List<ValidatedExtract> extracts) {
        this.spark = spark;
        this.lake = lake;
        this.views = views;
        this.upserts = upserts;
        this.extracts = extracts.stream()
                .collect(Collectors.toMap(extract -> extract.contract().input(), Function.identity()));
    }

    /**
     * Returns the gaps: information that is missing from these tables, largest gap first.
     *
     * @param given the inputs that are available
     */
    List<Gap> gaps(Set<String> given) {
        views.register();
        Inputs.ALL.forEach(contract -> rows(contract).createOrReplaceTempView("in_" + contract.input()));
        views.registerReturn();
        views.registerPlacements(views.placementFact(given));
        return CoverageGaps.of(spark, given);
    }

    private Dataset<Row> rows(Contract contract) {
        if (extracts.containsKey(contract.input())) {
            Dataset<Row> accepted = Ingestion.accepted(extracts.get(contract.input()));
            return upserts.isUpsert(contract) ? upserts.merged(contract, accepted) : accepted;
        }
        return lake.contains(contract.input())
                ? lake.read(contract.input())
                : spark.createDataFrame(
                        List.of(), StructType.fromDDL(TableSchema.of(contract).ddl()));
    }
}
