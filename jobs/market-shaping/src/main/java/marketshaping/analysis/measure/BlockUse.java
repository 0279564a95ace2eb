package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Nights bought in block contracts, nights occupied, and the cost of nights that were bought but not occupied. */
public final class BlockUse {

    public static final Measure MEASURE = new Measure(
            "block_use",
            Section.FRAMEWORK_AND_SPOT,
            "Use of block contracts: nights bought, nights occupied and the cost of voids",
            new Definition(
                    "Bought nights are the block places of a contract, counted on each day of its term. Occupied"
                            + " nights are the days of placements that name the contract. Void nights are bought"
                            + " nights that are not occupied, calculated separately for each contract. Each void night"
                            + " costs one seventh of the weekly price of a place. A day counts as one night, including"
                            + " first and last days.",
                    "Use is occupied nights as a percentage of bought nights.",
                    "The month, the financial year to date and the last 12 months all end on the as-at date.",
                    "Contracts without block places, and nights occupied outside the term of the contract, are not"
                            + " counted.",
                    "The weekly price of a place is the contract's unit price. If there is no unit price, it is the"
                            + " annual value x 7/365 / places. If a contract has neither, its void nights are counted"
                            + " but have no cost."),
            List.of(),
            List.of(
                    Column.dimension("period"),
                    Column.dimension("setting"),
                    Column.countOfThings("contracts"),
                    Column.countOfThings("block_places"),
                    Column.number("bought_nights", ""),
                    Column.number("occupied_nights", "_lines"),
                    Column.share("use_percent", "_lines"),
                    Column.number("void_nights", "_lines"),
                    Column.money("void_cost", "£", "_lines"),
                    Column.number("void_nights_without_price", "_lines"),
                    Column.count("_lines"),
                    TopProvider.of("void_cost", "_lines")),
            """
            WITH block AS (
              SELECT period, contract_id, setting, provider_id, block_places, place_weekly_cost,
                greatest(start_date, first_day) AS first_night,
                least(end_date, last_day) AS last_night
              FROM contract JOIN headline_period
                ON start_date <= last_day AND (end_date IS NULL OR end_date >= first_day)
              WHERE purchase_route = 'Block' AND block_places > 0
            ),
            occupied AS (
              SELECT period, contract_id,
                count(*) AS lines,
                sum(1 + datediff(least(end_date, last_night), greatest(start_date, first_night))) AS nights
              FROM placement JOIN block USING (contract_id)
              WHERE start_date <= last_night AND (end_date IS NULL OR end_date >= first_night)
              GROUP BY period, contract_id
            ),
            night AS (
              SELECT block.*,
                lines,
                block_places * (1 + datediff(last_night, first_night)) AS bought,
                coalesce(int(nights), 0) AS occupied,
                greatest(bought - occupied, 0) AS void
              FROM block LEFT JOIN occupied USING (period, contract_id)
            ),
            sums AS (
              SELECT period, setting, provider_id,
                count(*) AS contracts,
                sum(block_places) AS block_places,
                sum(bought) AS bought,
                sum(occupied) AS occupied,
                sum(void) AS void,
                sum(void * place_weekly_cost) AS sevenths,
                coalesce(sum(void) FILTER (WHERE place_weekly_cost IS NULL), 0) AS void_without_price,
                coalesce(sum(lines), 0) AS lines
              FROM night
              GROUP BY period, CUBE (setting), provider_id
            ),
            cell AS (
              SELECT period, setting,
                sum(contracts) AS contracts,
                sum(block_places) AS block_places,
                sum(bought) AS bought,
                sum(occupied) AS occupied,
                sum(void) AS void,
                cast(sum(sevenths) AS DECIMAL(28, 8)) / 7 AS void_cost,
                sum(void_without_price) AS void_without_price,
                sum(lines) AS lines,
                100 * double(max(sevenths)) / nullif(double(sum(sevenths)), 0) AS top_provider
              FROM sums
              GROUP BY period, setting
            )
            SELECT
              period,
              coalesce(setting, 'All') AS setting,
              contracts,
              block_places,
              double(bought) AS bought_nights,
              double(occupied) AS occupied_nights,
              100 * occupied / bought AS use_percent,
              double(void) AS void_nights,
              void_cost,
              double(void_without_price) AS void_nights_without_price,
              lines AS _lines,
              top_provider AS _void_cost_top_provider_percent
            FROM cell
            """);

    private BlockUse() {}
}
