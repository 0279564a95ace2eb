package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Committed cost of each provider's placements, compared with payments to that provider, by month. Not published. */
public final class Reconciliation {

    public static final Measure MEASURE = new Measure(
                    "reconciliation",
                    Section.FRAMEWORK_AND_SPOT,
                    "Commitment compared with payments, by month and provider",
                    new Definition(
                            "Committed is the weekly cost of the provider's placements x days in the month / 7. A"
                                    + " one-off cost is counted in full in the month of the placement's first day."
                                    + " Paid is the sum of payments to the provider that are dated in the month, with"
                                    + " credits deducted. Difference is paid minus committed.",
                            "",
                            "The table shows each of the last 12 complete months up to the as-at date.",
                            "Payments that are not classified as care are not counted, unless a placement or contract"
                                    + " names the supplier.",
                            "Placements without a cost add nothing. Amounts without a recorded provider have a row of"
                                    + " their own."),
                    List.of("payments"),
                    List.of(
                            Column.dimension("month"),
                            Column.dimension("provider_id"),
                            Column.dimension("provider_name"),
                            Column.money("committed", "£", ""),
                            Column.money("paid", "£", ""),
                            Column.money("difference", "£", ""),
                            Column.text("state"),
                            Column.countOfThings("matched_providers"),
                            Column.countOfThings("only_paid_providers"),
                            Column.countOfThings("only_committed_providers")),
                    """
                    WITH recent AS (
                      SELECT month, first_day, as_at AS last_day FROM month_end ORDER BY first_day DESC LIMIT 12
                    ),
                    -- Every provider, its name from placements, contracts or payments, and whether it supplies care.
                    mention AS (
                      SELECT DISTINCT provider_id, provider_name, 'placement' AS source FROM placement
                      UNION ALL
                      SELECT provider_id, provider_name, 'contract' FROM contract
                      UNION ALL
                      SELECT DISTINCT provider_id, provider_name, 'payment' FROM payment
                    ),
                    provider AS (
                      SELECT provider_id,
                        coalesce(
                          max(provider_name) FILTER (WHERE source = 'placement'),
                          max(provider_name) FILTER (WHERE source = 'contract'),
                          max(provider_name)) AS provider_name,
                        max(source <> 'payment') AS of_care
                      FROM mention
                      WHERE provider_id IS NOT NULL
                      GROUP BY provider_id
                    ),
                    -- Amounts are in sevenths of a pound, so that they are divided only once, at the end.
                    amount AS (
                      SELECT month, provider_id,
                        weekly_cost * (1 + datediff(least(end_date, last_day), greatest(start_date, first_day)))
                          + if(start_date >= first_day, 7 * one_off_cost, 0) AS committed,
                        0 AS paid
                      FROM placement JOIN recent
                        ON start_date <= last_day AND (end_date IS NULL OR end_date >= first_day)
                      UNION ALL
                      SELECT month, provider_id, 0, 7 * amount
                      FROM payment JOIN recent ON first_day_of_month = first_day
                        LEFT JOIN provider USING (provider_id)
                      WHERE setting IS NOT NULL OR purchase_route IS NOT NULL OR of_care
                    ),
                    sums AS (
                      SELECT month, provider_id,
                        cast(coalesce(sum(committed), 0) AS DECIMAL(28, 8)) AS committed,
                        cast(coalesce(sum(paid), 0) AS DECIMAL(28, 8)) AS paid
                      FROM amount
                      GROUP BY month, provider_id
                    ),
                    cell AS (
                      SELECT month,
                        grouping(provider_id) = 1 AS of_all,
                        provider_id,
                        sum(committed) AS committed,
                        sum(paid) AS paid,
                        count_if(committed <> 0 AND paid <> 0) AS matched,
                        count_if(committed = 0) AS only_paid,
                        count_if(paid = 0) AS only_committed
                      FROM sums
                      WHERE committed <> 0 OR paid <> 0
                      GROUP BY month, CUBE (provider_id)
                    )
                    SELECT
                      month,
                      if(of_all, 'All', coalesce(provider_id, 'Not recorded')) AS provider_id,
                      if(of_all, 'All', coalesce(provider_name, 'Not recorded')) AS provider_name,
                      cast(committed AS DECIMAL(28, 8)) / 7 AS committed,
                      cast(paid AS DECIMAL(28, 8)) / 7 AS paid,
                      cast(paid - committed AS DECIMAL(28, 8)) / 7 AS difference,
                      CASE WHEN of_all THEN 'All' WHEN matched > 0 THEN 'Matched'
                        WHEN only_paid > 0 THEN 'Only paid' ELSE 'Only committed' END AS state,
                      matched AS matched_providers,
                      only_paid AS only_paid_providers,
                      only_committed AS only_committed_providers
                    FROM cell LEFT JOIN provider USING (provider_id)
                    """)
            .forCouncilOnly();

    private Reconciliation() {}
}
