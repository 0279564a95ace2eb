package marketshaping.measure;

/**
 * The placements and cases that somebody should look at: a row for each and each of its reasons. Those who are listed
 * and how many there are come from here.
 */
final class WatchedLines {

    /** A placement has no age and no case, and a case has no more than those; the rest is null. */
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
              person,
              placement_id,
              CAST(NULL AS STRING) AS case_id,
              provider_name,
              host_name,
              tier,
              weekly_cost,
              last_seen,
              contract_end,
              CAST(NULL AS INT) AS age_days
            FROM active
            WHERE as_at = :as_at
            UNION ALL
            SELECT 'Open in brokering past target', setting, person, NULL, case_id, NULL, NULL, NULL, NULL, NULL, NULL,
              datediff(:as_at, clock_start)
            FROM brokering
            WHERE clock_start <= :as_at AND (ended_on IS NULL OR ended_on > :as_at)
              AND datediff(:as_at, clock_start) > target_days
            """;

    private WatchedLines() {}
}
