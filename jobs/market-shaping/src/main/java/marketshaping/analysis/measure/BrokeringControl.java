package marketshaping.analysis.measure;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import marketshaping.analysis.fact.BrokeringLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/**
 * Control chart (XmR) of brokering. The differences between consecutive months set the limits. A month is a signal if
 * it is outside the limits or in a long series on one side of the centre.
 *
 * <p>Not published: the limits are based on every month of a setting and would reveal the months that are hidden.
 */
public final class BrokeringControl {

    private static final String PERCENT = "Within target percent";
    private static final String MEAN = "Mean days";
    private static final String WITH_TARGET = "with_target";
    private static final String WITHIN = "within_target";
    private static final String DAYS = "days";
    private static final String CHART = "chart";

    /** The figure that is charted. The months occur twice: first for the percentage, then for the mean. */
    private static final Dimension FIGURE = new Dimension(
            "figure",
            (lines, slices) ->
                    new Dimension.Coding(List.of(PERCENT, MEAN), (slice, span) -> line -> 2 * slice / slices.size()));

    public static final Measure MEASURE = new Measure(
                    "brokering_control",
                    Section.BROKERING,
                    "Control chart of the monthly percentage within target and mean days",
                    new Definition(
                            "An XmR chart (individual values and moving range) shows two monthly figures of sourced"
                                    + " cases: the percentage within target and the mean days. The centre is the mean"
                                    + " of the monthly figures. The moving range is the difference between a month and"
                                    + " the month before. The natural limits are the centre minus and plus 2.66 times"
                                    + " the mean moving range. A month is a signal of change if it is outside the"
                                    + " limits. It is also a signal if it is one of eight or more months in a row on"
                                    + " the same side of the centre. Other variation is not a signal.",
                            "The within-target percentage covers the cases of the month whose setting has a target."
                                    + " Mean days cover all cases of the month.",
                            "Cases were sourced in one of the last 24 complete months up to the as-at date. The"
                                    + " centre is the same for all months.",
                            "Months without cases are left out; the months before and after them count as consecutive.",
                            "Limits below 0 are shown as 0, and limits of the percentage above 100 as 100. If there"
                                    + " is only one month, there are no limits."),
                    List.of(),
                    List.of(
                            Column.dimension("figure"),
                            Column.dimension("setting"),
                            Column.dimension("month"),
                            Column.number("value", "cases"),
                            Column.number("centre", "cases"),
                            Column.number("lower", "cases"),
                            Column.number("upper", "cases"),
                            Column.number("moving_range", "cases"),
                            Column.text("signal"),
                            Column.count("cases")),
                    new Tabulation(
                                    BrokeringLines.FACT,
                                    asAt -> Stream.of(PERCENT, MEAN)
                                            .flatMap(figure -> Tabulation.MONTHS.apply(asAt).stream())
                                            .toList(),
                                    new RollUp(
                                            BrokeringLines.SOURCED,
                                            List.of(FIGURE, Dimension.of("setting"), Dimension.ofSlices("month")),
                                            RollUp.cube(3, 0, 2),
                                            List.of(
                                                    Figure.lines("cases"),
                                                    Figure.lines(WITH_TARGET).where(BrokeringLines.HAS_TARGET),
                                                    Figure.lines(WITHIN).where(BrokeringLines.WITHIN_TARGET),
                                                    Figure.sum(DAYS, BrokeringLines.GROSS_DAYS))))
                            .with(
                                    Derived.of(
                                            "value",
                                            cell -> isPercent(cell)
                                                    ? Derived.percent(cell, WITHIN, WITH_TARGET)
                                                    : Derived.mean(cell, DAYS, "cases")),
                                    Derived.of("cases", cell -> cell.get(isPercent(cell) ? WITH_TARGET : "cases")),
                                    new Derived(CHART, BrokeringControl::chart),
                                    ofChart("centre", (chart, month) -> chart.centre()),
                                    ofChart("lower", (chart, month) -> chart.lower()),
                                    ofChart("upper", (chart, month) -> chart.upper()),
                                    ofChart("moving_range", ControlChart::movingRange),
                                    ofChart("signal", ControlChart::signal))
                            .showing(cell -> cell.get("value") != null))
            .forCouncilOnly();

    private static boolean isPercent(Map<String, Object> cell) {
        return cell.get("figure").equals(PERCENT);
    }

    /** Returns the chart of the row's figure and setting; null if the row has no value. */
    private static ControlChart chart(Map<String, Object> cell, Cells cells) {
        return cell.get("value") == null
                ? null
                : new ControlChart(
                        cells.series(cell, "month", "value"), isPercent(cell) ? 100 : Double.POSITIVE_INFINITY);
    }

    private static Derived ofChart(String name, BiFunction<ControlChart, String, Object> property) {
        return Derived.of(
                name,
                cell -> cell.get(CHART) == null
                        ? null
                        : property.apply(
                                (ControlChart) cell.get(CHART),
                                cell.get("month").toString()));
    }

    private BrokeringControl() {}
}
