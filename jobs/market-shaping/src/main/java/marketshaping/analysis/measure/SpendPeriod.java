package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/**
 * Spend in the month, the financial year to date and the last 12 months, each compared with the same period a year
 * before.
 */
public final class SpendPeriod {

    public static final Measure MEASURE = new Measure(
            "spend_period",
            Section.FRAMEWORK_AND_SPOT,
            "Spend by purchase route, compared with the same period a year before",
            new Definition(
                    "Spend is the weekly cost x days in the period / 7. A one-off cost is counted in full in the"
                            + " period that includes the placement's first day. The first and last days of a placement"
                            + " are both counted.",
                    "Change is a percentage of the spend in the same period a year before.",
                    "The month, the financial year to date and the last 12 months all end on the as-at date.",
                    "",
                    "Placements without a cost add nothing. If no placement in the row has a cost, spend is shown as"
                            + " not known. Placements whose route is not recorded have a row of their own."),
            List.of(),
            List.of(
                    Column.dimension("period"),
                    Column.dimension("setting"),
                    Column.dimension("purchase_route"),
                    Column.money("spend", "£", "_people"),
                    Column.money("spend_year_before", "£", "_people_year_before"),
                    Column.share("change_percent", "_people_in_both"),
                    Column.count("_people"),
                    Column.count("_people_year_before"),
                    Column.count("_people_in_both"),
                    TopProvider.of("spend", "_people"),
                    TopProvider.of("spend_year_before", "_people_year_before"),
                    TopProvider.of("change_percent", "_people_in_both")),
            """
            WITH line AS (
              SELECT period, setting, purchase_route, person, provider_id, weekly_cost, one_off_cost,
                greatest(0, 1 + datediff(least(end_date, last_day), greatest(start_date, first_day))) AS days,
                greatest(0, 1 + datediff(least(end_date, last_day_before), greatest(start_date, first_day_before)))
                  AS days_before,
                start_date BETWEEN first_day AND last_day AS begins,
                start_date BETWEEN first_day_before AND last_day_before AS begins_before
              FROM placement JOIN headline_period
                ON start_date <= last_day AND (end_date IS NULL OR end_date >= first_day_before)
            ),
            -- Amounts are in sevenths of a pound, so that they are divided only once, at the end.
            -- People with one placement are added up; only people with several are counted one by one.
            cost AS (
              SELECT period, setting, purchase_route, provider_id,
                CASE WHEN count(*) OVER (PARTITION BY period, person) > 1 THEN person END AS several,
                days > 0 AS now,
                days_before > 0 AS before,
                if(days > 0, weekly_cost * days + if(begins, 7 * one_off_cost, 0), NULL) AS sevenths,
                if(days_before > 0, weekly_cost * days_before + if(begins_before, 7 * one_off_cost, 0), NULL)
                  AS sevenths_before
              FROM line
              WHERE days > 0 OR days_before > 0
            ),
            -- By person and, separately, by provider. Summing small groups first keeps the roll-up cheap.
            fine AS (
              SELECT period, setting, purchase_route, several, provider_id,
                grouping(several) = 1 AS of_provider,
                count_if(now) AS placements,
                count_if(before) AS placements_before,
                sum(sevenths) AS sevenths,
                sum(sevenths_before) AS sevenths_before,
                sum(greatest(sevenths, 0)) AS above_zero,
                sum(greatest(sevenths_before, 0)) AS above_zero_before
              FROM cost
              GROUP BY period, setting, purchase_route, GROUPING SETS ((several), (provider_id))
            ),
            sums AS (
              SELECT period, setting, purchase_route, several, provider_id, of_provider,
                sum(placements) AS placements,
                sum(placements_before) AS placements_before,
                sum(sevenths) AS sevenths,
                sum(sevenths_before) AS sevenths_before,
                sum(above_zero) AS above_zero,
                sum(above_zero_before) AS above_zero_before
              FROM fine
              GROUP BY period, CUBE (setting, purchase_route), several, provider_id, of_provider
            ),
            cell AS (
              SELECT period, setting, purchase_route,
                sum(if(several IS NULL, placements, least(placements, 1))) FILTER (WHERE NOT of_provider) AS people,
                sum(if(several IS NULL, placements_before, least(placements_before, 1))) FILTER (WHERE NOT of_provider)
                  AS people_before,
                if(sum(placements) FILTER (WHERE NOT of_provider) = 0, 0,
                  cast(sum(sevenths) FILTER (WHERE NOT of_provider) AS DECIMAL(28, 8)) / 7) AS spend,
                if(sum(placements_before) FILTER (WHERE NOT of_provider) = 0, 0,
                  cast(sum(sevenths_before) FILTER (WHERE NOT of_provider) AS DECIMAL(28, 8)) / 7) AS spend_before,
                100 * double(max(above_zero) FILTER (WHERE provider_id IS NOT NULL))
                  / nullif(double(sum(above_zero) FILTER (WHERE NOT of_provider)), 0) AS top_provider,
                100 * double(max(above_zero_before) FILTER (WHERE provider_id IS NOT NULL))
                  / nullif(double(sum(above_zero_before) FILTER (WHERE NOT of_provider)), 0) AS top_provider_before
              FROM sums
              GROUP BY period, setting, purchase_route
            )
            SELECT
              period,
              coalesce(setting, 'All') AS setting,
              coalesce(purchase_route, 'All') AS purchase_route,
              spend,
              spend_before AS spend_year_before,
              100 * double(spend - spend_before) / nullif(double(spend_before), 0) AS change_percent,
              people AS _people,
              people_before AS _people_year_before,
              least(people, people_before) AS _people_in_both,
              top_provider AS _spend_top_provider_percent,
              top_provider_before AS _spend_year_before_top_provider_percent,
              greatest(top_provider, top_provider_before) AS _change_percent_top_provider_percent
            FROM cell
            """);

    private SpendPeriod() {}
}
