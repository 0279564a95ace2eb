package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** People in accommodation with care outside the borough by recorded reason, and which reasons are avoidable. */
public final class OobReasons {

    public static final Measure MEASURE = new Measure(
            "oob_reasons",
            Section.OUT_OF_BOROUGH,
            "Reasons for placing people in accommodation with care outside the borough",
            new Definition(
                    "People and placements in accommodation with care outside the borough are counted by recorded"
                            + " reason. A placement is avoidable if its recorded reason is no local capacity.",
                    "The percentage covers placements outside the borough in the same setting whose reason is"
                            + " recorded.",
                    "Placements were active on the as-at date; year-before columns use the same day one year earlier.",
                    "Placements in the borough, and those that could not be located, are not counted.",
                    "Placements whose reason is not recorded have a row of their own and are left out of the"
                            + " percentages. The weekly cost is the sum of the known costs."),
            List.of(),
            List.of(
                    Column.dimension("reason"),
                    Column.dimension("setting"),
                    Column.count("people"),
                    Column.count("placements"),
                    Column.percent("share_percent", "placements", "_share_of"),
                    Column.text("avoidable"),
                    Column.money("weekly_cost", "£ a week", "people"),
                    Column.count("placements_year_before"),
                    Column.count("_share_of"),
                    TopProvider.of("weekly_cost", "people")),
            """
            -- People with one placement are added up; only people with several are counted one by one.
            WITH line AS (
              SELECT out_of_borough_reason AS reason, setting, provider_id, weekly_cost,
                as_at = :as_at AS now,
                CASE WHEN count(*) OVER (PARTITION BY as_at, person) > 1 THEN person END AS several
              FROM active
              WHERE as_at IN (:as_at, :year_before) AND accommodation AND out_of_borough
            ),
            fine AS (
              SELECT reason, setting, several, provider_id,
                count_if(now) AS placements,
                count_if(NOT now) AS placements_before,
                sum(weekly_cost) FILTER (WHERE now) AS weekly_cost,
                sum(greatest(weekly_cost, 0)) FILTER (WHERE now) AS cost_above_zero
              FROM line
              GROUP BY reason, setting, several, provider_id
            ),
            -- By person and, separately, by provider.
            sums AS (
              SELECT reason, setting, several, provider_id,
                grouping(several) = 1 AS of_provider,
                sum(placements) AS placements,
                sum(placements_before) AS placements_before,
                sum(weekly_cost) AS weekly_cost,
                sum(cost_above_zero) AS cost_above_zero
              FROM fine
              GROUP BY CUBE (reason, setting), GROUPING SETS ((several), (provider_id))
            ),
            cell AS (
              SELECT reason, setting,
                sum(if(several IS NULL, placements, least(placements, 1))) FILTER (WHERE NOT of_provider) AS people,
                sum(placements) FILTER (WHERE NOT of_provider) AS placements,
                sum(placements_before) FILTER (WHERE NOT of_provider) AS placements_before,
                sum(weekly_cost) FILTER (WHERE NOT of_provider) AS weekly_cost,
                100 * double(max(cost_above_zero) FILTER (WHERE provider_id IS NOT NULL))
                  / nullif(double(sum(cost_above_zero) FILTER (WHERE NOT of_provider)), 0) AS top_provider
              FROM sums
              GROUP BY reason, setting
              HAVING sum(sums.placements + sums.placements_before) > 0
            ),
            with_recorded AS (
              SELECT *, sum(if(reason <> 'Not recorded', placements, 0)) OVER (PARTITION BY setting) AS recorded
              FROM cell
            )
            SELECT
              coalesce(reason, 'All') AS reason,
              coalesce(setting, 'All') AS setting,
              people,
              placements,
              CASE WHEN reason IS NULL THEN 100 * recorded / nullif(recorded, 0)
                WHEN reason <> 'Not recorded' THEN 100 * placements / nullif(recorded, 0) END AS share_percent,
              CASE WHEN reason IS NULL THEN 'All'
                WHEN reason = 'No local capacity' THEN 'Yes'
                WHEN reason = 'Not recorded' THEN 'Not known'
                ELSE 'No' END AS avoidable,
              weekly_cost,
              placements_before AS placements_year_before,
              if(reason IS NULL, placements, recorded) AS _share_of,
              top_provider AS _weekly_cost_top_provider_percent
            FROM with_recorded
            """);

    private OobReasons() {}
}
