package marketshaping.testkit;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import marketshaping.analysis.measure.Measure;
import marketshaping.analysis.measure.Measures;
import marketshaping.model.table.Column;

/** Properties that the tables of every pack must have, for any council. */
public final class PackProperties {
    private static final BigDecimal A_MILLIONTH = new BigDecimal("1e-6");

    private final Path pack;
    private final LocalDate asAt;
    private final List<String> broken = new ArrayList<>();

    private PackProperties(Path pack, LocalDate asAt) {
        this.pack = pack;
        this.asAt = asAt;
    }

    /**
     * Returns the properties that the pack violates, in words.
     *
     * @param pack the folder of one as-at date, published under the default rule
     */
    public static List<String> violations(Path pack, LocalDate asAt) {
        PackProperties properties = new PackProperties(pack, asAt);
        properties.tiersAddUpToPlacements("oob_stock");
        properties.tiersAddUpToPlacements("oob_trend");
        properties.partsAddUpToAll("oob_stock", "placements", "setting", "need_group", "age_band", "purchase_route");
        properties.partsAddUpToAll("spend_commitment", "weekly_commitment", "setting", "need_group", "purchase_route");
        properties.partsAddUpToAll("spend_period", "spend", "setting", "purchase_route");
        properties.partsAddUpToAll("price", "lines", "setting", "need_group", "age_band", "tier", "purchase_route");
        properties.partsAddUpToAll("brokering_times", "cases", "setting", "source");
        properties.partsAddUpToAll("brokering_cohort", "cases", "setting");
        properties.sharesSumToHundred("route_of_new");
        properties.sharesSumToHundred("payments_route");
        properties.monthsAddUpToTheYear();
        properties.casesAreOpenOrClosed();
        properties.noSmallCountIsPublished();
        return properties.broken;
    }

    private void tiersAddUpToPlacements(String table) {
        for (Map<String, String> row : rows(table)) {
            BigDecimal out = sum(row, "partner_area", "rest_of_region", "outside_region");
            if (sum(row, "in_borough", "not_located").add(out).compareTo(number(row, "placements")) != 0
                    || out.compareTo(number(row, "out_of_borough")) != 0
                    || number(row, "people").compareTo(number(row, "placements")) > 0) {
                broken.add("%s: the tiers do not add up to the placements: %s".formatted(table, row));
            }
        }
    }

    /** Checks, for each of the dimensions, that the rows with a value add up to the row with All. */
    private void partsAddUpToAll(String table, String column, String... dimensions) {
        for (String dimension : dimensions) {
            Map<String, BigDecimal> rest = new LinkedHashMap<>();
            List<String> keys = Measures.ALL.stream()
                    .filter(measure -> measure.id().equals(table))
                    .flatMap(measure -> measure.columns().stream())
                    .filter(one ->
                            one.kind() == Column.Kind.DIMENSION && !one.name().equals(dimension))
                    .map(Column::name)
                    .toList();
            for (Map<String, String> row : rows(table)) {
                if (isNumber(row.get(column))) {
                    BigDecimal value = number(row, column);
                    String others = keys.stream().map(row::get).collect(Collectors.joining("|"));
                    rest.merge(others, row.get(dimension).equals("All") ? value : value.negate(), BigDecimal::add);
                }
            }
            rest.values().removeIf(left -> left.abs().compareTo(A_MILLIONTH) <= 0);
            rest.forEach((others, left) -> broken.add("%s: %s by %s differs from the total by %s at %s"
                    .formatted(table, column, dimension, left, others)));
        }
    }

