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
 * Effect of a plan on the present market: how many people could come home, the cost before and after, and the need that
 * stays unmet. The figures come from finished tables of measures, so that they agree with the packs. People and prices
 * are assumed not to change: nobody joins, nobody leaves and prices do not rise.
 */
public final class Scenario {
    /** The measures whose tables the scenario reads. */
    public static final List<String> MEASURES = List.of("repatriation", "price", "spend_commitment");

    private static final String ALL = "All";

    private final Plan plan;
    private final Table repatriation;
    private final Table price;
    private final Table commitment;

    /**
     * Creates the scenario of a plan.
     *
     * @param tables the council's tables by measure id, including those of {@link #MEASURES}
     */
    public Scenario(Plan plan, Map<String, Table> tables) {
        this.plan = plan;
        this.repatriation = tables.get("repatriation");
        this.price = tables.get("price");
        this.commitment = tables.get("spend_commitment");
    }

    /**
     * Compares the planned places with the people who wait for one, cumulatively up to each day on which places open.
     * Grain: one row per day, setting and need, with rows for all needs and all settings. Needs are listed only for
     * settings in the plan. A place for any need goes to the need with most people waiting. Unfilled places are in the
     * rows of all needs.
     */
    public Table places() {
        List<ScenarioCell> cells = cells();
        Map<String, Long> unfilled = new TreeMap<>();
        List<List<Object>> rows = new ArrayList<>();
        for (LocalDate day : days()) {
            plan.places().stream()
                    .filter(places -> places.from().equals(day))
                    // Places for one need are filled first. Otherwise, places for any need could take the people who
                    // are waiting for them.
                    .sorted(Comparator.comparing(places -> places.need().isEmpty()))
                    .forEach(places -> open(places, cells, unfilled));
            addRows(rows, day, cells, unfilled);
        }
        return RowOrder.sorted(new Table(
                "scenario_places",
                "People who could come home to the planned places",
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
     * Compares the present cost of spot placements in the settings of the planned lots with their cost at the framework
     * price. Grain: one row per lot. Placements whose cost is not known are not counted.
     */
    public Table lots() {
        List<List<Object>> rows = new ArrayList<>();
        plan.lots().stream()
                .sorted(Comparator.comparing(Plan.Lot::from).thenComparing(Plan.Lot::setting))
                .forEach(lot -> rows.add(row(lot)));
        return new Table(
                "scenario_lots",
                "Spot placements that the planned lots could take over",
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
            PlanOutcome all = PlanOutcome.NONE;
            for (ScenarioCell cell : cells) {
                all = cell.setting().equals(setting) ? all.plus(cell.outcome()) : all;
            }
            bySetting.put(setting, all.withUnfilled(unfilled.getOrDefault(setting, 0L)));
        }
        rows.add(row(day, ALL, ALL, bySetting.values().stream().reduce(PlanOutcome.NONE, PlanOutcome::plus)));
        bySetting.forEach((setting, outcome) -> {
            rows.add(row(day, setting, ALL, outcome));
            cells.stream()
                    .filter(cell -> cell.setting().equals(setting) && planned.contains(setting))
                    .forEach(cell -> rows.add(row(day, setting, cell.need(), cell.outcome())));
        });
    }

    private static List<Object> row(LocalDate day, String setting, String need, PlanOutcome outcome) {
        return List.of(
                day.toString(),
                setting,
                need,
                outcome.places(),
                outcome.waiting(),
                outcome.home(),
                outcome.unmet(),
                outcome.unfilled(),
                cellOf(outcome.weeklyNow()),
                cellOf(outcome.weeklyThen()),
                cellOf(outcome.weeklyDifference()),
                cellOf(outcome.weeklyDifference().map(PlanOutcome::yearly)));
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
                cellOf(rate),
                cellOf(now),
                cellOf(then),
                cellOf(difference),
                cellOf(difference.map(PlanOutcome::yearly)));
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

    private static Object cellOf(Optional<BigDecimal> pounds) {
        return pounds.isPresent() ? pounds.get() : Shorthand.NOT_APPLICABLE;
    }
}
