package marketshaping;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.analysis.fact.AsAt;
import marketshaping.analysis.fact.FactBuilder;
import marketshaping.analysis.fact.IngestViews;
import marketshaping.analysis.fact.Views;
import marketshaping.analysis.measure.Measure;
import marketshaping.analysis.measure.Measures;
import marketshaping.app.pipeline.SampleFolders;
import marketshaping.app.pipeline.SettingsFile;
import marketshaping.engine.BuildInfo;
import marketshaping.engine.ExecutionProfile;
import marketshaping.engine.SparkSessions;
import marketshaping.lake.Lake;
import marketshaping.model.problem.Problems;
import marketshaping.model.settings.Settings;
import marketshaping.model.table.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * A lake, opened for an analyst's notebook: every measure by name, as the packs of an as-at date have it, and any query
 * of one's own over the same facts. It changes nothing in the lake, and needs no key, for what it reads is hashed.
 */
public final class OpenLake implements AutoCloseable {
    private final SparkSession spark;
    private final Set<String> given;
    private final Map<String, Object> parameters;

    private OpenLake(Path root, LocalDate date, Settings settings) {
        ExecutionProfile profile = ExecutionProfile.named(System.getenv().getOrDefault(ExecutionProfile.VARIABLE, ""))
                .orElse(ExecutionProfile.COUNCIL);
        spark = SparkSessions.open(profile);
        Lake lake = new Lake(spark, root.toAbsolutePath().toString());
        FactBuilder facts = new FactBuilder(spark, lake, profile);
        given = facts.givenOrRefuse(root);
        AsAt asAt = new AsAt(date);
        Views views = new Views(spark, settings, asAt);
        facts.registerWithoutKeeping(views, facts.fingerprint(settings, asAt, BuildInfo.running()));
        new IngestViews(spark, lake).register();
        parameters = views.parameters(given);
    }

    /** The lake of the artificial sample council, which {@code market-shaping run --sample} makes. */
    public static OpenLake ofSample() {
        return of(SampleFolders.LAKE, SampleFolders.LAST_DATE);
    }

    /** A lake of Hackney's, or of a council that the built-in settings fit. */
    public static OpenLake of(Path lake, LocalDate asAt) {
        return new OpenLake(lake, asAt, SettingsFile.builtIn());
    }

    /** @param settings the file that the council's runs are given */
    public static OpenLake of(Path lake, LocalDate asAt, Path settings) {
        return new OpenLake(lake, asAt, SettingsFile.read(settings).settings());
    }

    /**
     * A measure's rows, unsuppressed; {@code market-shaping explain NAME} says what each column holds. A column that
     * needs an input which the lake does not hold is empty.
     *
     * @throws marketshaping.model.problem.UserProblem where there is no such measure, or nothing can be known of it
     */
    public Dataset<Row> measure(String name) {
        Measure measure = Measures.named(name);
        List<String> absent =
                measure.needs().stream().filter(input -> !given.contains(input)).toList();
        if (!absent.isEmpty()) {
            throw Problems.measureWithoutInput(name, absent);
        }
        Dataset<Row> rows = sql(measure.query());
        for (Column column : measure.columns()) {
            if (!column.needs().isEmpty() && !given.contains(column.needs())) {
                rows = rows.withColumn(
                        column.name(),
                        functions
                                .lit(null)
                                .cast(rows.schema().apply(column.name()).dataType()));
            }
        }
        return rows;
    }

    /**
     * The rows of a query in Spark SQL over the views that {@link Views} names: {@code placement} and {@code brokering}
     * are the facts, {@code active} the placements active on each date that a measure asks about. It may name the single
     * values {@code :as_at}, {@code :year_before}, {@code :twelve_months_before} and {@code :go_live}.
     */
    public Dataset<Row> sql(String query) {
        return spark.sql(query, parameters);
    }

    @Override
    public void close() {
        spark.stop();
    }
}
