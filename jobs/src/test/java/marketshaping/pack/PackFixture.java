package marketshaping.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.measure.Definition;
import marketshaping.measure.Measure;
import marketshaping.measure.Section;
import marketshaping.pack.PackInputs.Milestone;
import marketshaping.pack.PackInputs.Source;
import marketshaping.table.Column;
import marketshaping.table.Shorthand;
import marketshaping.table.Table;

/** A made-up council's tables, small and plausible, in the columns that the real ones have. */
final class PackFixture {
    static final LocalDate AS_AT = LocalDate.of(2025, 6, 30);
    static final LocalDate GO_LIVE = LocalDate.of(2025, 2, 3);

    private static final List<String> SETTINGS =
            List.of("All", "Residential care", "Nursing care", "Supported living", "Extra care", "Shared Lives");
    private static final List<String> BROKERED =
            Stream.concat(SETTINGS.stream(), Stream.of("Day support")).toList();
    private static final List<String> NEEDS =
            List.of("All", "Physical support", "Learning disability", "Mental health", "Memory and cognition");
    private static final List<String> TIERS =
            List.of("In borough", "North East London", "Other London", "Outside London", "Not located");
    private static final List<String> ROUTES = List.of("All", "Spot", "Framework", "Block", "Not recorded");

    private PackFixture() {}

    static PackInputs inputs() {
        List<Table> tables = tables();
        return inputs(tables);
    }

    /** Every number and date replaced. */
    static PackInputs inputsWithout(Shorthand shorthand) {
        UnaryOperator<Object> hidden = cell -> cell instanceof Number ? shorthand : cell;
        return inputs(tables().stream()
                .map(table -> new Table(
                        table.id(),
                        table.title(),
                        table.columns(),
                        table.rows().stream()
                                .map(row -> row.stream().map(hidden).toList())
                                .toList(),
                        table.note()))
                .toList());
    }

    static PackInputs inputs(List<Table> tables) {
        Map<String, Table> byId = new LinkedHashMap<>();
        tables.forEach(table -> byId.put(table.id(), table));
        List<Measure> measures = tables.stream()
                .filter(table -> !table.id().startsWith("data_quality"))
                .map(PackFixture::measure)
                .toList();
        return new PackInputs(
                "Fleetham & Marsh",
                AS_AT,
                byId,
                measures,
                List.of(
                        new Source("placements", List.of("placements-2025-06.csv"), "30 June 2025"),
                        new Source("brokering", List.of("a.csv", "b.csv", "c.csv", "d.csv"), "not stated")),
                "None: counts of one person are shown.",
                "OFFICIAL-SENSITIVE",
                "Market shaping team, market.shaping@fleetham.example",
                List.of(new Milestone("Framework went live", GO_LIVE)),
                Map.of(
                        "Residential care",
                        7,
                        "Nursing care",
                        7,
                        "Supported living",
                        7,
                        "Extra care",
                        7,
                        "Shared Lives",
                        7),
                List.of("Visits were not given, so that oversight is not available."));
    }

    private static Measure measure(Table table) {
        Section section = table.id().startsWith("oob")
                ? Section.OUT_OF_BOROUGH
                : table.id().startsWith("brokering")
                        ? Section.BROKERING
                        : table.id().matches("quality|baselines")
                                ? Section.QUALITY_AND_DATA
                                : Section.FRAMEWORK_AND_SPOT;
        Definition definition = new Definition(
                "people and placements in accommodation with care.",
                "placements whose location is known.",
                "active on the as-at date.",
                "Home care, day support and direct payments.",
                "placements that can't be located are shown as Not located and are in no percentage.");
        return new Measure(table.id(), section, table.title(), definition, List.of(), table.columns(), "");
    }

    static List<Table> tables() {
        return List.of(
                stock(),
                trend(),
                flow(),
                spot(),
                oversight(),
                commitment(),
                period(),
                routeOfNew(),
                leakage(),
                brokeringTimes(),
                brokeringOpen(),
                quality(),
                dataQuality(),
                baselines());
    }

    static List<Column> tierColumns() {
        return List.of(
                Column.count("people"),
                Column.count("placements"),
                Column.count("in_borough"),
                Column.count("north_east_london"),
                Column.count("other_london"),
                Column.count("outside_london"),
                Column.count("not_located"),
                Column.count("out_of_borough"),
                Column.percent("out_of_borough_percent", "out_of_borough", "_located"),
                Column.percent("outside_london_percent", "outside_london", "_located"),
                Column.count("people_out_of_borough"),
                Column.money("weekly_cost", "£ a week", "people"),
                Column.count("_located"));
    }

