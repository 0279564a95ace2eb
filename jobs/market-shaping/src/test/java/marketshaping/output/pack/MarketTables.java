package marketshaping.output.pack;

import static marketshaping.output.pack.PackFixture.NEEDS;
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

/** Tables of a made-up council about the market: prices, host areas, repatriation and the control chart. */
final class MarketTables {

    private MarketTables() {}

    static Table price() {
        List<List<Object>> rows = new ArrayList<>();
        for (int s = 0; s < SETTINGS.size(); s++) {
            for (int n = 0; n < NEEDS.size(); n++) {
                for (String age : List.of("All", "18 to 64")) {
                    for (int r = 0; r < ROUTES.size(); r++) {
                        BigDecimal middle = BigDecimal.valueOf(90_000L + 7_000L * s + 900L * n - 4_050L * r, 2);
                        boolean hidden = s == 3 && r == 3;
                        rows.add(List.of(
                                SETTINGS.get(s),
                                NEEDS.get(n),
                                age,
                                "All",
                                ROUTES.get(r),
                                40L + s,
                                hidden ? Shorthand.SUPPRESSED : middle.subtract(BigDecimal.TEN),
                                hidden ? Shorthand.SUPPRESSED : middle,
                                hidden ? Shorthand.SUPPRESSED : middle.add(BigDecimal.TEN),
                                hidden ? Shorthand.SUPPRESSED : middle.add(new BigDecimal("200.5"))));
                    }
                }
            }
        }
        return new Table(
                "price",
                "Weekly price of placements",
                columns(
                        List.of(
                                Column.count("lines"),
                                Column.money("p25", "£ a week", "lines"),
                                Column.money("median", "£ a week", "lines"),
                                Column.money("p75", "£ a week", "lines"),
                                Column.money("p90", "£ a week", "lines")),
                        "setting",
                        "need_group",
                        "age_band",
                        "tier",
                        "purchase_route"),
                rows,
                "");
    }

    static Table hosts() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("All", "All", "All", 1164L, 1200L, new BigDecimal("1210000.10"), 61.5));
        rows.add(host("In borough", "E09000012", "Hackney", 612L));
        rows.add(host("Partner area", "E09000002", "Barking and Dagenham", Shorthand.SUPPRESSED));
        rows.add(host("Partner area", "E09000031", "Waltham Forest", 43L));
        rows.add(host("Rest of region", "E09000010", "Enfield", 101L));
        rows.add(host("Outside region", "E10000012", "=cmd|' /C calc'!A0", 43L));
        rows.add(host("Not located", "Not located", "Not located", 20L));
        return new Table(
                "oob_hosts",
                "Where people live",
                columns(
                        List.of(
                                Column.count("people"),
                                Column.count("placements"),
                                Column.money("weekly_cost", "£ a week", "people"),
                                Column.percent("notified_percent", "people", "people")),
                        "tier",
                        "host_code",
                        "host_name"),
                rows,
                "");
    }

    private static List<Object> host(String tier, String code, String name, Object people) {
        return List.of(tier, code, name, people, people, new BigDecimal("41234.50"), 61.5);
    }

    static Table repatriation() {
        return new Table(
                "repatriation",
                "Places the market could build",
                columns(
                        List.of(
                                Column.count("people"),
                                Column.money("weekly_cost", "£ a week", "people"),
                                Column.money("in_borough_median_weekly", "£ a week", "people"),
                                Column.money("annual_difference", "£ a year", "people")),
                        "setting",
                        "need_group"),
                List.of(
                        List.of("All", "All", 90L, new BigDecimal("91000.10"), new BigDecimal("900"), 100_000L),
                        List.of(
                                "Residential care",
                                "Mental health",
                                12L,
                                new BigDecimal("12000.50"),
                                new BigDecimal("910"),
                                51_000L)),
                "");
    }

    static Table control() {
        List<List<Object>> rows = new ArrayList<>();
        for (String figure : List.of("Within target percent", "Mean days")) {
            List<YearMonth> months = months();
            for (int m = 0; m < months.size(); m++) {
                Object moved = m == 0 ? Shorthand.NOT_APPLICABLE : (Object) 4.5;
                rows.add(List.of(
                        figure,
                        "All",
                        months.get(m).toString(),
                        m == 20 ? 96.5 : 50.0 + m,
                        60.25,
                        31.5,
                        89.0,
                        moved,
                        m == 20 ? "Outside limits" : m > 21 ? "Run of 8" : "None",
                        70L));
            }
        }
        return new Table(
                "brokering_control",
                "Control chart of brokering",
                columns(
                        List.of(
                                Column.number("value", "cases"),
                                Column.number("centre", "cases"),
                                Column.number("lower", "cases"),
                                Column.number("upper", "cases"),
                                Column.number("moving_range", "cases"),
                                Column.text("signal"),
                                Column.count("cases")),
                        "figure",
                        "setting",
                        "month"),
                rows,
                "");
    }
}
