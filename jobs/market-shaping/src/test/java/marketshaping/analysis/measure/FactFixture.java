package marketshaping.analysis.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.analysis.fact.AsAt;
import marketshaping.analysis.fact.CaseDayLines;
import marketshaping.engine.ExecutionProfile;
import marketshaping.model.contract.Inputs;
import marketshaping.model.table.Column;
import marketshaping.testkit.TableText;
import marketshaping.testkit.TestSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * The views that a measure reads, parsed from small text tables. A test names only the columns that matter to it. All
 * other columns describe an ordinary spot placement or case. The as-at date is 30 June 2025 unless a test sets another.
 */
final class FactFixture {

    /** Placement columns with the SQL of their default values. A default may use columns earlier in the list. */
    private static final List<Field> PLACEMENT = List.of(
            new Field("placement_id", "STRING", "'L'"),
            new Field("person", "STRING", "'P'"),
            new Field("need_group", "STRING", "'Learning disability'"),
            new Field("turns_65", "DATE", "DATE '2040-01-01'"),
            new Field("setting", "STRING", "'Residential care'"),
            new Field(
                    "accommodation",
                    "BOOLEAN",
                    "setting IN ('Residential care', 'Nursing care', 'Supported living', 'Extra care', 'Shared"
                            + " Lives')"),
            new Field("long_term", "BOOLEAN", "setting NOT IN ('Respite', 'Other')"),
            new Field("start_date", "DATE", "DATE '2020-01-01'"),
            new Field("end_date", "DATE", "NULL"),
            new Field("provider_id", "STRING", "'V1'"),
            new Field("purchase_route", "STRING", "'Spot'"),
            new Field("framework_provider", "BOOLEAN", "false"),
            new Field("lot_in_force", "BOOLEAN", "false"),
            new Field("weekly_cost", "DECIMAL(20,8)", "700"),
            new Field("one_off_cost", "DECIMAL(18,2)", "0"),
            new Field("tier", "STRING", "'In borough'"),
            new Field("out_of_borough", "BOOLEAN", "tier NOT IN ('In borough', 'Not located')"),
            new Field("last_seen", "DATE", "NULL"),
            new Field("last_seen_year_before", "DATE", "NULL"),
            new Field("provider_name", "STRING", "concat('Name of ', provider_id)"),
            new Field("contract_id", "STRING", "NULL"),
            new Field("contract_end", "DATE", "NULL"),
            new Field(
                    "host_code",
                    "STRING",
                    "CASE tier WHEN 'In borough' THEN 'E09000012' WHEN 'Partner area' THEN 'E09000002'"
                            + " WHEN 'Rest of region' THEN 'E09000003' WHEN 'Outside region' THEN 'E10000012' END"),
            new Field("host_name", "STRING", "concat('Name of ', host_code)"),
            new Field("distance_km", "DOUBLE", "NULL"),
            new Field("out_of_borough_reason", "STRING", "'Not recorded'"),
            new Field("host_authority_notified", "BOOLEAN", "NULL"),
            new Field("rating", "STRING", "'Good'"),
            new Field("registered_to", "DATE", "NULL"),
            new Field("brand_name", "STRING", "NULL"));

    private static final List<Field> BROKERING = List.of(
            new Field("case_id", "STRING", "'C'"),
            new Field("person", "STRING", "'P'"),
            new Field("need_group", "STRING", "'Learning disability'"),
            new Field("setting", "STRING", "'Residential care'"),
            new Field("source", "STRING", "'Hospital'"),
            new Field("clock_start", "DATE", "DATE '2025-06-01'"),
            new Field("sourced_date", "DATE", "NULL"),
            new Field("ended_on", "DATE", "sourced_date"),
            new Field("gross_days", "INT", "datediff(sourced_date, clock_start)"),
            new Field("net_days", "INT", "gross_days"),
            new Field("working_days", "INT", "gross_days"),
            new Field("days_to_start", "INT", "NULL"),
            new Field(
                    "target_days",
                    "INT",
                    "CASE WHEN setting = 'Home care' THEN 2 WHEN setting <> 'Day support' THEN 7 END"),
            new Field("paused_days", "INT", "gross_days - net_days"),
            new Field("offers_sought", "INT", "NULL"),
            new Field("offers_received", "INT", "NULL"));

    private record Field(String name, String type, String defaultValue) {
        String ddl() {
            return name + " " + type;
        }
    }

    private final SparkSession spark = TestSpark.session();
    private final AsAt asAt;
    private final Set<String> suppliedInputs = new LinkedHashSet<>(Inputs.names());
    private LocalDate goLive = LocalDate.of(2026, 2, 2);

