package marketshaping.output.disclosure;

import static marketshaping.output.disclosure.FigurePeriod.AS_AT;
import static marketshaping.output.disclosure.FigurePeriod.LAST_12_MONTHS;
import static marketshaping.output.disclosure.FigurePeriod.MONTH;
import static marketshaping.output.disclosure.FigurePeriod.MONTH_END;
import static marketshaping.output.disclosure.FigurePeriod.PERIOD;
import static marketshaping.output.disclosure.FigurePeriod.PERIOD_YEAR_BEFORE;
import static marketshaping.output.disclosure.FigurePeriod.YEAR_BEFORE;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Column.Kind;
import marketshaping.model.table.Table;

/**
 * Lists columns that show the same figures in several tables, or in successive packs. Readers compare tables, so
 * disclosure control must treat them as linked tables. Each new column that repeats figures of another table needs a
 * line here. A wrong line does no harm, because figures are linked only if their values agree.
 *
 * <p>The dimensions of a row restrict a figure, unless they are All. The strings after the period add to or override
 * these restrictions. {@code tier=In borough} restricts the column to one tier, and {@code kind=} removes the
 * restriction on kind. {@code setting?Accommodation with care} applies only if the row has no setting.
 */
final class SharedFigures {
    private static final String PLACEMENTS = "Placements";
    private static final String PEOPLE = "People";
    private static final String WEEKLY_COST = "Weekly cost";
    private static final String MEDIAN_PRICE = "Median weekly price";
    private static final String STARTED = "Placements started";
    private static final String SOURCED = "Cases sourced";
    private static final String OPEN = "Cases open";
    private static final String SPEND = "Spend";
    private static final String CARE = "setting?Accommodation with care";
    private static final String OUT = "tier=Out of borough";
    private static final String PRICED = "cost=Above zero";
    private static final String SPOT = "purchase_route=Spot";

    /**
     * Dimensions that do not restrict a figure. The host name repeats the host code, and the basis is the kind of
     * figure.
     */
    private static final Set<String> UNRESTRICTED_DIMENSIONS = Set.of("host_name", "basis");

    private static final Map<String, String> SETTING_OF_SUPPORT = Map.of("All long-term support", "Long-term support");

    /** One column and the figure that it shows. */
    private record Line(
            String table, String column, Kind kind, String what, FigurePeriod when, List<String> narrowing) {}

