package marketshaping.analysis.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import marketshaping.model.table.Column;
import marketshaping.model.table.RowOrder;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;

/**
 * What a plan would do to the market as it stands: who could come home, at what cost now and then, and what stays unmet.
 * It is worked out from finished tables of measures, so it can't say anything else than they do, and it holds today's
 * people and prices still: nobody new comes, nobody leaves, nothing gets dearer.
 */
public final class Scenario {
    /** The measures whose tables it is worked out from. */
    public static final List<String> MEASURES = List.of("repatriation", "price", "spend_commitment");

    private static final String ALL = "All";

    private final Plan plan;
    private final Table repatriation;
    private final Table price;
    private final Table commitment;

    /** @param tables by measure, those of {@link #MEASURES} among them, as they are for the council */
    public Scenario(Plan plan, Map<String, Table> tables) {
        this.plan = plan;
        this.repatriation = tables.get("repatriation");
        this.price = tables.get("price");
        this.commitment = tables.get("spend_commitment");
    }

    /**
     * Places against those who wait for one. Grain: one row for each day on which places open, setting and, where the
     * plan has places of the setting, need, and for all settings and needs together; figures add up to that day. A place for any need goes where most are left
     * waiting in its setting. A place that nobody was found for stands in the rows of all needs.
     */
    public Table places() {
        List<ScenarioCell> cells = cells();
        Map<String, Long> unfilled = new TreeMap<>();
        List<List<Object>> rows = new ArrayList<>();
        for (LocalDate day : days()) {
            plan.places().stream()
                    .filter(places -> places.from().equals(day))
                    // Places for one need first, lest places for any take their people.
                    .sorted(Comparator.comparing(places -> places.need().isEmpty()))
                    .forEach(places -> open(places, cells, unfilled));
            addRows(rows, day, cells, unfilled);
        }
        return RowOrder.sorted(new Table(
                "scenario_places",
                "People who could come home to the places planned",
                List.of(
                        Column.dimension("from"),
                        Column.dimension("setting"),
                        Column.dimension("need_group"),
                        Column.countOfThings("places_open"),
                        Column.count("people_waiting"),
                        Column.count("people_home"),
                        Column.count("people_unmet"),
                        Column.countOfThings("places_unfilled"),
                        Column.money("weekly_cost_now", "£ a week", "people_home"),
                        Column.money("weekly_cost_then", "£ a week", "people_home"),
                        Column.money("weekly_difference", "£ a week", "people_home"),
                        Column.money("annual_difference", "£ a year", "people_home")),
                rows,
                ""));
    }

    /**
     * Spot placements in the settings of the lots to be opened, at what they cost now and at the framework's price.
     * Grain: one row for each lot. Placements whose cost is not known are left out of both.
     */
    public Table lots() {
        List<List<Object>> rows = new ArrayList<>();
        plan.lots().stream()
                .sorted(Comparator.comparing(Plan.Lot::from).thenComparing(Plan.Lot::setting))
                .forEach(lot -> rows.add(row(lot)));
        return new Table(
                "scenario_lots",
                "Spot placements that the lots planned could take over",
                List.of(
                        Column.dimension("from"),
                        Column.dimension("setting"),
                        Column.count("spot_placements"),
                        Column.money("framework_price", "£ a week", "spot_placements"),
                        Column.money("weekly_cost_now", "£ a week", "spot_placements"),
                        Column.money("weekly_cost_then", "£ a week", "spot_placements"),
                        Column.money("weekly_difference", "£ a week", "spot_placements"),
                        Column.money("annual_difference", "£ a year", "spot_placements")),
                rows,
                "");
    }

    private List<LocalDate> days() {
        return plan.places().stream().map(Plan.Places::from).distinct().sorted().toList();
    }

    private List<ScenarioCell> cells() {
        List<ScenarioCell> cells = new ArrayList<>();
        for (List<Object> row : repatriation.rows()) {
            String setting = text(repatriation, row, "setting");
            String need = text(repatriation, row, "need_group");
            if (!setting.equals(ALL) && !need.equals(ALL)) {
                cells.add(new ScenarioCell(
                        setting,
                        need,
                        count(repatriation, row, "people"),
                        pounds(repatriation, row, "weekly_cost"),
                        pounds(repatriation, row, "in_borough_median_weekly")));
            }
        }
        return cells;
    }

