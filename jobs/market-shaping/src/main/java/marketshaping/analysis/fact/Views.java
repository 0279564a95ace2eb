package marketshaping.analysis.fact;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import marketshaping.model.contract.Authorities;
import marketshaping.model.settings.Settings;
import marketshaping.model.table.ReferenceList;
import marketshaping.model.table.SettingGroups;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Registers the views that queries of facts and measures read: reference lists, settings, the calendar of the as-at
 * date, and views derived from inputs and facts. It also supplies single values as named parameters.
 *
 * <ul>
 *   <li>{@code setting_list}, {@code support_reason}, {@code cost_frequency}, {@code council}, {@code council_code}
 *   <li>{@code month_end}: the last 24 months
 *   <li>{@code headline_period}: the month, the financial year to date and the last 12 months; {@code period}: those
 *       and each of the last 24 months; both with the same period one year before
 *   <li>{@code returned_event}: events of the national return; {@code service} is true for services to people
 *   <li>{@code contract}: contracts, with the weekly cost of a place; {@code payment}: payments, with null setting and
 *       route if not classified; {@code pause}: paused days per sourced case and reason; {@code case_days}: days per
 *       sourced case, stage and reason
 *   <li>{@code placement}, {@code brokering}: the facts; {@code active}: placements active on each date that a measure
 *       uses, with age band, contract state and quality on that date
 * </ul>
 */
public final class Views {
    private static final String WEEKDAYS =
            """
            CREATE OR REPLACE TEMPORARY FUNCTION weekdays(day DATE) RETURNS INT
            COMMENT 'Mondays to Fridays from Monday 1 January 1900 to a day'
            RETURN CAST(5 * ((datediff(day, DATE'1900-01-01') + 1) DIV 7)
                        + least((datediff(day, DATE'1900-01-01') + 1) % 7, 5) AS INT)
            """;

    private static final String ACTIVE =
            """
            SELECT p.*, a.as_at,
                   CASE WHEN p.turns_65 IS NULL OR add_months(p.turns_65, -47 * 12) > a.as_at THEN 'Not recorded'
                        WHEN p.turns_65 <= a.as_at THEN '65 and over' ELSE '18 to 64' END AS age_band,
                   CASE WHEN p.contract_end IS NULL AND p.purchase_route IN ('Not recorded', 'Direct payment') THEN 'No contract'
                        WHEN p.contract_end IS NULL THEN 'Current'
                        WHEN p.contract_end < a.as_at THEN 'Expired'
                        WHEN p.contract_end <= add_months(a.as_at, 6) THEN 'Within 6 months'
                        WHEN p.contract_end <= add_months(a.as_at, 12) THEN 'Within 12 months'
                        ELSE 'Current' END AS contract_state,
                   CASE WHEN p.registered_to < a.as_at THEN 'No longer registered'
                        WHEN p.rating IN ('Outstanding', 'Good', 'Requires improvement', 'Inadequate') THEN p.rating
                        ELSE 'Not rated' END AS quality
            FROM placement p JOIN stock_date a
              ON p.start_date <= a.as_at AND (p.end_date IS NULL OR p.end_date >= a.as_at)
            """;

    private static final String RETURNED_EVENT =
            """
            SELECT la_person_unique_identifier AS person,
                   event_type = 'Service' AND coalesce(client_type, 'Service user') = 'Service user' AS service,
                   primary_support_reason, service_type, setting,
                   event_start_date AS start_date, least(event_end_date, date_of_death) AS end_date,
                   unit_cost, cost_frequency, planned_units_per_week
            FROM in_client_level_data
            """;

    /**
     * The contracts, with the weekly cost of a place. This is the unit price if that covers a period of time.
     * Otherwise, it is a share of the annual value.
     */
    private static final String CONTRACT =
            """
            SELECT c.contract_id, c.purchase_route, c.provider_id, c.provider_name,
                   coalesce(c.setting, 'Not recorded') AS setting, c.start_date, c.end_date, c.block_places,
                   coalesce(
                     CASE WHEN NOT f.by_unit AND f.units > 0
                          THEN CAST(CAST(c.unit_price AS DECIMAL(26,8)) * CAST(f.units AS DECIMAL(3,0))
                                    / CAST(f.per_weeks AS DECIMAL(3,0)) AS DECIMAL(24,12)) END,
                     CAST(CAST(c.annual_value AS DECIMAL(26,8)) * 7 / 365 / nullif(c.block_places, 0) AS DECIMAL(24,12)))
                     AS place_weekly_cost
            FROM in_contracts c JOIN cost_frequency f ON f.cost_frequency = coalesce(c.price_frequency, 'Weekly')
            """;

