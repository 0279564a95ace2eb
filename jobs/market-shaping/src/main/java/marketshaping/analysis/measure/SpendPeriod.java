package marketshaping.analysis.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/**
 * Spend in the month, the financial year to date and the last 12 months, each compared with the same period a year
 * before.
 */
public final class SpendPeriod {
    private static final String PEOPLE = "_people";
    private static final String PEOPLE_BEFORE = "_people_year_before";
    private static final String SPEND = "spend";
    private static final String SPEND_BEFORE = "spend_year_before";
    private static final int DECIMALS = 10;

    public static final Measure MEASURE = new Measure(
            "spend_period",
            Section.FRAMEWORK_AND_SPOT,
            "Spend by purchase route, compared with the same period a year before",
            new Definition(
                    "Spend is the weekly cost x days in the period / 7. A one-off cost is counted in full in the"
                            + " period that includes the placement's first day. The first and last days of a placement"
                            + " are both counted.",
                    "Change is a percentage of the spend in the same period a year before.",
                    "The month, the financial year to date and the last 12 months all end on the as-at date.",
                    "",
                    "Placements without a cost add nothing. If no placement in the row has a cost, spend is shown as"
                            + " not known. Placements whose route is not recorded have a row of their own."),
            List.of(),
            List.of(
                    Column.dimension("period"),
                    Column.dimension("setting"),
                    Column.dimension("purchase_route"),
                    Column.money("spend", "£", "_people"),
                    Column.money("spend_year_before", "£", "_people_year_before"),
                    Column.share("change_percent", "_people_in_both"),
                    Column.count("_people"),
                    Column.count("_people_year_before"),
                    Column.count("_people_in_both"),
                    TopProvider.of("spend", "_people"),
                    TopProvider.of("spend_year_before", "_people_year_before"),
                    TopProvider.of("change_percent", "_people_in_both")),
            new Tabulation(
                            PlacementLines.FACT,
                            Tabulation.HEADLINE_PERIODS,
                            new RollUp(
                                    LineCondition.overlaps("start_date", "end_date"),
                                    List.of(
                                            Dimension.ofSlices("period"),
                                            Dimension.of("setting"),
                                            Dimension.of("purchase_route")),
                                    RollUp.cube(3, 0),
                                    List.of(
                                            Figure.people(PEOPLE),
                                            Figure.people(PEOPLE).yearBefore(),
                                            Figure.sum(SPEND, PlacementLines.SEVENTHS_OF_COST),
                                            Figure.sum(SPEND, PlacementLines.SEVENTHS_OF_COST)
                                                    .yearBefore(),
                                            TopProvider.figure(SPEND, PlacementLines.SEVENTHS_OF_COST),
                                            TopProvider.figureYearBefore(SPEND, PlacementLines.SEVENTHS_OF_COST))))
                    .with(
                            Derived.of(SPEND, cell -> pounds(cell, SPEND, PEOPLE)),
                            Derived.of(SPEND_BEFORE, cell -> pounds(cell, SPEND_BEFORE, PEOPLE_BEFORE)),
                            Derived.of("change_percent", SpendPeriod::change),
                            Derived.of(
                                    "_people_in_both",
                                    cell -> Math.min((Long) cell.get(PEOPLE), (Long) cell.get(PEOPLE_BEFORE))),
                            Derived.of("_change_percent_top_provider_percent", SpendPeriod::largerShare)));

    /** Returns sevenths of a pound in pounds. Zero if nobody had a placement; null if no placement has a cost. */
    private static BigDecimal pounds(Map<String, Object> cell, String sevenths, String people) {
        if ((Long) cell.get(people) == 0) {
            return BigDecimal.ZERO.setScale(DECIMALS);
        }
        BigDecimal sum = (BigDecimal) cell.get(sevenths);
        return sum == null ? null : sum.divide(BigDecimal.valueOf(7), DECIMALS, RoundingMode.HALF_UP);
    }

    private static Double change(Map<String, Object> cell) {
        BigDecimal now = (BigDecimal) cell.get(SPEND);
        BigDecimal before = (BigDecimal) cell.get(SPEND_BEFORE);
        return now == null || before == null || before.signum() == 0
                ? null
                : (Double) (100 * now.subtract(before).doubleValue() / before.doubleValue());
    }

    /** Returns the larger of the shares of both years; null if neither is known. */
    private static Double largerShare(Map<String, Object> cell) {
        return Stream.of("_spend_top_provider_percent", "_spend_year_before_top_provider_percent")
                .flatMap(name -> Stream.ofNullable((Double) cell.get(name)))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private SpendPeriod() {}
}
