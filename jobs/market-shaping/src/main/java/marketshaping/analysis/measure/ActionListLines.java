package marketshaping.analysis.measure;

/**
 * The placements and cases that somebody should look at: a row for each and each of its reasons. Those who are listed
 * and how many there are come from here.
 */
public final class ActionListLines {

    /** A placement is no case and not open in brokering; a case has no provider, place, cost or contract yet. */
    static final String QUERY =
            """
            SELECT
              explode(array_compact(array(
                CASE WHEN array_contains(:given, 'visits') AND accommodation AND out_of_borough
                    AND (last_seen IS NULL OR last_seen <= :twelve_months_before)
                  THEN 'Out of borough and unseen for 12 months' END,
                CASE quality WHEN 'Inadequate' THEN 'Rated Inadequate'
                  WHEN 'No longer registered' THEN 'No longer registered' END,
                CASE WHEN contract_end < :as_at THEN 'Contract expired' END))) AS reason,
              setting,
              need_group,
              person,
              placement_id,
              CAST(NULL AS STRING) AS case_id,
              provider_name,
              host_name,
              tier,
              weekly_cost,
              start_date,
              last_seen,
              contract_end,
              CAST(NULL AS INT) AS days_open,
              CAST(NULL AS INT) AS target_days
            FROM active
            WHERE as_at = :as_at
            UNION ALL
            SELECT 'Open in brokering past target', setting, need_group, person, NULL, case_id, NULL, NULL, NULL, NULL,
              clock_start, NULL, NULL, datediff(:as_at, clock_start), target_days
            FROM brokering
            WHERE clock_start <= :as_at AND (ended_on IS NULL OR ended_on > :as_at)
              AND datediff(:as_at, clock_start) > target_days
            """;

    /**
     * Those lines one by one, for the people who act on them: what costs most and what has waited longest first, in an
     * order that nothing is left to chance in. They are known by the numbers of the council's systems, and no person is.
     */
    public static final String LISTED =
            """
            SELECT reason, setting, need_group, placement_id, case_id, provider_name, host_name, tier, weekly_cost,
              start_date, last_seen, contract_end, days_open, target_days
            FROM (
            {watched}
            )
            ORDER BY reason, setting, weekly_cost DESC NULLS LAST, days_open DESC, placement_id, case_id
            """
                    .replace("{watched}", inParentheses());

    /** The query as it stands within another one. */
    static String inParentheses() {
        return QUERY.indent(2).stripTrailing();
    }

    private ActionListLines() {}
}