    private static final String PAYMENT =
            """
            SELECT payment_date, trunc(payment_date, 'MM') AS first_day_of_month, supplier_id AS provider_id,
                   supplier_name AS provider_name, amount, setting, purchase_route
            FROM in_payments
            """;

    /** The paused days per case and reason. A day on which two pauses with the same reason overlap counts once. */
    private static final String PAUSE =
            """
            SELECT case_id, reason, size(array_distinct(flatten(collect_list(days)))) AS days
            FROM (
              SELECT b.case_id, coalesce(z.reason, 'Not recorded') AS reason,
                     sequence(greatest(z.pause_start, b.clock_start),
                              date_sub(least(z.pause_end, b.sourced_date), 1)) AS days
              FROM brokering b JOIN in_brokering_pauses z
                ON z.case_id = b.case_id
                AND b.sourced_date IS NOT NULL
                AND greatest(z.pause_start, b.clock_start) < least(z.pause_end, b.sourced_date)
            )
            GROUP BY case_id, reason
            """;

    private final SparkSession spark;
    private final Settings settings;
    private final AsAt asAt;

    public Views(SparkSession spark, Settings settings, AsAt asAt) {
        this.spark = spark;
        this.settings = settings;
        this.asAt = asAt;
    }

    /** Registers the reference lists, the settings and the calendar. */
    public void register() {
        spark.sql(WEEKDAYS);
        settingList();
        reference("support_reason", "primary_support_reasons", "primary_support_reason STRING, need_group STRING");
        list(
                "cost_frequency",
                "cost_frequency STRING, units INT, per_weeks INT, by_unit BOOLEAN",
                ReferenceList.rows("cost_frequencies"),
                row -> List.of(
                        row.get("cost_frequency"),
                        Integer.valueOf(row.get("units")),
                        Integer.valueOf(row.get("per_weeks")),
                        Boolean.valueOf(row.get("by_unit"))));
        councils();
        calendar();
    }

    /** Registers {@code returned_event}. The view {@code in_client_level_data} must exist. */
    public void registerReturn() {
        spark.sql(RETURNED_EVENT).createOrReplaceTempView("returned_event");
    }

    /** Registers {@code contract} and {@code payment}. The views of those inputs must exist. */
    public void registerContractsAndPayments() {
        spark.sql(CONTRACT).createOrReplaceTempView("contract");
        spark.sql(PAYMENT).createOrReplaceTempView("payment");
    }

    /** Registers the placement fact as {@code placement}, and {@code active}. */
    public void registerPlacements(Dataset<Row> placements) {
        placements.createOrReplaceTempView("placement");
        spark.sql(ACTIVE).createOrReplaceTempView("active");
    }

    /**
     * Registers the brokering fact as {@code brokering}, {@code pause} and {@code case_days}. {@code
     * in_brokering_pauses} must exist.
     */
    public void registerBrokering(Dataset<Row> cases) {
        cases.createOrReplaceTempView("brokering");
        spark.sql(PAUSE).createOrReplaceTempView("pause");
        spark.sql(CaseDayLines.QUERY).createOrReplaceTempView(CaseDayLines.FACT.view());
    }

    /**
     * Returns the rows of the placement fact.
     *
     * @param given names of the inputs that the lake contains; values from a missing input are unknown, not false
     */
    public Dataset<Row> placementFact(Set<String> given) {
        boolean known = given.containsAll(List.of("framework_memberships", "framework_lots"));
        return spark.sql(PlacementFact.QUERY, with(Map.of("frameworks_known", known)));
    }

    /**
     * Returns the rows of the brokering fact.
     *
     * @param given names of the inputs that the lake contains; without bank holidays the built-in list is used
     */
    public Dataset<Row> brokeringFact(Set<String> given) {
        return spark.sql(
                BrokeringFact.QUERY,
                with(Map.of(
                        "pauses_known",
                        given.contains("brokering_pauses"),
                        "bank_holidays",
                        literals(given.contains("bank_holidays") ? suppliedBankHolidays() : builtInBankHolidays()))));
    }