    private static List<Object> tiers(int size) {
        long in = size * 48L / 100;
        long near = size * 17L / 100;
        long london = size * 9L / 100;
        long far = size * 21L / 100;
        long unknown = size - in - near - london - far;
        long out = near + london + far;
        return List.of(
                size * 97L / 100,
                (long) size,
                in,
                near,
                london,
                far,
                unknown,
                out,
                percent(out, in + out),
                percent(far, in + out),
                out * 98L / 100,
                BigDecimal.valueOf(size * 91_234L, 2),
                in + out);
    }

    private static Object percent(long above, long below) {
        return below == 0 ? Shorthand.NOT_APPLICABLE : (Object) Double.valueOf(100.0 * above / below);
    }

    private static Table stock() {
        List<List<Object>> rows = new ArrayList<>();
        for (int s = 0; s < SETTINGS.size(); s++) {
            for (int n = 0; n < NEEDS.size(); n++) {
                for (String route : ROUTES) {
                    int size = 1200 / (1 + s) / (1 + n) / (route.equals("All") ? 1 : 4);
                    rows.add(row(List.of(SETTINGS.get(s), NEEDS.get(n), "All", route), tiers(size)));
                }
            }
        }
        return new Table(
                "oob_stock",
                "People and placements by how far away they are",
                columns(tierColumns(), "setting", "need_group", "age_band", "purchase_route"),
                rows,
                "");
    }

    private static Table trend() {
        List<List<Object>> rows = new ArrayList<>();
        for (YearMonth month : months()) {
            int since = (int) month.until(YearMonth.from(AS_AT), java.time.temporal.ChronoUnit.MONTHS);
            for (int s = 0; s < SETTINGS.size(); s++) {
                List<Object> tiers = new ArrayList<>(tiers((1100 + 4 * since) / (1 + s)));
                tiers.set(8, 50.0 + since / 5.0);
                tiers.set(9, 21.5 + since / 9.0);
                rows.add(row(List.of(month.toString(), SETTINGS.get(s)), tiers));
            }
        }
        return new Table(
                "oob_trend",
                "Placements by how far away they are, at each month end",
                columns(tierColumns(), "month", "setting"),
                rows,
                "");
    }

    private static Table flow() {
        List<List<Object>> rows = new ArrayList<>();
        for (String tier : TIERS) {
            for (String setting : SETTINGS) {
                long n = 10L + tier.length();
                rows.add(List.of(tier, setting, n + 3, n + 2, n, n));
            }
        }
        return new Table(
                "oob_flow",
                "Placements started and ended in the last 12 months",
                columns(
                        List.of(
                                Column.count("started_placements"),
                                Column.count("started_people"),
                                Column.count("ended_placements"),
                                Column.count("ended_people")),
                        "tier",
                        "setting"),
                rows,
                "");
    }

    private static Table spot() {
        List<List<Object>> rows = new ArrayList<>();
        for (String setting : SETTINGS) {
            for (String need : NEEDS) {
                rows.add(List.of(setting, need, 50L, 46L, 24L, 12L, 52.17, 26.09, 55.2, 29.4));
            }
        }
        return new Table(
                "oob_spot",
                "Spot placements out of borough",
                columns(
                        List.of(
                                Column.count("placements"),
                                Column.count("located"),
                                Column.count("out_of_borough"),
                                Column.count("outside_london"),
                                Column.percent("out_of_borough_percent", "out_of_borough", "located"),
                                Column.percent("outside_london_percent", "outside_london", "located"),
                                Column.percent("out_of_borough_percent_year_before", "", "_located_before"),
                                Column.percent("outside_london_percent_year_before", "", "_located_before")),
                        "setting",
                        "need_group"),
                rows,
                "");
    }

    private static Table oversight() {
        List<Column> values = List.of(
                Column.count("people"),
                Column.count("seen_12_months"),
                Column.percent("seen_percent", "seen_12_months", "people"),
                Column.count("never_seen"),
                Column.days("median_days_since_seen", "people"));
        List<List<Object>> rows = SETTINGS.stream()
                .map(setting -> List.<Object>of(
                        setting,
                        100L,
                        Shorthand.NOT_AVAILABLE,
                        Shorthand.NOT_AVAILABLE,
                        Shorthand.NOT_AVAILABLE,
                        Shorthand.NOT_AVAILABLE))
                .toList();
        return new Table(
                "oob_oversight",
                "Whether people out of borough are seen",
                columns(values, "setting"),
                rows,
                "Visits were not given: who was seen is not available.");
    }