    private static void open(Plan.Places places, List<ScenarioCell> cells, Map<String, Long> unfilled) {
        List<ScenarioCell> suited = cells.stream()
                .filter(cell -> cell.setting().equals(places.setting()))
                .filter(cell -> places.need().map(cell.need()::equals).orElse(true))
                .toList();
        long left = places.places();
        while (left > 0 && suited.stream().anyMatch(cell -> cell.unmet() > 0)) {
            suited.stream()
                    .max(Comparator.comparing(ScenarioCell::unmet)
                            .thenComparing(ScenarioCell::need, Comparator.reverseOrder()))
                    .orElseThrow()
                    .open(1, places.weeklyCost());
            left--;
        }
        unfilled.merge(places.setting(), left, Long::sum);
    }

    private void addRows(List<List<Object>> rows, LocalDate day, List<ScenarioCell> cells, Map<String, Long> unfilled) {
        Set<String> planned = plan.places().stream().map(Plan.Places::setting).collect(Collectors.toSet());
        TreeSet<String> settings = new TreeSet<>(unfilled.keySet());
        cells.forEach(cell -> settings.add(cell.setting()));
        Map<String, PlanOutcome> bySetting = new LinkedHashMap<>();
        for (String setting : settings) {
            PlanOutcome all = PlanOutcome.NOBODY;
            for (ScenarioCell cell : cells) {
                all = cell.setting().equals(setting) ? all.and(cell.standing()) : all;
            }
            bySetting.put(setting, all.andUnfilled(unfilled.getOrDefault(setting, 0L)));
        }
        rows.add(row(day, ALL, ALL, bySetting.values().stream().reduce(PlanOutcome.NOBODY, PlanOutcome::and)));
        bySetting.forEach((setting, standing) -> {
            rows.add(row(day, setting, ALL, standing));
            cells.stream()
                    .filter(cell -> cell.setting().equals(setting) && planned.contains(setting))
                    .forEach(cell -> rows.add(row(day, setting, cell.need(), cell.standing())));
        });
    }

    private static List<Object> row(LocalDate day, String setting, String need, PlanOutcome standing) {
        return List.of(
                day.toString(),
                setting,
                need,
                standing.places(),
                standing.waiting(),
                standing.home(),
                standing.unmet(),
                standing.unfilled(),
                shown(standing.weeklyNow()),
                shown(standing.weeklyThen()),
                shown(standing.weeklyDifference()),
                shown(standing.weeklyDifference().map(PlanOutcome::yearly)));
    }

    private List<Object> row(Plan.Lot lot) {
        Optional<List<Object>> spot =
                row(commitment, Map.of("setting", lot.setting(), "need_group", ALL, "purchase_route", "Spot"));
        long placements = spot.map(
                        row -> count(commitment, row, "placements") - count(commitment, row, "placements_without_cost"))
                .orElse(0L);
        Optional<BigDecimal> now = spot.flatMap(row -> pounds(commitment, row, "weekly_commitment"));
        Optional<BigDecimal> rate = lot.weeklyRate().or(() -> frameworkMedian(lot.setting()));
        Optional<BigDecimal> then = rate.map(each -> each.multiply(BigDecimal.valueOf(placements)));
        Optional<BigDecimal> difference = now.flatMap(before -> then.map(after -> after.subtract(before)));
        return List.of(
                lot.from().toString(),
                lot.setting(),
                placements,
                shown(rate),
                shown(now),
                shown(then),
                shown(difference),
                shown(difference.map(PlanOutcome::yearly)));
    }

    private Optional<BigDecimal> frameworkMedian(String setting) {
        return row(
                        price,
                        Map.of(
                                "setting",
                                setting,
                                "need_group",
                                ALL,
                                "age_band",
                                ALL,
                                "tier",
                                ALL,
                                "purchase_route",
                                "Framework"))
                .flatMap(row -> pounds(price, row, "median"));
    }

    private static Optional<List<Object>> row(Table table, Map<String, String> where) {
        return table.rows().stream()
                .filter(row -> where.entrySet().stream()
                        .allMatch(wanted -> text(table, row, wanted.getKey()).equals(wanted.getValue())))
                .findFirst();
    }

    private static String text(Table table, List<Object> row, String column) {
        return table.cell(row, column).toString();
    }

    private static long count(Table table, List<Object> row, String column) {
        return table.cell(row, column) instanceof Long count ? count : 0;
    }

    private static Optional<BigDecimal> pounds(Table table, List<Object> row, String column) {
        return table.cell(row, column) instanceof BigDecimal pounds ? Optional.of(pounds) : Optional.empty();
    }

    private static Object shown(Optional<BigDecimal> pounds) {
        return pounds.isPresent() ? pounds.get() : Shorthand.NOT_APPLICABLE;
    }
}
