package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Percentiles of the weekly price of placements, by setting, need, age band, tier and purchase route. */
public final class Price {

    private static final String QUERY =
            """
            -- The prices of each most detailed cell; combined cells sort all their prices. A double represents a price
            -- below £90 million to the last digit.
            WITH by_cell AS (
              SELECT setting, need_group, age_band, tier, purchase_route, collect_list(double(weekly_cost)) AS prices
              FROM active
              WHERE as_at = :as_at AND weekly_cost > 0
              GROUP BY setting, need_group, age_band, tier, purchase_route
            ),
            in_order AS (
              SELECT
                coalesce(setting, 'All') AS setting,
                coalesce(need_group, 'All') AS need_group,
                coalesce(age_band, 'All') AS age_band,
                coalesce(tier, 'All') AS tier,
                coalesce(purchase_route, 'All') AS purchase_route,
                sum(size(prices)) AS lines,
                sort_array(flatten(collect_list(prices))) AS prices
              FROM by_cell
              GROUP BY CUBE (setting, need_group, age_band, tier, purchase_route)
            ),
            by_provider AS (
              SELECT setting, need_group, age_band, tier, purchase_route, provider_id, sum(weekly_cost) AS value
              FROM active
              WHERE as_at = :as_at AND weekly_cost > 0
              GROUP BY setting, need_group, age_band, tier, purchase_route, provider_id
            ),
            provider AS (
              SELECT
                coalesce(setting, 'All') AS setting,
                coalesce(need_group, 'All') AS need_group,
                coalesce(age_band, 'All') AS age_band,
                coalesce(tier, 'All') AS tier,
                coalesce(purchase_route, 'All') AS purchase_route,
                provider_id,
                sum(value) AS value
              FROM by_provider
              GROUP BY CUBE (setting, need_group, age_band, tier, purchase_route), provider_id
            ),
            largest AS (
              SELECT setting, need_group, age_band, tier, purchase_route,
                100 * double(max(value) FILTER (WHERE provider_id IS NOT NULL)) / double(sum(value)) AS top_provider
              FROM provider
              GROUP BY setting, need_group, age_band, tier, purchase_route
            )
            SELECT
              setting, need_group, age_band, tier, purchase_route,
              lines,
              {percentile 25} AS p25,
              {percentile 50} AS median,
              {percentile 75} AS p75,
              {percentile 90} AS p90,
              top_provider AS _p25_top_provider_percent,
              top_provider AS _median_top_provider_percent,
              top_provider AS _p75_top_provider_percent,
              top_provider AS _p90_top_provider_percent
            FROM in_order JOIN largest USING (setting, need_group, age_band, tier, purchase_route)
            """;

    public static final Measure MEASURE = new Measure(
            "price",
            Section.FRAMEWORK_AND_SPOT,
            "Weekly price of placements: the quartiles, the median and the 90th percentile",
            new Definition(
                    "The table counts placements with a weekly cost above zero and shows percentiles of that cost."
                            + " Percentiles are interpolated in the same way as Excel's PERCENTILE.INC.",
                    "",
                    "Placements were active on the as-at date.",
                    "One-off costs and credits are not counted.",
                    "Placements whose cost is not known are not counted. Placements whose route is not recorded, or"
                            + " that could not be located, have rows of their own."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.dimension("need_group"),
                    Column.dimension("age_band"),
                    Column.dimension("tier"),
                    Column.dimension("purchase_route"),
                    Column.count("lines"),
                    Column.money("p25", "£ a week", "lines"),
                    Column.money("median", "£ a week", "lines"),
                    Column.money("p75", "£ a week", "lines"),
                    Column.money("p90", "£ a week", "lines"),
                    TopProvider.of("p25", "lines"),
                    TopProvider.of("median", "lines"),
                    TopProvider.of("p75", "lines"),
                    TopProvider.of("p90", "lines")),
            query());

    private Price() {}

    private static String query() {
        String query = QUERY;
        for (int percent : List.of(25, 50, 75, 90)) {
            query = query.replace("{percentile %d}".formatted(percent), percentile(percent));
        }
        return query;
    }

    /** Returns SQL for a percentile, interpolated between the two nearest prices as by Excel's PERCENTILE.INC. */
    private static String percentile(int percent) {
        return """
                cast((cast(prices[%1$d * (lines - 1) DIV 100] AS DECIMAL(20, 8)) * int(100 - %1$d * (lines - 1) %% 100)
                  + cast(prices[(%1$d * (lines - 1) + 99) DIV 100] AS DECIMAL(20, 8)) * int(%1$d * (lines - 1) %% 100))
                  / 100 AS DECIMAL(20, 8))"""
                .formatted(percent)
                .indent(2)
                .strip();
    }
}
