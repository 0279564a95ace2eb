package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Everybody in long-term support on the as-at date: all of it, care homes together, and each setting. */
public final class LongTermSupport {

    public static final Measure MEASURE = new Measure(
            "long_term_support",
            Section.OUT_OF_BOROUGH,
            "People in long-term support",
            new Definition(
                    "People and placements in long-term support; a person with two kinds of support is in both rows"
                            + " and once in all. Care homes are residential and nursing care.",
                    "People in long-term support of any kind.",
                    "Active on the as-at date, and on the same day a year before.",
                    "Respite and other settings.",
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
            -- All holds everybody, so it is the largest.
            beside_all AS (SELECT *, max(people) OVER () AS people_in_all FROM cell)
            SELECT
              support,
              people,
              placements,
              100 * people / nullif(people_in_all, 0) AS people_percent,
              people_year_before,
              people_in_all AS _people_in_all
            FROM beside_all
            """);

    private LongTermSupport() {}
}
