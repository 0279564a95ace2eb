package marketshaping.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import marketshaping.contract.Contract;
import marketshaping.contract.Inputs;
import marketshaping.fact.Views;
import marketshaping.lake.Lake;
import marketshaping.lake.TableShape;
import marketshaping.run.CheckReport.Gap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The rows that the lake would hold after an ingest, as the views that the facts are worked out from. */
final class AcceptedRows {
    private final SparkSession spark;
    private final Lake lake;
    private final Views views;
    private final Upserts upserts;
    private final Map<String, Extract> extracts;

    /** @param extracts those that the lake does not hold */
    AcceptedRows(SparkSession spark, Lake lake, Views views, Upserts upserts, List<Extract> extracts) {
        this.spark = spark;
        this.lake = lake;
        this.views = views;
        this.upserts = upserts;
        this.extracts = extracts.stream()
                .collect(Collectors.toMap(extract -> extract.contract().input(), Function.identity()));
    }

    /** @param given the inputs that there are */
    List<Gap> gaps(Set<String> given) {
        views.register();
        Inputs.ALL.forEach(contract -> rows(contract).createOrReplaceTempView("in_" + contract.input()));
        views.registerReturn();
        views.registerPlacements(views.placementFact(given));
        return Gaps.of(spark, given);
    }

    private Dataset<Row> rows(Contract contract) {
        if (extracts.containsKey(contract.input())) {
            Dataset<Row> accepted = Ingestion.accepted(extracts.get(contract.input()));
            return upserts.adds(contract) ? upserts.added(contract, accepted) : accepted;
        }
        return lake.holds(contract.input())
                ? lake.read(contract.input())
                : spark.createDataFrame(
                        List.of(), StructType.fromDDL(TableShape.of(contract).ddl()));
    }
}