    private void sharesSumToHundred(String table) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (Map<String, String> row : rows(table)) {
            if (!row.get("purchase_route").equals("All") && isNumber(row.get("share_percent"))) {
                sums.merge(row.get("month") + "|" + row.get("setting"), number(row, "share_percent"), BigDecimal::add);
            }
        }
        sums.values()
                .removeIf(sum -> sum.subtract(BigDecimal.valueOf(100)).abs().compareTo(A_MILLIONTH) <= 0);
        sums.forEach((where, sum) -> broken.add("%s: the shares at %s add up to %s".formatted(table, where, sum)));
    }

    /**
     * Checks that the spend of twelve calendar months in one table equals the spend of the last 12 months in another.
     *
     * <p>The check applies if the as-at date and the day 12 months before it are both month ends. Otherwise the two
     * periods differ. For example, the 12 months to 28 February 2025 start on 29 February 2024, one day before the
     * twelve calendar months.
     */
    private void monthsAddUpToTheYear() {
        boolean monthsAreTheYear = isMonthEnd(asAt) && isMonthEnd(asAt.minusMonths(12));
        if (!monthsAreTheYear || !isAvailable("reconciliation")) {
            return;
        }
        BigDecimal months = rows("reconciliation").stream()
                .filter(row -> row.get("provider_id").equals("All"))
                .map(row -> number(row, "committed"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal year = rows("spend_period").stream()
                .filter(row -> row.get("period").equals("Last 12 months")
                        && row.get("setting").equals("All")
                        && row.get("purchase_route").equals("All"))
                .filter(row -> isNumber(row.get("spend")))
                .map(row -> number(row, "spend"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (months.subtract(year).abs().compareTo(A_MILLIONTH) > 0) {
            broken.add("Twelve months in reconciliation commit %s, but the year in spend_period %s"
                    .formatted(months, year));
        }
    }

    private static boolean isMonthEnd(LocalDate day) {
        return day.equals(YearMonth.from(day).atEndOfMonth());
    }

    private void casesAreOpenOrClosed() {
        for (Map<String, String> row : rows("brokering_cohort")) {
            if (sum(row, "still_open", "withdrawn", "sourced_within_target").compareTo(number(row, "cases")) > 0) {
                broken.add("brokering_cohort: a case is counted in two states: " + row);
            }
        }
        for (Map<String, String> row : rows("brokering_times")) {
            if (sum(row, "within_target", "breaches").compareTo(number(row, "cases")) > 0) {
                broken.add("brokering_times: a case is counted both within and beyond target: " + row);
            }
        }
    }

    /**
     * Checks that each published count is zero or a multiple of 5 that is at least 10, as the default rule requires.
     */
    private void noSmallCountIsPublished() {
        for (Measure measure : Measures.ALL) {
            if (measure.audience() == Measure.Audience.COUNCIL) {
                if (Files.exists(pack.resolve("published").resolve(measure.id() + ".csv"))) {
                    broken.add(measure.id() + " is for the council only, but is published");
                }
                continue;
            }
            List<String> counts = measure.columns().stream()
                    .filter(column -> column.kind() == Column.Kind.COUNT && !column.isSupporting())
                    .map(Column::name)
                    .toList();
            Predicate<String> isSmall = text -> isNumber(text)
                    && new BigDecimal(text).signum() != 0
                    && (new BigDecimal(text).compareTo(BigDecimal.TEN) < 0
                            || new BigDecimal(text)
                                            .remainder(BigDecimal.valueOf(5))
                                            .signum()
                                    != 0);
            for (Map<String, String> row :
                    CsvTable.read(pack.resolve("published"), measure.id()).rows()) {
                counts.stream()
                        .filter(column -> isSmall.test(row.get(column)))
                        .forEach(column -> broken.add("%s publishes %s: %s".formatted(measure.id(), column, row)));
            }
        }
    }

    private boolean isAvailable(String table) {
        return rows(table).stream().noneMatch(row -> row.containsValue("[x]"));
    }

    private List<Map<String, String>> rows(String table) {
        return CsvTable.read(pack.resolve("internal"), table).rows();
    }

    private static BigDecimal sum(Map<String, String> row, String... columns) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String column : columns) {
            sum = sum.add(number(row, column));
        }
        return sum;
    }

    private static BigDecimal number(Map<String, String> row, String column) {
        String text = row.get(column);
        return isNumber(text) ? new BigDecimal(text) : BigDecimal.ZERO;
    }

    private static boolean isNumber(String text) {
        return !text.startsWith("[");
    }
}
