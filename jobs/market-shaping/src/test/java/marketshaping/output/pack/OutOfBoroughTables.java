package marketshaping.output.pack;

import static marketshaping.output.pack.PackFixture.AS_AT;
import static marketshaping.output.pack.PackFixture.NEEDS;
import static marketshaping.output.pack.PackFixture.ROUTES;
import static marketshaping.output.pack.PackFixture.SETTINGS;
import static marketshaping.output.pack.PackFixture.TIERS;
import static marketshaping.output.pack.PackFixture.columns;
import static marketshaping.output.pack.PackFixture.months;
import static marketshaping.output.pack.PackFixture.row;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;

/** Tables of a made-up council about where people live. */
final class OutOfBoroughTables {

    private OutOfBoroughTables() {}

    static List<Column> tierColumns() {
        return List.of(
                Column.count("people"),
                Column.count("placements"),
                Column.count("in_borough"),
                Column.count("partner_area"),
                Column.count("rest_of_region"),
                Column.count("outside_region"),
                Column.count("not_located"),
                Column.count("out_of_borough"),
                Column.percent("out_of_borough_percent", "out_of_borough", "_located"),
                Column.percent("outside_region_percent", "outside_region", "_located"),
                Column.count("people_out_of_borough"),
                Column.money("weekly_cost", "£ a week", "people"),
                Column.count("_located"));
    }

    static List<Object> tiers(int size) {
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

    static Object percent(long above, long below) {
        return below == 0 ? Shorthand.NOT_APPLICABLE : (Object) Double.valueOf(100.0 * above / below);
    }

    static Table stock() {
        List<List<Object>> rows = new ArrayList<>();
        for (int s = 0; s < SETTINGS.size(); s++) {
            for (int n = 0; n < NEEDS.size(); n++) {
                for (String age : List.of("All", "18 to 64", "65 and over")) {
                    for (String route : ROUTES) {
                        int size =
                                1200 / (1 + s) / (1 + n) / (age.equals("All") ? 1 : 2) / (route.equals("All") ? 1 : 4);
                        rows.add(row(List.of(SETTINGS.get(s), NEEDS.get(n), age, route), tiers(size)));
                    }
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

    static Table trend() {
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

    static Table flow() {
        List<List<Object>> rows = new ArrayList<>();
        for (String tier : TIERS) {
            for (String setting : SETTINGS) {
                long n = 10L + tier.length();
                rows.add(List.of(tier, setting, n + 3, n + 2, n, n, n + 6, n - 1));
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
                                Column.count("ended_people"),
                                Column.count("started_placements_year_before"),
                                Column.count("ended_placements_year_before")),
                        "tier",
                        "setting"),
                rows,
                "");
    }

    static Table spot() {
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
                                Column.count("outside_region"),
                                Column.percent("out_of_borough_percent", "out_of_borough", "located"),
                                Column.percent("outside_region_percent", "outside_region", "located"),
                                Column.percent("out_of_borough_percent_year_before", "", "_located_before"),
                                Column.percent("outside_region_percent_year_before", "", "_located_before")),
                        "setting",
                        "need_group"),
                rows,
                "");
    }

    static Table oversight() {
        Object none = Shorthand.NOT_AVAILABLE;
        return oversight(none, none, none, none);
    }

    /** Returns a table with the same figures in every setting. */
    static Table oversight(Object seenPercent, Object neverSeen, Object seenPercentBefore, Object neverSeenBefore) {
        List<Column> values = List.of(
                Column.count("people"),
                Column.percent("seen_percent", "", "people"),
                Column.count("never_seen"),
                Column.percent("seen_percent_year_before", "", "people"),
                Column.count("never_seen_year_before"));
        List<List<Object>> rows = SETTINGS.stream()
                .map(setting -> List.of(setting, 100L, seenPercent, neverSeen, seenPercentBefore, neverSeenBefore))
                .toList();
        return new Table(
                "oob_oversight",
                "Oversight of people out of borough",
                columns(values, "setting"),
                rows,
                "Visits were not supplied, so oversight is not available.");
    }
}
