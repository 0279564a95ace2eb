package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/**
 * People and placements in accommodation with care by host council, with weekly cost, ratings and notifications of that
 * council.
 */
public final class OobHosts {

    public static final Measure MEASURE = new Measure(
            "oob_hosts",
            Section.OUT_OF_BOROUGH,
            "People and placements in accommodation with care, by host council",
            new Definition(
                    "People and placements in accommodation with care are counted by host council and the tier of"
                            + " that council. Ratings count placements by the regulator's overall rating of their"
                            + " location. A location that has left the register counts as deregistered, whatever its"
                            + " rating was.",
                    "The notified percentage covers placements outside the borough with a record of whether the host"
                            + " council was notified.",
                    "Placements were active on the as-at date.",
                    "Home care, day support, direct payments, respite and other settings are not counted.",
                    "Placements that could not be located have a tier of their own. Placements without a location, or"
                            + " with a location that is not found or has no rating, count as not rated. The weekly"
                            + " cost is the sum of the known costs."),
            List.of(),
            List.of(
                    Column.dimension("tier"),
                    Column.dimension("host_code"),
                    Column.dimension("host_name"),
                    Column.count("people"),
                    Column.count("placements"),
                    Column.money("weekly_cost", "£ a week", "people"),
                    Column.percent("notified_percent", "notified", "_notification_recorded"),
                    Column.count("notified"),
                    Column.count("notification_not_recorded"),
                    Column.count("outstanding").needing("providers"),
                    Column.count("good").needing("providers"),
                    Column.count("requires_improvement").needing("providers"),
                    Column.count("inadequate").needing("providers"),
                    Column.count("not_rated").needing("providers"),
                    Column.count("deregistered").needing("providers"),
                    Column.count("_notification_recorded"),
                    TopProvider.of("weekly_cost", "people")),
            """
            -- People with one placement are added up; only people with several are counted one by one.
            WITH line AS (
              SELECT tier,
                coalesce(host_code, 'Not located') AS host_code,
                coalesce(host_name, 'Not located') AS host_name,
                provider_id, weekly_cost, quality,
                if(out_of_borough, host_authority_notified, NULL) AS notified,
                out_of_borough AND host_authority_notified IS NULL AS not_recorded,
                CASE WHEN count(*) OVER (PARTITION BY person) > 1 THEN person END AS several
              FROM active
              WHERE as_at = :as_at AND accommodation
            ),
            fine AS (
              SELECT tier, host_code, host_name, several, provider_id,
                count(*) AS placements,
                count_if(notified) AS notified,
                count(notified) AS recorded,
                count_if(not_recorded) AS not_recorded,
                count_if(quality = 'Outstanding') AS outstanding,
                count_if(quality = 'Good') AS good,
                count_if(quality = 'Requires improvement') AS requires_improvement,
                count_if(quality = 'Inadequate') AS inadequate,
                count_if(quality = 'Not rated') AS not_rated,
                count_if(quality = 'No longer registered') AS deregistered,
                sum(weekly_cost) AS weekly_cost,
                sum(greatest(weekly_cost, 0)) AS cost_above_zero
              FROM line
              GROUP BY tier, host_code, host_name, several, provider_id
            ),
            -- By person and, separately, by provider.
            sums AS (
              SELECT tier, host_code, host_name, several, provider_id,
                grouping(several) = 1 AS of_provider,
                sum(placements) AS placements,
                sum(notified) AS notified,
                sum(recorded) AS recorded,
                sum(not_recorded) AS not_recorded,
                sum(outstanding) AS outstanding,
                sum(good) AS good,
                sum(requires_improvement) AS requires_improvement,
                sum(inadequate) AS inadequate,
                sum(not_rated) AS not_rated,
                sum(deregistered) AS deregistered,
                sum(weekly_cost) AS weekly_cost,
                sum(cost_above_zero) AS cost_above_zero
              FROM fine
              GROUP BY
                GROUPING SETS ((tier, host_code, host_name), (tier), ()),
                GROUPING SETS ((several), (provider_id))
            ),
            cell AS (
              SELECT tier, host_code, host_name,
                sum(if(several IS NULL, placements, 1)) FILTER (WHERE NOT of_provider) AS people,
                sum(placements) FILTER (WHERE NOT of_provider) AS placements,
                sum(notified) FILTER (WHERE NOT of_provider) AS notified,
                sum(recorded) FILTER (WHERE NOT of_provider) AS recorded,
                sum(not_recorded) FILTER (WHERE NOT of_provider) AS not_recorded,
                sum(outstanding) FILTER (WHERE NOT of_provider) AS outstanding,
                sum(good) FILTER (WHERE NOT of_provider) AS good,
                sum(requires_improvement) FILTER (WHERE NOT of_provider) AS requires_improvement,
                sum(inadequate) FILTER (WHERE NOT of_provider) AS inadequate,
                sum(not_rated) FILTER (WHERE NOT of_provider) AS not_rated,
                sum(deregistered) FILTER (WHERE NOT of_provider) AS deregistered,
                sum(weekly_cost) FILTER (WHERE NOT of_provider) AS weekly_cost,
                100 * double(max(cost_above_zero) FILTER (WHERE provider_id IS NOT NULL))
                  / nullif(double(sum(cost_above_zero) FILTER (WHERE NOT of_provider)), 0) AS top_provider
              FROM sums
              GROUP BY tier, host_code, host_name
              HAVING sum(placements) > 0
            )
            SELECT
              coalesce(tier, 'All') AS tier,
              coalesce(host_code, 'All') AS host_code,
              coalesce(host_name, 'All') AS host_name,
              people,
              placements,
              weekly_cost,
              100 * notified / nullif(recorded, 0) AS notified_percent,
              notified,
              not_recorded AS notification_not_recorded,
              outstanding, good, requires_improvement, inadequate, not_rated, deregistered,
              recorded AS _notification_recorded,
              top_provider AS _weekly_cost_top_provider_percent
            FROM cell
            """);

    private OobHosts() {}
}