    private static final List<Line> LINES = Stream.of(
                    stock("oob_stock", AS_AT),
                    stock("oob_trend", MONTH_END),
                    Stream.of(
                            line("oob_spot", "placements", PLACEMENTS, AS_AT, CARE, SPOT),
                            line("oob_spot", "located", PLACEMENTS, AS_AT, CARE, SPOT, "tier=Located"),
                            line("oob_spot", "out_of_borough", PLACEMENTS, AS_AT, CARE, SPOT, OUT),
                            line("oob_spot", "outside_region", PLACEMENTS, AS_AT, CARE, SPOT, "tier=Outside region"),
                            line(
                                    "oob_spot",
                                    "_located_year_before",
                                    PLACEMENTS,
                                    YEAR_BEFORE,
                                    CARE,
                                    SPOT,
                                    "tier=Located"),
                            line("oob_spot", "_out_of_borough_year_before", PLACEMENTS, YEAR_BEFORE, CARE, SPOT, OUT),
                            line(
                                    "oob_spot",
                                    "_outside_region_year_before",
                                    PLACEMENTS,
                                    YEAR_BEFORE,
                                    CARE,
                                    SPOT,
                                    "tier=Outside region"),
                            line("oob_distance", "placements", PLACEMENTS, AS_AT, CARE, "distance=Known"),
                            line("oob_distance", "without_distance", PLACEMENTS, AS_AT, CARE, "distance=Not known"),
                            line("oob_hosts", "people", PEOPLE, AS_AT, CARE),
                            line("oob_hosts", "placements", PLACEMENTS, AS_AT, CARE),
                            money("oob_hosts", "weekly_cost", WEEKLY_COST, AS_AT, CARE),
                            line("oob_oversight", "people", PEOPLE, AS_AT, CARE, OUT),
                            line("oob_reasons", "people", PEOPLE, AS_AT, CARE, OUT),
                            line("oob_reasons", "placements", PLACEMENTS, AS_AT, CARE, OUT),
                            line("oob_reasons", "placements_year_before", PLACEMENTS, YEAR_BEFORE, CARE, OUT),
                            money("oob_reasons", "weekly_cost", WEEKLY_COST, AS_AT, CARE, OUT),
                            line("repatriation", "people", PEOPLE, AS_AT, CARE, OUT, "reason=No local capacity"),
                            line(
                                    "repatriation",
                                    "placements",
                                    PLACEMENTS,
                                    AS_AT,
                                    CARE,
                                    OUT,
                                    "reason=No local capacity"),
                            money(
                                    "repatriation",
                                    "weekly_cost",
                                    WEEKLY_COST,
                                    AS_AT,
                                    CARE,
                                    OUT,
                                    "reason=No local capacity"),
                            line(
                                    "repatriation",
                                    "in_borough_placements",
                                    PLACEMENTS,
                                    AS_AT,
                                    CARE,
                                    "tier=In borough",
                                    PRICED),
                            money(
                                    "repatriation",
                                    "in_borough_median_weekly",
                                    MEDIAN_PRICE,
                                    AS_AT,
                                    CARE,
                                    "tier=In borough",
                                    PRICED),
                            line("oob_flow", "started_placements", STARTED, LAST_12_MONTHS, CARE)),
                    Stream.of(
                            line("long_term_support", "people", PEOPLE, AS_AT),
                            line("long_term_support", "placements", PLACEMENTS, AS_AT),
                            line("long_term_support", "people_year_before", PEOPLE, YEAR_BEFORE),
                            line("long_term_support", "_people_in_all", PEOPLE, AS_AT, "setting=Long-term support"),
                            line("cld_check", "people_in_placements", PEOPLE, AS_AT),
                            line("spend_commitment", "people", PEOPLE, AS_AT),
                            line("spend_commitment", "placements", PLACEMENTS, AS_AT),
                            line("spend_commitment", "placements_without_cost", PLACEMENTS, AS_AT, "cost=Not known"),
                            line("spend_commitment", "_spot_placements", PLACEMENTS, AS_AT, SPOT),
                            line("spend_commitment", "_bought_placements", PLACEMENTS, AS_AT, "purchase_route=Bought"),
                            line("spend_commitment", "_spot_placements_year_before", PLACEMENTS, YEAR_BEFORE, SPOT),
                            line(
                                    "spend_commitment",
                                    "_bought_placements_year_before",
                                    PLACEMENTS,
                                    YEAR_BEFORE,
                                    "purchase_route=Bought"),
                            money("spend_commitment", "weekly_commitment", WEEKLY_COST, AS_AT),
                            money("spend_commitment", "weekly_commitment_year_before", WEEKLY_COST, YEAR_BEFORE),
                            money("spend_period", "spend", SPEND, PERIOD),
                            money("spend_period", "spend_year_before", SPEND, PERIOD_YEAR_BEFORE),
                            line("route_of_new", "placements", STARTED, MONTH),
                            line("route_of_new", "_placements_all_routes", STARTED, MONTH, "purchase_route="),
                            money("route_of_new", "weekly_value", "Weekly cost of starts", MONTH),
                            line("leakage", "_spot_lines", PLACEMENTS, AS_AT, "kind=", SPOT),
                            line("price", "lines", PLACEMENTS, AS_AT, PRICED),
                            money("price", "median", MEDIAN_PRICE, AS_AT, PRICED),
                            line("spot_premium", "spot_lines", PLACEMENTS, AS_AT, PRICED, SPOT),
                            line(
                                    "spot_premium",
                                    "framework_lines",
                                    PLACEMENTS,
                                    AS_AT,
                                    PRICED,
                                    "purchase_route=Framework"),
                            money("spot_premium", "spot_median", MEDIAN_PRICE, AS_AT, PRICED, SPOT),
                            money(
                                    "spot_premium",
                                    "framework_median",
                                    MEDIAN_PRICE,
                                    AS_AT,
                                    PRICED,
                                    "purchase_route=Framework"),
                            line("uplift", "lines", PLACEMENTS, AS_AT, PRICED, "provider=Known"),
                            line("uplift", "lines_year_before", PLACEMENTS, YEAR_BEFORE, PRICED, "provider=Known"),
                            line("quality", "_in_all", PEOPLE, AS_AT),
                            money("quality", "_in_all", WEEKLY_COST, AS_AT),
                            line("payments_route", "payments", "Payments", MONTH),
                            money("payments_route", "amount", "Amount paid", MONTH)),
                    Stream.of(
                            line("brokering_times", "cases", SOURCED, PERIOD),
                            line("brokering_times", "within_target", SOURCED, PERIOD, "target=Within"),
                            line("brokering_times", "breaches", SOURCED, PERIOD, "target=Breach"),
                            line("brokering_times", "_with_target", SOURCED, PERIOD, "target=Any"),
                            line("brokering_times", "cases_year_before", SOURCED, PERIOD_YEAR_BEFORE),
                            line(
                                    "brokering_times",
                                    "_within_target_year_before",
                                    SOURCED,
                                    PERIOD_YEAR_BEFORE,
                                    "target=Within"),
                            line(
                                    "brokering_times",
                                    "_with_target_year_before",
                                    SOURCED,
                                    PERIOD_YEAR_BEFORE,
                                    "target=Any"),
                            line("brokering_market", "cases", SOURCED, LAST_12_MONTHS),
                            line("brokering_pauses", "cases", SOURCED, LAST_12_MONTHS, "stage=Paused"),
                            line("seven_day_gap_days", "breaches", SOURCED, LAST_12_MONTHS, "target=Breach"),
                            line("brokering_open", "open_cases", OPEN, AS_AT),
                            line("brokering_open", "open_cases_year_before", OPEN, YEAR_BEFORE),
                            line("brokering_cohort", "still_open", OPEN, AS_AT),
                            line("brokering_cohort", "cases", "Cases begun", MONTH)))
            .flatMap(lines -> lines)
            .toList();

