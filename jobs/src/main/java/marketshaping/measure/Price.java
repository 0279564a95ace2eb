package marketshaping.measure;

import java.util.List;
import marketshaping.table.Column;

/** What a week of care costs, by what is bought, for whom, where and how. */
public final class Price {

    public static final Measure MEASURE = new Measure(
            "price",
            Section.FRAMEWORK_AND_SPOT,
            "Weekly price of placements: the median, the quarters around it and the dearest tenth",
            new Definition(
                    "Placements with a weekly cost above nought, and the percentiles of that cost. Percentiles"
                            + " interpolate as Excel's PERCENTILE.INC does.",
                    "",
                    "Active on the as-at date.",
                    "One-off costs and credits.",
                    "Placements whose cost is not known are left out; those whose route is not recorded, or that"
                            + " could not be located, are rows of their own."),
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
            """
            -- By price, and beside that by provider, to know the largest of each cell.
            WITH by_price AS (
              SELECT setting, need_group, age_band, tier, purchase_route, weekly_cost, count(*) AS lines
              FROM active
              WHERE as_at = :as_at AND weekly_cost > 0
              GROUP BY setting, need_group, age_band, tier, purchase_route, weekly_cost
            ),
            by_provider AS (
              SELECT setting, need_group, age_band, tier, purchase_route, provider_id, sum(weekly_cost) AS value
              FROM active
              WHERE as_at = :as_at AND weekly_cost > 0
              GROUP BY setting, need_group, age_band, tier, purchase_route, provider_id
            ),
            priced AS (
              SELECT
                coalesce(setting, 'All') AS setting,
                coalesce(need_group, 'All') AS need_group,
                coalesce(age_band, 'All') AS age_band,
                coalesce(tier, 'All') AS tier,
                coalesce(purchase_route, 'All') AS purchase_route,
                sum(lines) AS lines,
                percentile(weekly_cost, array(0.25, 0.5, 0.75, 0.9), lines) AS price
              FROM by_price
              GROUP BY CUBE (setting, need_group, age_band, tier, purchase_route)
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
              cast(price[0] AS DECIMAL(20, 8)) AS p25,
              cast(price[1] AS DECIMAL(20, 8)) AS median,
              cast(price[2] AS DECIMAL(20, 8)) AS p75,
              cast(price[3] AS DECIMAL(20, 8)) AS p90,
              top_provider AS _p25_top_provider_percent,
              top_provider AS _median_top_provider_percent,
              top_provider AS _p75_top_provider_percent,
              top_provider AS _p90_top_provider_percent
            FROM priced JOIN largest USING (setting, need_group, age_band, tier, purchase_route)
            """);

    private Price() {}
}