    private static Table commitment() {
        List<Column> values = List.of(
                Column.count("people"),
                Column.count("placements"),
                Column.money("weekly_commitment", "£ a week", "people"),
                Column.money("annual_commitment", "£ a year", "people"),
                Column.share("spot_share_percent", "people"),
                Column.percent("spot_share_placements_percent", "placements", "placements"),
                Column.share("spot_share_percent_year_before", "people"));
        List<List<Object>> rows = new ArrayList<>();
        for (int s = 0; s < SETTINGS.size(); s++) {
            for (int r = 0; r < ROUTES.size(); r++) {
                boolean all = r == 0;
                BigDecimal weekly = BigDecimal.valueOf(110_123_456L / (1 + s) / (all ? 1 : 2 + r), 2);
                rows.add(List.of(
                        SETTINGS.get(s),
                        "All",
                        ROUTES.get(r),
                        1000L / (1 + s),
                        1020L / (1 + s),
                        weekly,
                        weekly.multiply(BigDecimal.valueOf(52)),
                        all ? 41.3 : Shorthand.NOT_APPLICABLE,
                        all ? 38.0 : Shorthand.NOT_APPLICABLE,
                        all ? 44.6 : Shorthand.NOT_APPLICABLE));
            }
        }
        return new Table(
                "spend_commitment",
                "What is committed a week, by how it is bought",
                columns(values, "setting", "need_group", "purchase_route"),
                rows,
                "");
    }

    private static Table period() {
        List<List<Object>> rows = new ArrayList<>();
        for (String period : List.of("Month", "Financial year to date", "Last 12 months")) {
            for (String route : ROUTES) {
                BigDecimal spend = new BigDecimal(route.equals("All") ? "14312345.67" : "4012345.10");
                rows.add(List.of(period, "All", route, spend, new BigDecimal("3900000.00"), -2.4));
            }
        }
        return new Table(
                "spend_period",
                "Spend by period",
                columns(
                        List.of(
                                Column.money("spend", "£", ""),
                                Column.money("spend_year_before", "£", ""),
                                Column.share("change_percent", "")),
                        "period",
                        "setting",
                        "purchase_route"),
                rows,
                "");
    }

    private static Table routeOfNew() {
        List<List<Object>> rows = new ArrayList<>();
        for (YearMonth month : months()) {
            boolean live = !month.isBefore(YearMonth.from(GO_LIVE));
            long spot = (live ? 22L : 41L) + month.getMonthValue() % 4;
            long framework = 80L - spot;
            for (String setting : List.of("All", "Residential care")) {
                rows.add(List.of(month.toString(), setting, "All", 80L, new BigDecimal("80000.00"), 100.0));
                rows.add(List.of(
                        month.toString(), setting, "Spot", spot, new BigDecimal("41000.50"), spot * 100.0 / 80));
                rows.add(List.of(
                        month.toString(),
                        setting,
                        "Framework",
                        framework,
                        new BigDecimal("38999.50"),
                        framework * 100.0 / 80));
            }
        }
        rows.add(List.of("Before go-live", "All", "Spot", 800L, new BigDecimal("800000.00"), 53.4));
        rows.add(List.of("After go-live", "All", "Spot", 120L, new BigDecimal("120000.00"), 29.6));
        return new Table(
                "route_of_new",
                "How new placements were bought",
                columns(
                        List.of(
                                Column.count("placements"),
                                Column.money("weekly_value", "£ a week", "placements"),
                                Column.percent("share_percent", "placements", "placements")),
                        "month",
                        "setting",
                        "purchase_route"),
                rows,
                "");
    }

    private static Table leakage() {
        List<List<Object>> rows = new ArrayList<>();
        for (String kind : List.of("Leakage", "Addressable")) {
            for (String setting : SETTINGS) {
                rows.add(List.of(kind, setting, 33L, 31L, new BigDecimal("28123.45"), 9L));
            }
        }
        return new Table(
                "leakage",
                "Spot that the framework could have covered",
                columns(
                        List.of(
                                Column.count("lines"),
                                Column.count("people"),
                                Column.money("weekly_value", "£ a week", "people"),
                                Column.countOfThings("providers")),
                        "kind",
                        "setting"),
                rows,
                "");
    }

