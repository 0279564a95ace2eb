package marketshaping.measure;

import java.util.List;
import marketshaping.table.Column;

/** Whether people placed out of the borough have been seen: a visit or a review in the last 12 months. */
public final class OobOversight {

    public static final Measure MEASURE = new Measure(
            "oob_oversight",
            Section.OUT_OF_BOROUGH,
            "People placed out of the borough who were seen in the last 12 months",
            new Definition(
                    "People with a visit or a review in the last 12 months, wherever it took place.",
                    "People in accommodation with care out of the borough; beside it, those of them whose placement"
                            + " started at least 12 months before the as-at date.",
                    "Active on the as-at date; seen on or before it.",
                    "People whose placement could not be located.",
                    "People without any visit or review on record are never seen; they are in the percentages and not"
                            + " in the median."),
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
                    Column.count("_seen_of_placed_12_months"),
                    Column.count("_ever_seen")),
            """
            WITH individual AS (
              SELECT setting, person,
                max(last_seen) AS last_seen,
                max(last_seen) >= max(first_day) AS seen,
                min(start_date) < max(first_day) AS placed_12_months
              FROM active JOIN headline_period ON period = 'Last 12 months'
              WHERE as_at = :as_at AND accommodation AND out_of_borough
              GROUP BY person, CUBE (setting)
            ),
            cell AS (
              SELECT setting,
                count(*) AS people,
                count_if(seen) AS seen_12_months,
                count_if(placed_12_months) AS placed_12_months,
                count_if(placed_12_months AND seen) AS seen_of_placed_12_months,
                count(last_seen) AS ever_seen,
                percentile(datediff(:as_at, last_seen), 0.5) AS median_days_since_seen
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
              seen_of_placed_12_months AS _seen_of_placed_12_months,
              ever_seen AS _ever_seen
            FROM cell
            """);

    private OobOversight() {}
}
