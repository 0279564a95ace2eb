package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/**
 * Placements that started in each of the last 24 months, and before and after the framework went live, by purchase
 * route.
 */
public final class RouteOfNew {

    public static final Measure MEASURE = new Measure(
            "route_of_new",
            Section.FRAMEWORK_AND_SPOT,
            "Purchase route of placements started in each month, before and after the framework's go-live",
            new Definition(
                    "Placements are counted by the month of their first day and by purchase route.",
                    "The percentage covers placements in the same setting that started in the same month, through any"
                            + " route.",
                    "The table shows the last 24 complete months up to the as-at date. Before go-live covers the days"
                            + " in these months before the framework went live, and after go-live covers the rest. If"
                            + " the framework did not go live by the as-at date, neither is shown.",
                    "",
                    "Placements whose route is not recorded have a row of their own and are included in the total for"
                            + " the percentage. The weekly value is the sum of the known costs."),
            List.of(),
            List.of(
                    Column.dimension("month"),
                    Column.dimension("setting"),
                    Column.dimension("purchase_route"),
                    Column.count("placements"),
                    Column.money("weekly_value", "£ a week", "placements"),
                    Column.percent("share_percent", "placements", "_placements_all_routes"),
                    Column.count("_placements_all_routes"),
                    TopProvider.of("weekly_value", "placements")),
            """
            WITH started AS (
              SELECT explode(array_compact(array(
                  month,
                  CASE WHEN :go_live > :as_at THEN NULL
                    WHEN start_date < :go_live THEN 'Before go-live'
                    WHEN start_date >= :go_live THEN 'After go-live' END))) AS month,
                setting, purchase_route, provider_id, weekly_cost
              FROM placement JOIN month_end ON trunc(start_date, 'MM') = first_day
            ),
            sums AS (
              SELECT month, setting, purchase_route, provider_id,
                count(*) AS placements,
                sum(weekly_cost) AS weekly_value,
                sum(greatest(weekly_cost, 0)) AS value_above_zero
              FROM started
              GROUP BY month, provider_id, CUBE (setting, purchase_route)
            ),
            cell AS (
              SELECT month, setting, purchase_route,
                sum(placements) AS placements,
                sum(weekly_value) AS weekly_value,
                100 * double(max(value_above_zero) FILTER (WHERE provider_id IS NOT NULL))
                  / nullif(double(sum(value_above_zero)), 0) AS top_provider
              FROM sums
              GROUP BY month, setting, purchase_route
            ),
            -- The row of all routes contains every placement, so it is the largest.
            with_all AS (
              SELECT *, max(placements) OVER (PARTITION BY month, setting) AS placements_all_routes FROM cell
            )
            SELECT
              month,
              coalesce(setting, 'All') AS setting,
              coalesce(purchase_route, 'All') AS purchase_route,
              placements,
              weekly_value,
              100 * placements / placements_all_routes AS share_percent,
              placements_all_routes AS _placements_all_routes,
              top_provider AS _weekly_value_top_provider_percent
            FROM with_all
            """);

    private RouteOfNew() {}
}