    /**
     * Returns the named parameters of measure queries.
     *
     * @param given names of the inputs that the lake contains, for rows that depend on one of them
     */
    public Map<String, Object> parameters(Set<String> given) {
        return Map.of(
                "as_at", asAt.date(),
                "year_before", asAt.yearBefore(),
                "twelve_months_before", asAt.twelveMonthsBefore(),
                "go_live", settings.frameworkGoLive(),
                "given", literals(List.copyOf(given)));
    }

    private Map<String, Object> with(Map<String, Object> extra) {
        Map<String, Object> all = new HashMap<>(extra);
        all.put("as_at", asAt.date());
        all.put("year_before", asAt.yearBefore());
        all.put("council", settings.council().code());
        all.put("region", settings.region().name());
        all.put("care_homes", literals(SettingGroups.CARE_HOMES));
        all.put("latitude", settings.council().latitude());
        all.put("longitude", settings.council().longitude());
        all.put("partners", literals(settings.partners()));
        return all;
    }

    private static Column literals(List<?> values) {
        return array(values.stream().map(value -> lit(value)).toArray(Column[]::new));
    }

    private static List<LocalDate> builtInBankHolidays() {
        return ReferenceList.rows("bank_holidays_england").stream()
                .map(row -> LocalDate.parse(row.get("date")))
                .filter(Views::isWeekday)
                .toList();
    }

    /**
     * Returns the supplied bank holidays, with built-in ones for the time before. Published lists go back only a few
     * years.
     */
    private List<LocalDate> suppliedBankHolidays() {
        List<LocalDate> days = new ArrayList<>();
        for (Row row :
                spark.sql("SELECT date FROM in_bank_holidays ORDER BY date").collectAsList()) {
            days.add(row.getLocalDate(0));
        }
        return Stream.concat(
                        builtInBankHolidays().stream().filter(day -> days.isEmpty() || day.isBefore(days.get(0))),
                        days.stream().filter(Views::isWeekday))
                .toList();
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().getValue() <= 5;
    }

    private void settingList() {
        list(
                "setting_list",
                "setting STRING, accommodation BOOLEAN, long_term BOOLEAN, target_days INT",
                ReferenceList.rows("settings"),
                row -> Arrays.asList(
                        row.get("setting"),
                        Boolean.valueOf(row.get("accommodation")),
                        Boolean.valueOf(row.get("long_term")),
                        settings.targets().get(row.get("setting"))));
    }

    /** Registers the councils, and maps present and former codes to the present code. A district has the code of its county. */
    private void councils() {
        reference("council", "councils", "code STRING, name STRING, region STRING");
        list(
                "council_code",
                "given STRING, code STRING",
                List.copyOf(Authorities.ALL.currentCodes().entrySet()),
                code -> List.of(
                        code.getKey(),
                        Authorities.ALL.upperTier(code.getValue()).orElse(code.getValue())));
    }

    private void calendar() {
        list(
                "month_end",
                "month STRING, first_day DATE, as_at DATE",
                asAt.trendMonths(),
                month -> List.of(month.toString(), month.atDay(1), month.atEndOfMonth()));
        String period = "period STRING, first_day DATE, last_day DATE, first_day_before DATE, last_day_before DATE";
        Function<AsAt.Period, List<?>> cells =
                p -> List.of(p.name(), p.first(), p.last(), p.firstYearBefore(), p.lastYearBefore());
        list("headline_period", period, asAt.headlinePeriods(), cells);
        list("period", period, asAt.allPeriods(), cells);
        list("stock_date", "as_at DATE", asAt.stockDates(), List::of);
    }

    private void reference(String view, String list, String schema) {
        List<String> columns = Arrays.asList(StructType.fromDDL(schema).fieldNames());
        list(view, schema, ReferenceList.rows(list), row -> columns.stream()
                .map(row::get)
                .toList());
    }

    private <T> void list(String view, String schema, List<T> items, Function<T, List<?>> cells) {
        List<Row> rows = items.stream()
                .map(item -> RowFactory.create(cells.apply(item).toArray()))
                .toList();
        spark.createDataFrame(rows, StructType.fromDDL(schema)).createOrReplaceTempView(view);
    }
}