    private static Table brokeringTimes() {
        List<String> periods = Stream.concat(
                        Stream.of("Month", "Financial year to date", "Last 12 months"),
                        months().stream().map(YearMonth::toString))
                .toList();
        List<List<Object>> rows = new ArrayList<>();
        for (int p = 0; p < periods.size(); p++) {
            for (int s = 0; s < BROKERED.size(); s++) {
                for (String source : List.of("All", "Hospital", "Community")) {
                    rows.add(List.of(
                            periods.get(p),
                            BROKERED.get(s),
                            source,
                            120L / (1 + s),
                            9.4 + 4 * s,
                            6.5 + 3 * s,
                            41.2,
                            97L,
                            50L,
                            38.5 + p,
                            70L,
                            10.1 + 4 * s,
                            36.6));
                }
            }
        }
        return new Table(
                "brokering_times",
                "Days to find a placement",
                columns(
                        List.of(
                                Column.count("cases"),
                                Column.days("mean_days", "cases"),
                                Column.days("median_days", "cases"),
                                Column.days("p90_days", "cases"),
                                Column.days("max_days", "cases"),
                                Column.count("within_target"),
                                Column.percent("within_target_percent", "within_target", "cases"),
                                Column.count("breaches"),
                                Column.days("mean_days_year_before", "cases"),
                                Column.percent("within_target_percent_year_before", "", "cases")),
                        "period",
                        "setting",
                        "source"),
                rows,
                "");
    }

    private static Table brokeringOpen() {
        List<List<Object>> rows = SETTINGS.stream()
                .map(setting -> List.<Object>of(setting, 44L, 12.5, 131L, 27L, 61.4))
                .toList();
        return new Table(
                "brokering_open",
                "Cases still open",
                columns(
                        List.of(
                                Column.count("open_cases"),
                                Column.days("median_age_days", "open_cases"),
                                Column.days("max_age_days", "open_cases"),
                                Column.count("past_target"),
                                Column.percent("past_target_percent", "past_target", "open_cases")),
                        "setting"),
                rows,
                "");
    }

    private static Table quality() {
        List<List<Object>> rows = new ArrayList<>();
        for (String basis : List.of("People", "Weekly value", "Providers")) {
            for (String tier : Stream.concat(Stream.of("All"), TIERS.stream()).toList()) {
                rows.add(List.of(basis, tier, "All", 81.5, 12L, 240L, 44L, 6L, 5L, 2L));
            }
        }
        return new Table(
                "quality",
                "Ratings of the care bought",
                columns(
                        List.of(
                                Column.share("good_or_outstanding_percent", ""),
                                Column.count("outstanding"),
                                Column.count("good"),
                                Column.count("requires_improvement"),
                                Column.count("inadequate"),
                                Column.count("not_rated"),
                                Column.count("deregistered")),
                        "basis",
                        "tier",
                        "purchase_route"),
                rows,
                "");
    }

    private static Table dataQuality() {
        return new Table(
                "data_quality",
                "Rows read, accepted and set aside",
                columns(
                        List.of(
                                Column.countOfThings("rows_read"),
                                Column.countOfThings("rows_accepted"),
                                Column.countOfThings("rows_quarantined"),
                                Column.countOfThings("rows_not_records"),
                                Column.date("latest_extract")),
                        "input",
                        "file"),
                List.of(
                        List.of("placements", "placements-2025-06.csv", 5121L, 5100L, 18L, 3L, AS_AT),
                        List.of("brokering", "brokering.xlsx", 2210L, 2207L, 2L, 1L, LocalDate.of(2025, 6, 27))),
                "");
    }

    private static Table baselines() {
        return new Table(
                "baselines",
                "Published figures beside the same figures now",
                columns(
                        List.of(
                                Column.number("published", ""),
                                Column.date("published_as_at"),
                                Column.number("measured", ""),
                                Column.text("source")),
                        "figure",
                        "unit"),
                List.of(
                        List.of(
                                "People placed out of borough",
                                "people",
                                new BigDecimal("536"),
                                LocalDate.of(2025, 2, 28),
                                552L,
                                "An assessment published in 2026"),
                        List.of(
                                "Budget in the financial year",
                                "pounds",
                                new BigDecimal("116854000"),
                                LocalDate.of(2025, 3, 31),
                                Shorthand.NOT_AVAILABLE,
                                "An assessment published in 2026")),
                "");
    }

    static List<YearMonth> months() {
        return IntStream.rangeClosed(1, 24)
                .mapToObj(i -> YearMonth.from(AS_AT).minusMonths(24 - i))
                .toList();
    }

    private static List<Column> columns(List<Column> values, String... dimensions) {
        return Stream.concat(Stream.of(dimensions).map(Column::dimension), values.stream())
                .toList();
    }

    private static List<Object> row(List<Object> dimensions, List<Object> values) {
        return Stream.concat(dimensions.stream(), values.stream()).toList();
    }
}
