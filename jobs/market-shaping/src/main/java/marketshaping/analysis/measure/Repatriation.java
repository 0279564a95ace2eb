package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/**
 * People in accommodation with care outside the borough for lack of local capacity, with their cost and the cost of a
 * place in the borough.
 */
public final class Repatriation {

    public static final Measure MEASURE = new Measure(
            "repatriation",
            Section.OUT_OF_BOROUGH,
            "People placed outside the borough for lack of local capacity, and the cost of a local place",
            new Definition(
                    "People in accommodation with care outside the borough are counted if the recorded reason is no"
                            + " local capacity. For each placement, the difference is its weekly cost minus the"
                            + " in-borough median for the same setting and need. The annual difference is the sum of"
                            + " these differences x 365/7. It is above zero if placing people outside the borough"
                            + " costs more.",
                    "",
                    "Placements were active on the as-at date.",
                    "The median leaves out placements without a weekly price, which are placements without a cost,"
                            + " one-off costs and credits.",
                    "Placements without a weekly price, or without a comparison in the borough, are counted but left"
                            + " out of the annual difference. The weekly cost is the sum of the known costs."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.dimension("need_group"),
                    Column.count("people"),
                    Column.money("weekly_cost", "£ a week", "people"),
                    Column.money("in_borough_median_weekly", "£ a week", "in_borough_placements"),
                    Column.money("annual_difference", "£ a year", "_compared"),
                    Column.count("placements"),
                    Column.count("placements_without_comparison"),
                    Column.count("in_borough_placements"),
                    Column.count("_compared"),
                    TopProvider.of("weekly_cost", "people"),
                    TopProvider.of("in_borough_median_weekly", "in_borough_placements"),
                    TopProvider.of("annual_difference", "_compared")),
            """
            WITH in_borough_price AS (
              SELECT setting, need_group, weekly_cost, count(*) AS lines
              FROM active
              WHERE as_at = :as_at AND accommodation AND tier = 'In borough' AND weekly_cost > 0
              GROUP BY setting, need_group, weekly_cost
            ),
            in_borough AS (
              SELECT setting, need_group, CAST(percentile(weekly_cost, 0.5, lines) AS DECIMAL(20, 8)) AS median
              FROM in_borough_price
              GROUP BY CUBE (setting, need_group)
            ),
            -- Placements away for lack of capacity, and priced placements in the borough. People with one placement
            -- away are added up; only people with several are counted one by one.
            line AS (
              SELECT setting, need_group, provider_id, weekly_cost,
                out_of_borough AS away,
                out_of_borough AND weekly_cost > 0 AS priced,
                CASE WHEN out_of_borough AND count(*) OVER (PARTITION BY out_of_borough, person) > 1 THEN person END
                  AS several
              FROM active
              WHERE as_at = :as_at AND accommodation
                AND if(out_of_borough, out_of_borough_reason = 'No local capacity',
                  tier = 'In borough' AND weekly_cost > 0)
            ),
            fine AS (
              SELECT setting, need_group, several, provider_id,
                count_if(away) AS placements,
                count_if(NOT away) AS in_borough_placements,
                count_if(priced) AS priced,
                sum(weekly_cost) FILTER (WHERE priced) AS priced_cost,
                sum(weekly_cost) FILTER (WHERE away) AS weekly_cost,
                sum(greatest(weekly_cost, 0)) FILTER (WHERE away) AS cost_above_zero,
                sum(weekly_cost) FILTER (WHERE NOT away) AS in_borough_cost
              FROM line
              GROUP BY setting, need_group, several, provider_id
            ),
            -- Each group with the in-borough median of its own setting and need.
            with_median AS (
              SELECT fine.*,
                if(median IS NULL, 0, priced) AS compared,
                priced_cost - CAST(priced AS DECIMAL(10, 0)) * median AS dearer_by
              FROM fine LEFT JOIN in_borough USING (setting, need_group)
            ),
            -- By person and, separately, by provider.
            sums AS (
              SELECT setting, need_group, several, provider_id,
                grouping(several) = 1 AS of_provider,
                sum(placements) AS placements,
                sum(in_borough_placements) AS in_borough_placements,
                sum(compared) AS compared,
                sum(dearer_by) AS dearer_by,
                sum(weekly_cost) AS weekly_cost,
                sum(cost_above_zero) AS cost_above_zero,
                sum(in_borough_cost) AS in_borough_cost
              FROM with_median
              GROUP BY CUBE (setting, need_group), GROUPING SETS ((several), (provider_id))
            ),
            cell AS (
              SELECT setting, need_group,
                sum(if(several IS NULL, placements, 1)) FILTER (WHERE NOT of_provider) AS people,
                sum(placements) FILTER (WHERE NOT of_provider) AS placements,
                sum(in_borough_placements) FILTER (WHERE NOT of_provider) AS in_borough_placements,
                sum(compared) FILTER (WHERE NOT of_provider) AS compared,
                CAST(sum(dearer_by) FILTER (WHERE NOT of_provider) AS DECIMAL(28, 8)) AS dearer_by,
                sum(weekly_cost) FILTER (WHERE NOT of_provider) AS weekly_cost,
                100 * double(max(cost_above_zero) FILTER (WHERE provider_id IS NOT NULL))
                  / nullif(double(sum(cost_above_zero) FILTER (WHERE NOT of_provider)), 0) AS top_provider,
                100 * double(max(in_borough_cost) FILTER (WHERE provider_id IS NOT NULL))
                  / nullif(double(sum(in_borough_cost) FILTER (WHERE NOT of_provider)), 0) AS top_provider_in_borough
              FROM sums
              GROUP BY setting, need_group
              HAVING sum(sums.placements) > 0
            )
            SELECT
              coalesce(cell.setting, 'All') AS setting,
              coalesce(cell.need_group, 'All') AS need_group,
              people,
              weekly_cost,
              median AS in_borough_median_weekly,
              dearer_by * 365 / 7 AS annual_difference,
              placements,
              placements - compared AS placements_without_comparison,
              in_borough_placements,
              compared AS _compared,
              top_provider AS _weekly_cost_top_provider_percent,
              top_provider_in_borough AS _in_borough_median_weekly_top_provider_percent,
              top_provider AS _annual_difference_top_provider_percent
            FROM cell LEFT JOIN in_borough
              ON in_borough.setting <=> cell.setting AND in_borough.need_group <=> cell.need_group
            """);

    private Repatriation() {}
}
