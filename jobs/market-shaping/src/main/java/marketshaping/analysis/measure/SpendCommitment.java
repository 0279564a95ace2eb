package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Weekly and annual cost of the placements active on the as-at date, by purchase route, and the spot share. */
public final class SpendCommitment {

    public static final Measure MEASURE = new Measure(
            "spend_commitment",
            Section.FRAMEWORK_AND_SPOT,
            "Weekly and annual commitment by purchase route, and the spot share",
            new Definition(
                    "Commitment is the weekly cost of placements in all settings. Annual commitment is weekly"
                            + " commitment x 365/7. Spot share is the percentage of care bought spot, by weekly cost"
                            + " and by placements.",
                    "Spot shares cover care bought spot, on a framework, on a dynamic purchasing system or in a block.",
                    "Placements were active on the as-at date; year-before columns use the same day one year earlier.",
                    "In-house services and direct payments are included in the commitment but not in the spot share."
                            + " One-off costs are in neither.",
                    "Placements whose route is not recorded have a row of their own and are left out of the spot"
                            + " share. The commitment is the sum of the known costs; placements without a cost are"
                            + " counted."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.dimension("need_group"),
                    Column.dimension("purchase_route"),
                    Column.count("people"),
                    Column.count("placements"),
                    Column.money("weekly_commitment", "£ a week", "people"),
                    Column.money("annual_commitment", "£ a year", "people"),
                    Column.share("spot_share_percent", "_spot_placements"),
                    Column.percent("spot_share_placements_percent", "_spot_placements", "_bought_placements"),
                    Column.count("placements_without_cost"),
                    Column.money("weekly_commitment_year_before", "£ a week", "_people_year_before"),
                    Column.share("spot_share_percent_year_before", "_spot_placements_year_before"),
                    Column.percent(
                            "spot_share_placements_percent_year_before",
                            "_spot_placements_year_before",
                            "_bought_placements_year_before"),
                    Column.count("_spot_placements"),
                    Column.count("_bought_placements"),
                    Column.count("_people_year_before"),
                    Column.count("_spot_placements_year_before"),
                    Column.count("_bought_placements_year_before"),
                    TopProvider.of("weekly_commitment", "people"),
                    TopProvider.of("annual_commitment", "people"),
                    TopProvider.of("spot_share_percent", "_spot_placements"),
                    TopProvider.of("weekly_commitment_year_before", "_people_year_before"),
                    TopProvider.of("spot_share_percent_year_before", "_spot_placements_year_before")),
            """
            -- People with one placement are added up; only people with several are counted one by one.
            WITH line AS (
              SELECT as_at, setting, need_group, purchase_route, provider_id, weekly_cost,
                CASE WHEN count(*) OVER (PARTITION BY as_at, person) > 1 THEN person END AS several
              FROM active
              WHERE as_at IN (:as_at, :year_before)
            ),
            -- By person and, separately, by provider. Summing small groups first keeps the roll-up cheap.
            fine AS (
              SELECT as_at, setting, need_group, purchase_route, several, provider_id,
                grouping(several) = 1 AS of_provider,
                count(*) AS placements,
                count_if(weekly_cost IS NULL) AS placements_without_cost,
                sum(weekly_cost) AS cost,
                sum(greatest(weekly_cost, 0)) AS cost_above_zero
              FROM line
              GROUP BY as_at, setting, need_group, purchase_route, GROUPING SETS ((several), (provider_id))
            ),
            sums AS (
              SELECT as_at, setting, need_group, purchase_route, several, provider_id, of_provider,
                sum(placements) AS placements,
                sum(placements_without_cost) AS placements_without_cost,
                sum(cost) AS cost,
                sum(cost_above_zero) AS cost_above_zero
              FROM fine
              GROUP BY as_at, CUBE (setting, need_group, purchase_route), several, provider_id, of_provider
            ),
            by_route AS (
              SELECT as_at, setting, need_group, purchase_route,
                purchase_route = 'Spot' AS spot,
                purchase_route IN ('Spot', 'Framework', 'Dynamic purchasing system', 'Block') AS bought,
                sum(if(several IS NULL, placements, 1)) FILTER (WHERE NOT of_provider) AS people,
                sum(placements) FILTER (WHERE NOT of_provider) AS placements,
                sum(placements_without_cost) FILTER (WHERE NOT of_provider) AS placements_without_cost,
                cast(sum(cost) FILTER (WHERE NOT of_provider) AS DECIMAL(28, 8)) AS cost,
                100 * double(max(cost_above_zero) FILTER (WHERE provider_id IS NOT NULL))
                  / nullif(double(sum(cost_above_zero) FILTER (WHERE NOT of_provider)), 0) AS top_provider
              FROM sums
              GROUP BY as_at, setting, need_group, purchase_route
            ),
            bought AS (
              SELECT *,
                sum(if(spot, placements, 0)) OVER care AS spot_placements,
                sum(if(bought, placements, 0)) OVER care AS bought_placements,
                sum(if(spot, cost, 0)) OVER care AS spot_cost,
                sum(if(bought, cost, 0)) OVER care AS bought_cost,
                max(if(spot, top_provider, NULL)) OVER care AS top_provider_of_spot
              FROM by_route
              WINDOW care AS (PARTITION BY as_at, setting, need_group)
            ),
            share AS (
              SELECT *,
                purchase_route IS NULL AS all_routes,
                100 * double(spot_cost) / nullif(double(bought_cost), 0) AS spot_share,
                100 * spot_placements / nullif(bought_placements, 0) AS spot_share_placements
              FROM bought
            ),
            cell AS (
              SELECT setting, need_group, purchase_route,
                any_value(struct(*)) FILTER (WHERE as_at = :as_at) AS now,
                any_value(struct(*)) FILTER (WHERE as_at = :year_before) AS before
              FROM share
              GROUP BY setting, need_group, purchase_route
            )
            SELECT
              coalesce(setting, 'All') AS setting,
              coalesce(need_group, 'All') AS need_group,
              coalesce(purchase_route, 'All') AS purchase_route,
              coalesce(now.people, 0) AS people,
              coalesce(now.placements, 0) AS placements,
              now.cost AS weekly_commitment,
              now.cost * 365 / 7 AS annual_commitment,
              if(now.all_routes, now.spot_share, NULL) AS spot_share_percent,
              if(now.all_routes, now.spot_share_placements, NULL) AS spot_share_placements_percent,
              coalesce(now.placements_without_cost, 0) AS placements_without_cost,
              before.cost AS weekly_commitment_year_before,
              if(before.all_routes, before.spot_share, NULL) AS spot_share_percent_year_before,
              if(before.all_routes, before.spot_share_placements, NULL) AS spot_share_placements_percent_year_before,
              coalesce(now.spot_placements, 0) AS _spot_placements,
              coalesce(now.bought_placements, 0) AS _bought_placements,
              coalesce(before.people, 0) AS _people_year_before,
              coalesce(before.spot_placements, 0) AS _spot_placements_year_before,
              coalesce(before.bought_placements, 0) AS _bought_placements_year_before,
              now.top_provider AS _weekly_commitment_top_provider_percent,
              now.top_provider AS _annual_commitment_top_provider_percent,
              now.top_provider_of_spot AS _spot_share_percent_top_provider_percent,
              before.top_provider AS _weekly_commitment_year_before_top_provider_percent,
              before.top_provider_of_spot AS _spot_share_percent_year_before_top_provider_percent
            FROM cell
            """);

    private SpendCommitment() {}
}
