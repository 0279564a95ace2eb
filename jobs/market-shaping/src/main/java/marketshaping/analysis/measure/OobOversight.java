package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** People in accommodation with care outside the borough, and how many had a visit or review in the last 12 months. */
public final class OobOversight {

    public static final Measure MEASURE = new Measure(
            "oob_oversight",
            Section.OUT_OF_BOROUGH,
            "People placed outside the borough who were seen in the last 12 months",
            new Definition(
                    "The table counts people in accommodation with care outside the borough, and how many of them"
                            + " were seen. Seen means a visit or review in the last 12 months, wherever it took place.",
                    "The first percentage covers all people in accommodation with care outside the borough. The"
                            + " second covers those whose placement started at least 12 months before the as-at date.",
                    "Placements were active on the as-at date, and visits took place on or before it; year-before"
                            + " columns use the same day one year earlier.",
                    "People whose placement could not be located are not counted.",
                    "People without any visit or review on record count as never seen. They are included in the"
                            + " percentages but not in the median. Year-before figures use visits up to that date. If"
                            + " the extract of visits begins later, these figures show fewer people seen."),
            List.of("visits"),
            List.of(
                    Column.dimension("setting"),
                    Column.count("people"),
                    Column.count("seen_12_months"),
                    Column.percent("seen_percent", "seen_12_months", "people"),
                    Column.count("placed_12_months"),
                    Column.percent("seen_of_placed_12_months_percent", "_seen_of_placed_12_months", "placed_12_months"),
                    Column.count("never_seen"),
                    Column.days("median_days_since_seen", "_ever_seen"),
                    Column.count("people_year_before"),
                    Column.count("seen_12_months_year_before"),
                    Column.percent("seen_percent_year_before", "seen_12_months_year_before", "people_year_before"),
                    Column.count("placed_12_months_year_before"),
                    Column.percent(
                            "seen_of_placed_12_months_percent_year_before",
                            "_seen_of_placed_12_months_year_before",
                            "placed_12_months_year_before"),
                    Column.count("never_seen_year_before"),
                    Column.days("median_days_since_seen_year_before", "_ever_seen_year_before"),
                    Column.count("_seen_of_placed_12_months"),
                    Column.count("_ever_seen"),
                    Column.count("_seen_of_placed_12_months_year_before"),
                    Column.count("_ever_seen_year_before")),
            """
            WITH line AS (
              SELECT setting, person, start_date,
                as_at = :as_at AS now,
                if(as_at = :as_at, last_seen, last_seen_year_before) AS seen_on,
                if(as_at = :as_at, first_day, first_day_before) AS first_day
              FROM active JOIN headline_period ON period = 'Last 12 months'
              WHERE as_at IN (:as_at, :year_before) AND accommodation AND out_of_borough
            ),
            individual AS (
              SELECT setting, now,
                max(seen_on) >= max(first_day) AS seen,
                min(start_date) < max(first_day) AS placed_12_months,
                max(seen_on) IS NOT NULL AS ever_seen,
                datediff(if(now, :as_at, :year_before), max(seen_on)) AS days_since_seen
              FROM line
              GROUP BY now, person, CUBE (setting)
            ),
            cell AS (
              SELECT setting,
                count_if(now) AS people,
                count_if(now AND seen) AS seen_12_months,
                count_if(now AND placed_12_months) AS placed_12_months,
                count_if(now AND placed_12_months AND seen) AS seen_of_placed_12_months,
                count_if(now AND ever_seen) AS ever_seen,
                percentile(if(now, days_since_seen, NULL), 0.5) AS median_days_since_seen,
                count_if(NOT now) AS people_before,
                count_if(NOT now AND seen) AS seen_12_months_before,
                count_if(NOT now AND placed_12_months) AS placed_12_months_before,
                count_if(NOT now AND placed_12_months AND seen) AS seen_of_placed_12_months_before,
                count_if(NOT now AND ever_seen) AS ever_seen_before,
                percentile(if(now, NULL, days_since_seen), 0.5) AS median_days_since_seen_before
              FROM individual
              GROUP BY setting
            )
            SELECT
              coalesce(setting, 'All') AS setting,
              people,
              seen_12_months,
              100 * seen_12_months / nullif(people, 0) AS seen_percent,
              placed_12_months,
              100 * seen_of_placed_12_months / nullif(placed_12_months, 0) AS seen_of_placed_12_months_percent,
              people - ever_seen AS never_seen,
              median_days_since_seen,
              people_before AS people_year_before,
              seen_12_months_before AS seen_12_months_year_before,
              100 * seen_12_months_before / nullif(people_before, 0) AS seen_percent_year_before,
              placed_12_months_before AS placed_12_months_year_before,
              100 * seen_of_placed_12_months_before / nullif(placed_12_months_before, 0)
                AS seen_of_placed_12_months_percent_year_before,
              people_before - ever_seen_before AS never_seen_year_before,
              median_days_since_seen_before AS median_days_since_seen_year_before,
              seen_of_placed_12_months AS _seen_of_placed_12_months,
              ever_seen AS _ever_seen,
              seen_of_placed_12_months_before AS _seen_of_placed_12_months_year_before,
              ever_seen_before AS _ever_seen_year_before
            FROM cell
            """);

    private OobOversight() {}
}
