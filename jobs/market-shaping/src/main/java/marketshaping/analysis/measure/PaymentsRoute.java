package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Number and amount of payments in each of the last 24 months, by setting and purchase route. */
public final class PaymentsRoute {

    public static final Measure MEASURE = new Measure(
            "payments_route",
            Section.FRAMEWORK_AND_SPOT,
            "Payments in each month by setting and purchase route",
            new Definition(
                    "Payments are counted and added up by the month of their date. Credits are deducted.",
                    "The percentage covers payments of the same month and setting whose route is known.",
                    "Payments are dated in one of the last 24 complete months up to the as-at date.",
                    "",
                    "Payments whose setting or route is not known have rows of their own, named Not classified."
                            + " Payments without a route are left out of the percentages."),
            List.of("payments"),
            List.of(
                    Column.dimension("month"),
                    Column.dimension("setting"),
                    Column.dimension("purchase_route"),
                    Column.count("payments"),
                    Column.money("amount", "£", "payments"),
                    Column.share("share_percent", "payments"),
                    TopProvider.of("amount", "payments")),
            """
            WITH paid AS (
              SELECT month,
                coalesce(setting, 'Not classified') AS setting,
                coalesce(purchase_route, 'Not classified') AS purchase_route,
                provider_id, amount
              FROM payment JOIN month_end ON first_day_of_month = first_day
            ),
            sums AS (
              SELECT month, setting, purchase_route, provider_id,
                count(*) AS payments,
                sum(amount) AS amount,
                sum(greatest(amount, 0)) AS amount_above_zero
              FROM paid
              GROUP BY month, provider_id, CUBE (setting, purchase_route)
            ),
            cell AS (
              SELECT month, setting, purchase_route,
                sum(payments) AS payments,
                sum(amount) AS amount,
                100 * double(max(amount_above_zero) FILTER (WHERE provider_id IS NOT NULL))
                  / nullif(double(sum(amount_above_zero)), 0) AS top_provider
              FROM sums
              GROUP BY month, setting, purchase_route
            ),
            -- The row of all routes has a null route here and does not count as classified.
            with_classified AS (
              SELECT *,
                purchase_route <> 'Not classified' AS classified,
                sum(if(purchase_route <> 'Not classified', amount, 0)) OVER (PARTITION BY month, setting) AS classified_amount
              FROM cell
            )
            SELECT
              month,
              coalesce(setting, 'All') AS setting,
              coalesce(purchase_route, 'All') AS purchase_route,
              payments,
              amount,
              if(classified, 100 * double(amount) / nullif(double(classified_amount), 0), NULL) AS share_percent,
              top_provider AS _amount_top_provider_percent
            FROM with_classified
            """);

    private PaymentsRoute() {}
}
