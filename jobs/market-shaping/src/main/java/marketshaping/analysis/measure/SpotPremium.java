package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** How much dearer the middle spot placement is than the middle framework placement of the same kind. */
public final class SpotPremium {

    public static final Measure MEASURE = new Measure(
            "spot_premium",
            Section.FRAMEWORK_AND_SPOT,
            "Spot premium: the median spot price over the median framework price",
            new Definition(
                    "The median weekly cost of spot placements over that of framework placements, less 1; placements"
                            + " with a weekly cost above nought. Medians interpolate as Excel's PERCENTILE.INC does.",
                    "The median framework price.",
                    "Active on the as-at date.",
                    "Other routes, one-off costs and credits; all settings together, for a week of home care and a week"
                            + " in a home have no price in common; and rows with fewer than 8 placements on either side,"
                            + " whose medians say little. Where that leaves nothing, the table has no rows.",
                    "Placements whose cost or route is not known are left out."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.dimension("need_group"),
                    Column.dimension("age_band"),
                    Column.count("spot_lines"),
                    Column.count("framework_lines"),
                    Column.money("spot_median", "£ a week", "spot_lines"),
                    Column.money("framework_median", "£ a week", "framework_lines"),
                    Column.share("premium_percent", "_fewer_lines"),
                    Column.count("_fewer_lines"),
                    TopProvider.of("spot_median", "spot_lines"),
                    TopProvider.of("framework_median", "framework_lines")),
            """
            -- By price, and beside that by provider; finely first, so that rolling up touches few rows.
            WITH fine AS (
              SELECT setting, need_group, age_band, purchase_route, weekly_cost, provider_id,
                count(*) AS lines,
                sum(weekly_cost) AS value
              FROM active
              WHERE as_at = :as_at AND weekly_cost > 0 AND purchase_route IN ('Spot', 'Framework')
              GROUP BY setting, need_group, age_band, purchase_route, GROUPING SETS ((weekly_cost), (provider_id))
            ),
            sums AS (
              SELECT setting, need_group, age_band, purchase_route, weekly_cost, provider_id,
                sum(lines) AS lines,
                sum(value) AS value
              FROM fine
              GROUP BY setting, CUBE (need_group, age_band), purchase_route, weekly_cost, provider_id
            ),
            -- A row of a provider, known or not, has no price.
            by_route AS (
              SELECT setting, need_group, age_band, purchase_route,
                sum(lines) FILTER (WHERE weekly_cost IS NOT NULL) AS lines,
                percentile(weekly_cost, 0.5, lines) AS median,
                100 * double(max(value) FILTER (WHERE provider_id IS NOT NULL))
                  / double(sum(value) FILTER (WHERE weekly_cost IS NOT NULL)) AS top_provider
              FROM sums
              GROUP BY setting, need_group, age_band, purchase_route
            ),
            cell AS (
              SELECT setting, need_group, age_band,
                any_value(struct(*)) FILTER (WHERE purchase_route = 'Spot') AS spot,
                any_value(struct(*)) FILTER (WHERE purchase_route = 'Framework') AS framework
              FROM by_route
              WHERE lines >= 8
              GROUP BY setting, need_group, age_band
            )
            SELECT
              setting,
              coalesce(need_group, 'All') AS need_group,
              coalesce(age_band, 'All') AS age_band,
              spot.lines AS spot_lines,
              framework.lines AS framework_lines,
              cast(spot.median AS DECIMAL(20, 8)) AS spot_median,
              cast(framework.median AS DECIMAL(20, 8)) AS framework_median,
              100 * (spot.median / framework.median - 1) AS premium_percent,
              least(spot.lines, framework.lines) AS _fewer_lines,
              spot.top_provider AS _spot_median_top_provider_percent,
              framework.top_provider AS _framework_median_top_provider_percent
            FROM cell
            WHERE spot IS NOT NULL AND framework IS NOT NULL
            """);

    private SpotPremium() {}
}
