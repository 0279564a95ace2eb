package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Percentage by which the median spot price exceeds the median framework price, by setting, need and age band. */
public final class SpotPremium {

    public static final Measure MEASURE = new Measure(
            "spot_premium",
            Section.FRAMEWORK_AND_SPOT,
            "Spot premium: the median spot price compared with the median framework price",
            new Definition(
                    "The premium is the median weekly cost of spot placements divided by the median weekly cost of"
                            + " framework placements, minus 1. Only placements with a weekly cost above zero are used."
                            + " Medians are interpolated in the same way as Excel's PERCENTILE.INC.",
                    "The premium is a percentage of the median framework price.",
                    "Placements were active on the as-at date.",
                    "Other routes, one-off costs and credits are not counted. All settings together have no row,"
                            + " because a week of home care and a week in a care home have no common price. A row"
                            + " needs at least 8 spot and 8 framework placements, because medians of fewer are"
                            + " unreliable. If no row is left, the table is empty.",
                    "Placements whose cost or route is not known are not counted."),
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
            -- By price and, separately, by provider. Summing small groups first keeps the roll-up cheap.
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
            -- Rows grouped by provider, recorded or not, have a null price.
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
