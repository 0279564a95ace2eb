package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Numbers of people in long-term support on the as-at date: in total, in care homes, and in each setting. */
public final class LongTermSupport {

    public static final Measure MEASURE = new Measure(
            "long_term_support",
            Section.OUT_OF_BOROUGH,
            "People in long-term support",
            new Definition(
                    "People and placements in long-term support are counted by kind of support. A person with two"
                            + " kinds of support is counted in both rows, but only once under All. Care homes are"
                            + " residential and nursing care together.",
                    "The percentage covers people in long-term support of any kind.",
                    "Placements were active on the as-at date; year-before columns use the same day one year earlier.",
                    "Respite and other settings are not counted.",
                    ""),
            List.of(),
            List.of(
                    Column.dimension("support"),
                    Column.count("people"),
                    Column.count("placements"),
                    Column.percent("people_percent", "people", "_people_in_all"),
                    Column.count("people_year_before"),
                    Column.count("_people_in_all")),
            """
            WITH line AS (
              SELECT explode(array_compact(array(
                  'All long-term support',
                  CASE WHEN setting IN ('Residential care', 'Nursing care') THEN 'Care homes' END,
                  setting))) AS support,
                person,
                as_at = :as_at AS now
              FROM active
              WHERE as_at IN (:as_at, :year_before) AND long_term
            ),
            individual AS (
              SELECT support, person, count_if(now) AS placements, count_if(NOT now) AS placements_before
              FROM line
              GROUP BY support, person
            ),
            cell AS (
              SELECT support,
                count_if(placements > 0) AS people,
                sum(placements) AS placements,
                count_if(placements_before > 0) AS people_year_before
              FROM individual
              GROUP BY support
            ),
            -- The row All contains everybody, so it is the largest.
            with_all AS (SELECT *, max(people) OVER () AS people_in_all FROM cell)
            SELECT
              support,
              people,
              placements,
              100 * people / nullif(people_in_all, 0) AS people_percent,
              people_year_before,
              people_in_all AS _people_in_all
            FROM with_all
            """);

    private LongTermSupport() {}
}
