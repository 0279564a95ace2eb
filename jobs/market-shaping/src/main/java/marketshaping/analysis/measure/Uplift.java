package marketshaping.analysis.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.Lines;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/** Change in the mean weekly price over a year, split into a like-for-like price change and a change of mix. */
public final class Uplift {
    private static final String SETTING = "setting";
    private static final String PROVIDER = "provider";
    private static final String VALUE = "value";
    private static final String VALUE_BEFORE = "value_year_before";
    private static final String MEAN = "mean";
    private static final String MEAN_BEFORE = "mean_year_before";
    private static final String OLD_PRICE = "value_at_old_price";
    private static final String NEW_PRICE = "value_at_new_price";
    private static final String CHANGE = "change_percent";
    private static final String LIKE_FOR_LIKE = "like_for_like_percent";

    public static final Measure MEASURE = new Measure(
            "uplift",
            Section.FRAMEWORK_AND_SPOT,
            "Change in the weekly price over a year: like for like, and from a change of mix",
            new Definition(
                    "The mean weekly price covers placements with a provider and a weekly cost above zero. Like for"
                            + " like is the price change of providers that had placements in the setting on both"
                            + " dates, weighted by their placements a year before. Mix is the rest of the change,"
                            + " because care was bought from other providers or in other settings.",
                    "Changes are percentages of the mean weekly price a year before.",
                    "Placements were active on the as-at date; year-before columns use the same day one year earlier.",
                    "One-off costs and credits are not counted.",
                    "Placements whose cost or provider is not known are not counted. Matched placements are the"
                            + " placements that the like-for-like change is based on."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.count("lines"),
                    Column.count("lines_year_before"),
                    Column.money("mean_weekly", "£ a week", "lines"),
                    Column.money("mean_weekly_year_before", "£ a week", "lines_year_before"),
                    Column.share("change_percent", "_lines_in_both"),
                    Column.share("like_for_like_percent", "_matched_lines_in_both"),
                    Column.share("mix_percent_points", "_matched_lines_in_both"),
                    Column.count("matched_lines"),
                    Column.count("matched_lines_year_before"),
                    Column.count("_lines_in_both"),
                    Column.count("_matched_lines_in_both"),
                    Column.count("_unmatched_lines"),
                    Column.count("_unmatched_lines_year_before"),
                    TopProvider.of("mean_weekly", "lines"),
                    TopProvider.of("mean_weekly_year_before", "lines_year_before")),
            new Tabulation(
                            PlacementLines.FACT,
                            Tabulation.AS_AT,
                            new RollUp(
                                    PlacementLines.ACTIVE
                                            .and(LineCondition.isAboveZero(PlacementLines.WEEKLY_COST))
                                            .and(LineCondition.isKnown("provider_id")),
                                    List.of(Dimension.of(SETTING), PlacementLines.PROVIDER),
                                    List.of(0b11, 0b01, 0b00),
                                    List.of(
                                            Figure.lines("lines"),
                                            Figure.lines("lines").yearBefore(),
                                            Figure.sum(VALUE, PlacementLines.WEEKLY_COST),
                                            Figure.sum(VALUE, PlacementLines.WEEKLY_COST)
                                                    .yearBefore(),
                                            TopProvider.figure("mean_weekly", PlacementLines.WEEKLY_COST),
                                            TopProvider.figureYearBefore("mean_weekly", PlacementLines.WEEKLY_COST))))
                    .with(Stream.of(
                                    lines("matched_lines", "lines"),
                                    lines("matched_lines_year_before", "lines_year_before"),
                                    amount(NEW_PRICE, Uplift::valueAtNewPrice),
                                    amount(OLD_PRICE, cell -> (BigDecimal) cell.get(VALUE_BEFORE)),
                                    Derived.of(MEAN, cell -> mean(cell, VALUE, "lines")),
                                    Derived.of(MEAN_BEFORE, cell -> mean(cell, VALUE_BEFORE, "lines_year_before")),
                                    Derived.of("mean_weekly", cell -> money(cell, MEAN)),
                                    Derived.of("mean_weekly_year_before", cell -> money(cell, MEAN_BEFORE)),
                                    Derived.change(CHANGE, MEAN_BEFORE, MEAN),
                                    Derived.change(LIKE_FOR_LIKE, OLD_PRICE, NEW_PRICE),
                                    Derived.of("mix_percent_points", Uplift::mix),
                                    Derived.fewer("_lines_in_both", "lines", "lines_year_before"),
                                    Derived.fewer("_matched_lines_in_both", "matched_lines", "matched_lines_year_before"),
                                    Derived.of("_unmatched_lines", cell -> unmatched(cell, "lines")),
                                    Derived.of(
                                            "_unmatched_lines_year_before",
                                            cell -> unmatched(cell, "lines_year_before")))
                            .map(figure -> figure.onlyInTotalOf(PROVIDER))
                            .toArray(Derived[]::new))
                    .showing(cell -> cell.get(PROVIDER).equals(RollUp.ALL)));

    private static Derived lines(String column, String lines) {
        return new Derived(column, (cell, cells) -> matched(cell, cells)
                .mapToLong(provider -> (Long) provider.get(lines))
                .sum());
    }

    private static Derived amount(String figure, Function<Map<String, Object>, BigDecimal> ofProvider) {
        return new Derived(figure, (cell, cells) -> matched(cell, cells)
                .map(ofProvider)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue());
    }

    /** Returns the providers with placements in a setting on both dates, for each setting of the cell. */
    private static Stream<Map<String, Object>> matched(Map<String, Object> cell, Cells cells) {
        return (cell.get(SETTING).equals(RollUp.ALL) ? cells.parts(cell, SETTING).stream() : Stream.of(cell))
                .flatMap(setting -> cells.parts(setting, PROVIDER).stream())
                .filter(provider -> (Long) provider.get("lines") > 0 && (Long) provider.get("lines_year_before") > 0);
    }

    /** Returns the cost of a provider's placements of a year before at its present mean price in the setting. */
    private static BigDecimal valueAtNewPrice(Map<String, Object> cell) {
        return ((BigDecimal) cell.get(VALUE))
                .multiply(BigDecimal.valueOf((Long) cell.get("lines_year_before")))
                .divide(BigDecimal.valueOf((Long) cell.get("lines")), Lines.SCALE, RoundingMode.HALF_UP);
    }

    private static Double mean(Map<String, Object> cell, String value, String lines) {
        return cell.get(value) == null
                ? null
                : (Double) (((BigDecimal) cell.get(value)).doubleValue() / (Long) cell.get(lines));
    }

    private static BigDecimal money(Map<String, Object> cell, String mean) {
        return cell.get(mean) == null
                ? null
                : BigDecimal.valueOf((Double) cell.get(mean)).setScale(Lines.SCALE, RoundingMode.HALF_UP);
    }

    private static Double mix(Map<String, Object> cell) {
        Double change = (Double) cell.get(CHANGE);
        Double likeForLike = (Double) cell.get(LIKE_FOR_LIKE);
        return change == null || likeForLike == null ? null : (Double) (change - likeForLike);
    }

    private static long unmatched(Map<String, Object> cell, String lines) {
        return (Long) cell.get(lines) - (Long) cell.get("matched_" + lines);
    }

    private Uplift() {}
}
