package marketshaping.analysis.measure;

import java.util.List;

/**
 * People in accommodation with care on the as-at date by location tier, for each setting, need, age band and purchase
 * route.
 */
public final class OobStock {

    public static final Measure MEASURE = new Measure(
            "oob_stock",
            Section.OUT_OF_BOROUGH,
            "People and placements in accommodation with care, by where care is given",
            new Definition(
                    StockByTier.COUNTS,
                    StockByTier.OUT_OF,
                    "Placements were active on the as-at date: they started on or before it and had not ended before"
                            + " it.",
                    "Home care, day support, direct payments, respite and other settings are not counted.",
                    StockByTier.UNKNOWN),
            List.of(),
            StockByTier.columns("setting", "need_group", "age_band", "purchase_route"),
            StockByTier.query(
                    """
                    WITH line AS (
                      SELECT setting, need_group, age_band, purchase_route,
                    {line}
                      FROM active
                      WHERE as_at = :as_at AND accommodation
                    ),
                    fine AS (
                      SELECT setting, need_group, age_band, purchase_route,
                    {fine}
                      FROM line
                      GROUP BY setting, need_group, age_band, purchase_route,
                        GROUPING SETS ((tier, several), (provider_id))
                    ),
                    sums AS (
                      SELECT setting, need_group, age_band, purchase_route,
                    {sums}
                      FROM fine
                      GROUP BY CUBE (setting, need_group, age_band, purchase_route), several, provider_id, tier IS NULL
                    ),
                    cell AS (
                      SELECT setting, need_group, age_band, purchase_route,
                    {cell}
                      FROM sums
                      GROUP BY setting, need_group, age_band, purchase_route
                    )
                    SELECT
                      coalesce(setting, 'All') AS setting,
                      coalesce(need_group, 'All') AS need_group,
                      coalesce(age_band, 'All') AS age_band,
                      coalesce(purchase_route, 'All') AS purchase_route,
                    {shown}
                    FROM cell
                    """));

    private OobStock() {}
}
