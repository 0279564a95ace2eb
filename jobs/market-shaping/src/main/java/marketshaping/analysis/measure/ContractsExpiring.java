package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Placements under contracts that have expired or will end within 12 months. */
public final class ContractsExpiring {

    public static final Measure MEASURE = new Measure(
            "contracts_expiring",
            Section.FRAMEWORK_AND_SPOT,
            "Placements under contracts that have expired, or end within 6 or 12 months",
            new Definition(
                    "Placements are counted by the last day of the contract that they name. Expired means that the"
                            + " contract ended before the as-at date, but the placement continues. Within 6 months"
                            + " means that the contract ends on the as-at date or up to 6 months later, and likewise"
                            + " for within 12 months. The 12 months include the 6.",
                    "",
                    "Placements were active on the as-at date.",
                    "Placements whose contract ends later are not counted.",
                    "Placements without a contract, or with a contract that has no recorded end, are not counted. The"
                            + " weekly value is the sum of the known costs."),
            List.of(),
            List.of(
                    Column.dimension("state"),
                    Column.dimension("setting"),
                    Column.dimension("purchase_route"),
                    Column.count("lines"),
                    Column.money("weekly_value", "£ a week", "people"),
                    Column.count("people"),
                    TopProvider.of("weekly_value", "people")),
            """
            WITH line AS (
              SELECT setting, purchase_route, person, provider_id, weekly_cost,
                explode(array_compact(array(
                  CASE WHEN contract_end < :as_at THEN 'Expired' END,
                  CASE WHEN contract_end BETWEEN :as_at AND add_months(:as_at, 6) THEN 'Within 6 months' END,
                  CASE WHEN contract_end BETWEEN :as_at AND add_months(:as_at, 12) THEN 'Within 12 months' END)))
                  AS state
              FROM active
              WHERE as_at = :as_at AND contract_end <= add_months(:as_at, 12)
            ),
            -- By person and, separately, by provider.
            sums AS (
              SELECT state, setting, purchase_route, person, provider_id,
                count(*) AS lines,
                sum(weekly_cost) AS weekly_value,
                sum(greatest(weekly_cost, 0)) AS value_above_zero
              FROM line
              GROUP BY state, CUBE (setting, purchase_route), GROUPING SETS ((person), (provider_id))
            ),
            cell AS (
              SELECT state, setting, purchase_route,
                sum(lines) FILTER (WHERE person IS NOT NULL) AS lines,
                sum(weekly_value) FILTER (WHERE person IS NOT NULL) AS weekly_value,
                count(person) AS people,
                100 * double(max(value_above_zero) FILTER (WHERE provider_id IS NOT NULL))
                  / nullif(double(sum(value_above_zero) FILTER (WHERE person IS NOT NULL)), 0) AS top_provider
              FROM sums
              GROUP BY state, setting, purchase_route
            )
            SELECT
              state,
              coalesce(setting, 'All') AS setting,
              coalesce(purchase_route, 'All') AS purchase_route,
              lines,
              weekly_value,
              people,
              top_provider AS _weekly_value_top_provider_percent
            FROM cell
            """);

    private ContractsExpiring() {}
}
