package marketshaping.analysis.measure;

/**
 * The placements and cases that need attention. Grain: one row per reason for each placement or case. The working list
 * and {@link ActionListCounts} both read this query.
 */
public final class ActionListLines {

    /**
     * The SQL query, which reads the views {@code active} and {@code brokering}. Brokering columns are null for a
     * placement. Provider, place, cost and contract are null for a case.
     */
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
     * The SQL query for the rows of the working list, sorted by reason and setting, then by highest cost and longest
     * wait. The sort order has no ties, so every run gives the same list. Rows contain placement and case ids, but no
     * person's identifier.
     */
    public static final String LISTED =
            """
            SELECT reason, setting, need_group, placement_id, case_id, provider_name, host_name, tier, weekly_cost,
              start_date, last_seen, contract_end, days_open, target_days
            FROM (
            {lines}
            )
            ORDER BY reason, setting, weekly_cost DESC NULLS LAST, days_open DESC, placement_id, case_id
            """
                    .replace("{lines}", indentedQuery());

    /** Returns the query, indented to fit into another query. */
    static String indentedQuery() {
        return QUERY.indent(2).stripTrailing();
    }

    private ActionListLines() {}
}
