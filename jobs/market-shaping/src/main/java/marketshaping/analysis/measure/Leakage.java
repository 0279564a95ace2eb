package marketshaping.analysis.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.Lines;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/**
 * Spot placements in settings that a framework lot covers: those with a provider on the lot, and those with another
 * provider.
 */
public final class Leakage {
    private static final String KIND = "kind";
    private static final List<String> KIND_NAMES = List.of("Neither", "Addressable", "Leakage");
    private static final String VALUE = "weekly_value";
    private static final String VALUE_BEFORE = "weekly_value_year_before";

    private static final Dimension KINDS = new Dimension(
            KIND,
            (lines, slices) -> new Dimension.Coding(KIND_NAMES, (slice, span) -> {
                IntPredicate isWithMember =
                        LineCondition.isTrue("framework_provider").on(lines, span);
                IntPredicate isCovered = LineCondition.isTrue("lot_in_force").on(lines, span);
                return line -> isWithMember.test(line) ? 2 : isCovered.test(line) ? 1 : 0;
            }));

    public static final Measure MEASURE = new Measure(
            "leakage",
            Section.FRAMEWORK_AND_SPOT,
            "Spot placements with framework providers, and in settings that a framework covers",
            new Definition(
                    "Leakage means spot placements with a provider that was on a framework lot for the setting on the"
                            + " day the placement started. Addressable means spot placements in a setting that a"
                            + " framework lot covered on that day, but with a provider that was not on it.",
                    "The percentage covers all spot placements in the setting.",
                    "Placements were active on the as-at date; year-before columns use the same day one year earlier."
                            + " Frameworks, lots and memberships are those in force on the day the placement started.",
                    "Placements bought through any other route, or whose route is not recorded, are not counted.",
                    "A placement without a recorded provider is treated as placed with a provider outside the"
                            + " framework. The weekly value is the sum of the known costs. If no placement in the row"
                            + " has a cost, the weekly value is shown as not known."),
            List.of("framework_memberships", "framework_lots"),
            List.of(
                    Column.dimension("kind"),
                    Column.dimension("setting"),
                    Column.count("lines"),
                    Column.count("people"),
                    Column.money("weekly_value", "£ a week", "people"),
                    Column.countOfThings("providers"),
                    Column.percent("lines_percent", "lines", "_spot_lines"),
                    Column.count("lines_year_before"),
                    Column.count("people_year_before"),
                    Column.money("weekly_value_year_before", "£ a week", "people_year_before"),
                    Column.countOfThings("providers_year_before"),
                    Column.percent("lines_percent_year_before", "lines_year_before", "_spot_lines_year_before"),
                    Column.count("_spot_lines"),
                    Column.count("_spot_lines_year_before"),
                    TopProvider.of("weekly_value", "people"),
                    TopProvider.of("weekly_value_year_before", "people_year_before")),
            new Tabulation(
                            PlacementLines.FACT,
                            Tabulation.AS_AT,
                            new RollUp(
                                    PlacementLines.ACTIVE.and(LineCondition.is("purchase_route", "Spot")),
                                    List.of(KINDS, Dimension.of("setting")),
                                    RollUp.cube(2),
                                    List.of(
                                            Figure.lines("lines"),
                                            Figure.people("people"),
                                            Figure.sum(VALUE, PlacementLines.WEEKLY_COST),
                                            Figure.distinct("providers", "provider_id"),
                                            TopProvider.figure(VALUE, PlacementLines.WEEKLY_COST),
                                            Figure.lines("lines").yearBefore(),
                                            Figure.people("people").yearBefore(),
                                            Figure.sum(VALUE, PlacementLines.WEEKLY_COST)
                                                    .yearBefore(),
                                            Figure.distinct("providers", "provider_id")
                                                    .yearBefore(),
                                            TopProvider.figureYearBefore(VALUE, PlacementLines.WEEKLY_COST))))
                    .with(
                            Derived.ofTotal("_spot_lines", "lines", KIND),
                            Derived.ofTotal("_spot_lines_year_before", "lines_year_before", KIND),
                            Derived.of(VALUE, cell -> value(cell, VALUE, "lines")),
                            Derived.of(VALUE_BEFORE, cell -> value(cell, VALUE_BEFORE, "lines_year_before")))
                    .showing(cell -> !cell.get(KIND).equals(RollUp.ALL)
                            && !cell.get(KIND).equals(KIND_NAMES.get(0))));

    /** Returns zero if there are no lines; null if there are lines and none has a cost. */
    private static Object value(Map<String, Object> cell, String value, String lines) {
        return (Long) cell.get(lines) == 0 ? BigDecimal.ZERO.setScale(Lines.SCALE) : cell.get(value);
    }

    private Leakage() {}
}
