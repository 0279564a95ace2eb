package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/**
 * People in long-term support in the placements input, compared with those in the national client level data return.
 */
public final class CldCheck {

    public static final Measure MEASURE = new Measure(
            "cld_check",
            Section.QUALITY_AND_DATA,
            "People in the placements compared with the national return",
            new Definition(
                    "The table counts people in long-term support who are in the placements, in the national client"
                            + " level data return, in both, and in only one of them. A person with two kinds of"
                            + " support is counted in both rows, but only once under All.",
                    "Agreement is the percentage of people in either source who are in both.",
                    "Support was active on the as-at date. The return contains no services after the end of its"
                            + " reporting period.",
                    "Respite and other settings, and services for unpaid carers, are not counted.",
                    ""),
            List.of("client_level_data"),
            List.of(
                    Column.dimension("support"),
                    Column.count("people_in_placements"),
                    Column.count("people_in_return"),
                    Column.count("people_in_both"),
                    Column.count("only_in_placements"),
                    Column.count("only_in_return"),
                    Column.percent("agreement_percent", "people_in_both", "_people_in_either"),
                    Column.count("_people_in_either")),
            """
            WITH line AS (
              SELECT setting, person, true AS placed FROM active WHERE as_at = :as_at
              UNION ALL
              SELECT setting, person, false FROM returned_event
              WHERE service AND service_type LIKE 'Long term support%'
                AND start_date <= :as_at AND (end_date IS NULL OR end_date >= :as_at)
            ),
            supported AS (
              SELECT explode(array(
                  'All long-term support',
                  CASE WHEN l.setting IN ('Residential care', 'Nursing care') THEN l.setting
                       ELSE 'Community support' END)) AS support,
                person,
                placed
              FROM line l JOIN setting_list s ON s.setting = l.setting AND s.long_term
            ),
            individual AS (
              SELECT support, person, max(placed) AS in_placements, max(NOT placed) AS in_return
              FROM supported
              GROUP BY support, person
            ),
            cell AS (
              SELECT support,
                count_if(in_placements) AS people_in_placements,
                count_if(in_return) AS people_in_return,
                count_if(in_placements AND in_return) AS people_in_both,
                count_if(NOT in_return) AS only_in_placements,
                count_if(NOT in_placements) AS only_in_return,
                count(*) AS people_in_either
              FROM individual
              GROUP BY support
            )
            SELECT
              support,
              people_in_placements,
              people_in_return,
              people_in_both,
              only_in_placements,
              only_in_return,
              100 * people_in_both / people_in_either AS agreement_percent,
              people_in_either AS _people_in_either
            FROM cell
            """);

    private CldCheck() {}
}
