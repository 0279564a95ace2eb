package marketshaping;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marketshaping.analysis.fact.AsAt;
import marketshaping.analysis.fact.FactBuilder;
import marketshaping.analysis.fact.IngestViews;
import marketshaping.analysis.fact.Views;
import marketshaping.analysis.measure.Measure;
import marketshaping.analysis.measure.MeasureRunner;
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
 * Gives an analyst's notebook read-only access to a lake. It returns any measure by name, with the figures that the
 * packs of the as-at date are based on. It also runs any SQL query over the same facts. It needs no key, because
 * identifiers in the lake are hashed.
 */
public final class OpenLake implements AutoCloseable {
    private final SparkSessions.OpenSession session;
    private final SparkSession spark;
    private final AsAt asAt;
    private final Set<String> given;
    private final ExecutionProfile profile;
    private final Map<String, Object> parameters;

    private OpenLake(Path root, LocalDate date, Settings settings) {
        profile = ExecutionProfile.named(System.getenv().getOrDefault(ExecutionProfile.VARIABLE, ""))
                .orElse(ExecutionProfile.COUNCIL);
        session = SparkSessions.open(profile);
        spark = session.spark();
        Lake lake = new Lake(spark, root.toAbsolutePath().toString());
        FactBuilder facts = new FactBuilder(spark, lake, profile);
        given = facts.requireInputs(root);
        asAt = new AsAt(date, Optional.of(settings.frameworkGoLive()));
        Views views = new Views(spark, settings, asAt);
        facts.registerWithoutStoring(views, facts.fingerprint(settings, asAt, BuildInfo.running()));
        new IngestViews(spark, lake).register();
        parameters = views.parameters(given);
    }

    /** Opens the lake of the artificial sample council, which {@code market-shaping run --sample} creates. */
    public static OpenLake ofSample() {
        return of(SampleFolders.LAKE, SampleFolders.LAST_DATE);
    }

    /** Opens a lake with the built-in settings, which are Hackney's. */
    public static OpenLake of(Path lake, LocalDate asAt) {
        return new OpenLake(lake, asAt, SettingsFile.builtIn());
    }

    /**
     * Opens a lake with a council's own settings.
     *
     * @param settings the settings file of the council's runs
     */
    public static OpenLake of(Path lake, LocalDate asAt, Path settings) {
        return new OpenLake(lake, asAt, SettingsFile.read(settings).settings());
    }

    /**
     * Returns the rows of a measure without suppression; {@code market-shaping explain NAME} describes the columns. A
     * column is null if it needs an input that the lake does not contain.
     *
     * @throws marketshaping.model.problem.UserProblem if there is no such measure, or the lake lacks an input that the
     *     whole measure needs
     */
    public Dataset<Row> measure(String name) {
        Measure measure = Measures.named(name);
        List<String> absent =
                measure.needs().stream().filter(input -> !given.contains(input)).toList();
        if (!absent.isEmpty()) {
            throw Problems.measureWithoutInput(name, absent);
        }
        Dataset<Row> rows = new MeasureRunner(spark, profile, asAt, parameters, given).dataset(measure);
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
     * Runs a query in Spark SQL over the views of {@link Views}. The views {@code placement} and {@code brokering} are
     * the facts; {@code active} contains the placements that are active on each date used by a measure. The query may
     * use the parameters {@code :as_at}, {@code :year_before}, {@code :twelve_months_before} and {@code :go_live}.
     */
    public Dataset<Row> sql(String query) {
        return spark.sql(query, parameters);
    }

    @Override
    public void close() {
        session.close();
    }
}
