package marketshaping.analysis.measure;

import java.util.List;
import java.util.Map;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/** People in accommodation with care outside the borough by recorded reason, and which reasons are avoidable. */
public final class OobReasons {
    private static final String REASON = "reason";
    private static final String RECORDED = "recorded";
    private static final String NOT_RECORDED = "Not recorded";

    public static final Measure MEASURE = new Measure(
            "oob_reasons",
            Section.OUT_OF_BOROUGH,
            "Reasons for placing people in accommodation with care outside the borough",
            new Definition(
                    "People and placements in accommodation with care outside the borough are counted by recorded"
                            + " reason. A placement is avoidable if its recorded reason is no local capacity.",
                    "The percentage covers placements outside the borough in the same setting whose reason is"
                            + " recorded.",
                    "Placements were active on the as-at date; year-before columns use the same day one year earlier.",
                    "Placements in the borough, and those that could not be located, are not counted.",
                    "Placements whose reason is not recorded have a row of their own and are left out of the"
                            + " percentages. The weekly cost is the sum of the known costs."),
            List.of(),
            List.of(
                    Column.dimension("reason"),
                    Column.dimension("setting"),
                    Column.count("people"),
                    Column.count("placements"),
                    Column.percent("share_percent", "placements", "_share_of"),
                    Column.text("avoidable"),
                    Column.money("weekly_cost", "£ a week", "people"),
                    Column.count("placements_year_before"),
                    Column.count("_share_of"),
                    TopProvider.of("weekly_cost", "people")),
            new Tabulation(
                            PlacementLines.FACT,
                            Tabulation.AS_AT,
                            new RollUp(
                                    PlacementLines.ACTIVE
                                            .and(PlacementLines.IN_ACCOMMODATION)
                                            .and(PlacementLines.OUT_OF_BOROUGH),
                                    List.of(
                                            Dimension.of(REASON, "out_of_borough_reason", NOT_RECORDED),
                                            Dimension.of("setting")),
                                    RollUp.cube(2),
                                    List.of(
                                            Figure.people("people"),
                                            Figure.lines("placements"),
                                            Figure.lines(RECORDED)
                                                    .where(LineCondition.is("out_of_borough_reason", NOT_RECORDED)
                                                            .not()),
                                            Figure.sum("weekly_cost", PlacementLines.WEEKLY_COST),
                                            Figure.lines("placements").yearBefore(),
                                            TopProvider.figure("weekly_cost", PlacementLines.WEEKLY_COST))))
                    .with(
                            Derived.ofTotal(RECORDED, RECORDED, REASON),
                            Derived.of("share_percent", OobReasons::share),
                            Derived.of("avoidable", OobReasons::avoidable),
                            Derived.of(
                                    "_share_of",
                                    cell -> cell.get(cell.get(REASON).equals(RollUp.ALL) ? "placements" : RECORDED))));

    private static Object share(Map<String, Object> cell) {
        long recorded = (Long) cell.get(RECORDED);
        return switch (cell.get(REASON).toString()) {
            case NOT_RECORDED -> null;
            case RollUp.ALL -> recorded == 0 ? null : (Object) 100.0;
            default -> recorded == 0 ? null : (Object) (100 * (Long) cell.get("placements") / (double) recorded);
        };
    }

    private static String avoidable(Map<String, Object> cell) {
        return switch (cell.get(REASON).toString()) {
            case RollUp.ALL -> RollUp.ALL;
            case "No local capacity" -> "Yes";
            case NOT_RECORDED -> "Not known";
            default -> "No";
        };
    }

    private OobReasons() {}
}