    private static final Map<String, List<Line>> BY_TABLE = LINES.stream().collect(Collectors.groupingBy(Line::table));

    private SharedFigures() {}

    private static Stream<Line> stock(String table, FigurePeriod when) {
        return Stream.of(
                line(table, "people", PEOPLE, when, CARE),
                line(table, "people_out_of_borough", PEOPLE, when, CARE, OUT),
                line(table, "placements", PLACEMENTS, when, CARE),
                line(table, "in_borough", PLACEMENTS, when, CARE, "tier=In borough"),
                line(table, "partner_area", PLACEMENTS, when, CARE, "tier=Partner area"),
                line(table, "rest_of_region", PLACEMENTS, when, CARE, "tier=Rest of region"),
                line(table, "outside_region", PLACEMENTS, when, CARE, "tier=Outside region"),
                line(table, "not_located", PLACEMENTS, when, CARE, "tier=Not located"),
                line(table, "out_of_borough", PLACEMENTS, when, CARE, OUT),
                line(table, "_located", PLACEMENTS, when, CARE, "tier=Located"),
                line(table, "placements_without_cost", PLACEMENTS, when, CARE, "cost=Not known"),
                money(table, "weekly_cost", WEEKLY_COST, when, CARE));
    }

    private static Line line(String table, String column, String what, FigurePeriod when, String... narrowing) {
        return new Line(table, column, Kind.COUNT, what, when, List.of(narrowing));
    }

    private static Line money(String table, String column, String what, FigurePeriod when, String... narrowing) {
        return new Line(table, column, Kind.MONEY, what, when, List.of(narrowing));
    }

    /** Returns the columns of the table whose figures another table or another pack may also show. */
    static List<String> columns(Table table) {
        return BY_TABLE.getOrDefault(table.id(), List.of()).stream()
                .map(Line::column)
                .distinct()
                .toList();
    }

    /** Returns the key of a figure; empty if no line lists the column or the row has no single day or period. */
    static Optional<FigureKey> key(Table table, List<Object> row, String column, LocalDate asAt) {
        Kind kind = table.columns().get(table.indexOf(column)).kind();
        return BY_TABLE.getOrDefault(table.id(), List.of()).stream()
                .filter(line -> line.column().equals(column) && line.kind() == kind)
                .findFirst()
                .flatMap(line -> line.when()
                        .of(table, row, asAt)
                        .map(when -> new FigureKey(line.what(), when, narrowing(table, row, line))));
    }

    private static Map<String, String> narrowing(Table table, List<Object> row, Line line) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            Column column = table.columns().get(i);
            if (column.kind() == Kind.DIMENSION
                    && !column.name().equals(line.when().dimension())
                    && !UNRESTRICTED_DIMENSIONS.contains(column.name())
                    && !row.get(i).equals("All")) {
                boolean isSupport = column.name().equals("support");
                String value = row.get(i).toString();
                all.put(
                        isSupport ? "setting" : column.name(),
                        isSupport ? SETTING_OF_SUPPORT.getOrDefault(value, value) : value);
            }
        }
        for (String word : line.narrowing()) {
            String[] parts = word.split("[=?]", 2);
            if (word.contains("?")) {
                all.putIfAbsent(parts[0], parts[1]);
            } else if (parts[1].isEmpty()) {
                all.remove(parts[0]);
            } else {
                all.put(parts[0], parts[1]);
            }
        }
        return all;
    }
}
