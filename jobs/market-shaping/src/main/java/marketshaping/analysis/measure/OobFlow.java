package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/**
 * Placements in accommodation with care that started, and those that ended, in the last 12 months, by tier and setting.
 */
public final class OobFlow {

    public static final Measure MEASURE = new Measure(
            "oob_flow",
            Section.OUT_OF_BOROUGH,
            "Placements in accommodation with care that started or ended in the last 12 months, by where care is given",
            new Definition(
                    "Placements are counted if their first day (started) or last day (ended) is in the period. The"
                            + " people with those placements are counted too.",
                    "",
                    "The period is the last 12 months up to and including the as-at date. Year-before columns use the"
                            + " 12 months before those.",
                    "Home care, day support, direct payments, respite and other settings are not counted.",
                    "Placements that could not be located have a tier of their own."),
            List.of(),
            List.of(
                    Column.dimension("tier"),
                    Column.dimension("setting"),
                    Column.count("started_placements"),
                    Column.count("started_people"),
                    Column.count("ended_placements"),
                    Column.count("ended_people"),
                    Column.count("started_placements_year_before"),
                    Column.count("started_people_year_before"),
                    Column.count("ended_placements_year_before"),
                    Column.count("ended_people_year_before")),
            """
            WITH sums AS (
              SELECT tier, setting, person,
                count_if(start_date BETWEEN first_day AND last_day) AS started,
                count_if(end_date BETWEEN first_day AND last_day) AS ended,
                count_if(start_date BETWEEN first_day_before AND last_day_before) AS started_before,
                count_if(end_date BETWEEN first_day_before AND last_day_before) AS ended_before
              FROM placement JOIN headline_period ON period = 'Last 12 months'
              WHERE accommodation
                AND (start_date BETWEEN first_day_before AND last_day
                  OR end_date BETWEEN first_day_before AND last_day)
              GROUP BY person, CUBE (tier, setting)
            )
            SELECT
              coalesce(tier, 'All') AS tier,
              coalesce(setting, 'All') AS setting,
              sum(started) AS started_placements,
              count_if(started > 0) AS started_people,
              sum(ended) AS ended_placements,
              count_if(ended > 0) AS ended_people,
              sum(started_before) AS started_placements_year_before,
              count_if(started_before > 0) AS started_people_year_before,
              sum(ended_before) AS ended_placements_year_before,
              count_if(ended_before > 0) AS ended_people_year_before
            FROM sums
            GROUP BY sums.tier, sums.setting
            """);

    private OobFlow() {}
}