    private FactFixture(AsAt asAt) {
        this.asAt = asAt;
        periods("headline_period", asAt.headlinePeriods());
        periods("period", asAt.allPeriods());
        view(
                "month_end",
                "month STRING, first_day DATE, as_at DATE",
                asAt.trendMonths().stream()
                        .map(month -> RowFactory.create(month.toString(), month.atDay(1), month.atEndOfMonth())));
    }

    static FactFixture asAt(String date) {
        return new FactFixture(new AsAt(LocalDate.parse(date)));
    }

    static FactFixture placements(String text) {
        return asAt("2025-06-30").withPlacements(text);
    }

    static FactFixture cases(String text) {
        return asAt("2025-06-30").withCases(text);
    }

    FactFixture withGoLive(String date) {
        goLive = LocalDate.parse(date);
        return this;
    }

    FactFixture withoutGoLive() {
        goLive = null;
        return this;
    }

    /** Marks an optional input as not supplied. The registered views do not change. */
    FactFixture without(String input) {
        suppliedInputs.remove(input);
        return this;
    }

    FactFixture withCases(String text) {
        table(text, BROKERING).createOrReplaceTempView("brokering");
        return this;
    }

    FactFixture withPlacements(String text) {
        table(text, PLACEMENT).createOrReplaceTempView("placement");
        Set<LocalDate> dates = new LinkedHashSet<>(List.of(asAt.date(), asAt.yearBefore()));
        asAt.trendMonths().stream().map(YearMonth::atEndOfMonth).forEach(dates::add);
        view("given_date", "as_at DATE", dates.stream().map(RowFactory::create));
        spark.sql(
                        """
                        SELECT placement.*, as_at,
                          CASE WHEN turns_65 IS NULL THEN 'Not recorded'
                            WHEN turns_65 <= as_at THEN '65 and over' ELSE '18 to 64' END AS age_band,
                          CASE WHEN registered_to < as_at THEN 'No longer registered'
                            ELSE coalesce(rating, 'Not rated') END AS quality
                        FROM placement JOIN given_date
                          ON start_date <= as_at AND (end_date IS NULL OR end_date >= as_at)
                        """)
                .createOrReplaceTempView("active");
        return this;
    }

    /** Registers a view from the text alone, without default values, and the view that is derived from pauses. */
    FactFixture with(String view, String schema, String text) {
        TableText.parse(spark, text, schema).createOrReplaceTempView(view);
        if (view.equals("pause")) {
            spark.sql(CaseDayLines.QUERY).createOrReplaceTempView(CaseDayLines.FACT.view());
        }
        return this;
    }

    /** Returns the result of the measure's query, after checking its columns against the declared ones. */
    Dataset<Row> measure(Measure measure) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("as_at", asAt.date());
        parameters.put("year_before", asAt.yearBefore());
        parameters.put("twelve_months_before", asAt.twelveMonthsBefore());
        parameters.put("go_live", goLive);
        parameters.put(
                "given",
                functions.array(
                        suppliedInputs.stream().map(functions::lit).toArray(org.apache.spark.sql.Column[]::new)));
        Dataset<Row> rows = new MeasureRunner(
                        spark,
                        ExecutionProfile.COUNCIL,
                        new AsAt(asAt.date(), Optional.ofNullable(goLive)),
                        parameters,
                        suppliedInputs)
                .dataset(measure);
        assertThat(rows.columns())
                .containsExactly(measure.columns().stream().map(Column::name).toArray(String[]::new));
        return rows;
    }

    private Dataset<Row> table(String text, List<Field> fields) {
        List<String> named = TableText.header(text);
        Dataset<Row> table = TableText.parse(
                spark,
                text,
                fields.stream()
                        .filter(field -> named.contains(field.name()))
                        .map(Field::ddl)
                        .collect(Collectors.joining(", ")));
        for (Field field : fields) {
            if (!named.contains(field.name())) {
                table = table.withColumn(
                        field.name(), functions.expr("CAST(%s AS %s)".formatted(field.defaultValue(), field.type())));
            }
        }
        return table;
    }

    private void periods(String name, List<AsAt.Period> periods) {
        view(
                name,
                "period STRING, first_day DATE, last_day DATE, first_day_before DATE, last_day_before DATE",
                periods.stream()
                        .map(period -> RowFactory.create(
                                period.name(),
                                period.first(),
                                period.last(),
                                period.firstYearBefore(),
                                period.lastYearBefore())));
    }

    private void view(String name, String schema, Stream<Row> rows) {
        List<Row> list = rows.toList();
        spark.createDataFrame(list, StructType.fromDDL(schema)).createOrReplaceTempView(name);
    }
}
