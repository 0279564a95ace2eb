package marketshaping.output.pack;

import static marketshaping.output.pack.PackFixture.GO_LIVE;
import static marketshaping.output.pack.PackFixture.ROUTES;
import static marketshaping.output.pack.PackFixture.SETTINGS;
import static marketshaping.output.pack.PackFixture.columns;
import static marketshaping.output.pack.PackFixture.months;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;

/** Tables of a made-up council about how care is bought. */
final class SpendTables {

    private SpendTables() {}

    static Table commitment() {
        List<Column> values = List.of(
                Column.count("people"),
                Column.count("placements"),
                Column.money("weekly_commitment", "£ a week", "people"),
                Column.money("annual_commitment", "£ a year", "people"),
                Column.share("spot_share_percent", "people"),
                Column.percent("spot_share_placements_percent", "placements", "placements"),
                Column.share("spot_share_percent_year_before", "people"),
                Column.share("spot_share_placements_percent_year_before", "people"));
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
                        all ? 44.6 : Shorthand.NOT_APPLICABLE,
                        all ? 40.2 : Shorthand.NOT_APPLICABLE));
            }
        }
        return new Table(
                "spend_commitment",
                "Weekly commitment by route",
                columns(values, "setting", "need_group", "purchase_route"),
                rows,
                "");
    }

    static Table period() {
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

    static Table routeOfNew() {
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

    static Table leakage() {
        List<List<Object>> rows = new ArrayList<>();
        for (String kind : List.of("Leakage", "Addressable")) {
            for (String setting : SETTINGS) {
                rows.add(List.of(kind, setting, 33L, 31L, new BigDecimal("28123.45"), 9L, new BigDecimal("19876.54")));
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
                                Column.countOfThings("providers"),
                                Column.money("weekly_value_year_before", "£ a week", "people")),
                        "kind",
                        "setting"),
                rows,
                "");
    }

    /** Returns a table with one figure before and after the go-live. */
    static Table effect(String figure, String reading) {
        return new Table(
                "framework_effect",
                "Figures before and after the framework's go-live",
                columns(
                        List.of(
                                Column.count("before_cases"),
                                Column.number("before", "before_cases"),
                                Column.count("after_cases"),
                                Column.number("after", "after_cases"),
                                Column.text("reading"),
                                Column.text("unit")),
                        "figure",
                        "setting"),
                List.of(List.of(figure, "All", 625L, 56.0, 658L, 68.0, reading, "%")),
                "");
    }
}
