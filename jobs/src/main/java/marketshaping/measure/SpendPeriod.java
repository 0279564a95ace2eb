package marketshaping.measure;

import java.util.List;
import marketshaping.table.Column;

/** What care cost in the month, the financial year to date and the last 12 months, beside the same a year before. */
public final class SpendPeriod {

    public static final Measure MEASURE = new Measure(
            "spend_period",
            Section.FRAMEWORK_AND_SPOT,
            "Spend by purchase route, beside the same period a year before",
            new Definition(
                    "Weekly cost x days in the period / 7, and the whole of a one-off cost in the period that holds the"
                            + " first day of the placement. Both the first and the last day of a placement are counted.",
                    "Change: of the spend in the same period a year before.",
                    "The month, the financial year to date and the last 12 months, each up to the as-at date.",
                    "",
                    "Placements without a cost add nothing. Placements whose route is not recorded are a row of their"
                            + " own."),
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
            cost AS (
              SELECT *,
                weekly_cost * days AS week_days,
                weekly_cost * days_before AS week_days_before,
                if(begins, one_off_cost, 0) AS one_off,
                if(begins_before, one_off_cost, 0) AS one_off_before
              FROM line
              WHERE days > 0 OR days_before > 0
            ),
            -- By person, and beside that by provider.
            sums AS (
              SELECT period, setting, purchase_route, person, provider_id,
                max(days) AS days,
                max(days_before) AS days_before,
                sum(week_days) AS week_days,
                sum(week_days_before) AS week_days_before,
                sum(one_off) AS one_off,
                sum(one_off_before) AS one_off_before,
                sum(greatest(week_days / 7 + one_off, 0)) AS spend_above_nought,
                sum(greatest(week_days_before / 7 + one_off_before, 0)) AS spend_above_nought_before
              FROM cost
              GROUP BY period, CUBE (setting, purchase_route), GROUPING SETS ((person), (provider_id))
            ),
            cell AS (
              SELECT period, setting, purchase_route,
                count_if(person IS NOT NULL AND days > 0) AS people,
                count_if(person IS NOT NULL AND days_before > 0) AS people_before,
                cast(sum(week_days) FILTER (WHERE person IS NOT NULL) AS DECIMAL(28, 8)) / 7
                  + cast(sum(one_off) FILTER (WHERE person IS NOT NULL) AS DECIMAL(28, 2)) AS spend,
                cast(sum(week_days_before) FILTER (WHERE person IS NOT NULL) AS DECIMAL(28, 8)) / 7
                  + cast(sum(one_off_before) FILTER (WHERE person IS NOT NULL) AS DECIMAL(28, 2)) AS spend_before,
                100 * double(max(spend_above_nought) FILTER (WHERE provider_id IS NOT NULL))
                  / nullif(double(sum(spend_above_nought) FILTER (WHERE person IS NOT NULL)), 0) AS top_provider,
                100 * double(max(spend_above_nought_before) FILTER (WHERE provider_id IS NOT NULL))
                  / nullif(double(sum(spend_above_nought_before) FILTER (WHERE person IS NOT NULL)), 0)
                  AS top_provider_before
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
