package marketshaping.analysis.measure;

import java.util.List;

/** People in accommodation with care at each of the last 24 month ends by location tier, for each setting. */
public final class OobTrend {

    public static final Measure MEASURE = new Measure(
            "oob_trend",
            Section.OUT_OF_BOROUGH,
            "People and placements in accommodation with care at each month end, by where care is given",
            new Definition(
                    StockByTier.COUNTS,
                    StockByTier.OUT_OF,
                    "Placements were active on the last day of each of the last 24 complete months up to the as-at"
                            + " date.",
                    "Home care, day support, direct payments, respite and other settings are not counted.",
                    StockByTier.UNKNOWN),
            List.of(),
            StockByTier.columns("month", "setting"),
            StockByTier.query(
                    """
                    WITH line AS (
                      SELECT month, setting,
                    {line}
                      FROM active JOIN month_end USING (as_at)
                      WHERE accommodation
                    ),
                    fine AS (
                      SELECT month, setting,
                    {fine}
                      FROM line
                      GROUP BY month, setting, GROUPING SETS ((tier, several), (provider_id))
                    ),
                    sums AS (
                      SELECT month, setting,
                    {sums}
                      FROM fine
                      GROUP BY month, CUBE (setting), several, provider_id, tier IS NULL
                    ),
                    cell AS (
                      SELECT month, setting,
                    {cell}
                      FROM sums
                      GROUP BY month, setting
                    )
                    SELECT
                      month,
                      coalesce(setting, 'All') AS setting,
                    {shown}
                    FROM cell
                    """));

    private OobTrend() {}
}
