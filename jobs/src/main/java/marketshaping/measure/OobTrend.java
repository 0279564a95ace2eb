package marketshaping.measure;

import java.util.List;

/** Where people in accommodation with care lived at each of the last 24 month ends, by setting. */
public final class OobTrend {

    public static final Measure MEASURE = new Measure(
            "oob_trend",
            Section.OUT_OF_BOROUGH,
            "People and placements in accommodation with care at each month end, by where they were",
            new Definition(
                    TierStock.COUNTS,
                    TierStock.OUT_OF,
                    "Active on the last day of each of the last 24 months that have ended by the as-at date.",
                    "Home care, day support, direct payments, respite and other settings.",
                    TierStock.UNKNOWN),
            List.of(),
            TierStock.columns("month", "setting"),
            TierStock.query(
                    """
                    WITH sums AS (
                      SELECT month, setting, person, provider_id,
                    %1$s
                      FROM active JOIN month_end USING (as_at)
                      WHERE accommodation
                      GROUP BY month, CUBE (setting), GROUPING SETS ((person), (provider_id))
                    ),
                    cell AS (
                      SELECT month, setting,
                    %2$s
                      FROM sums
                      GROUP BY month, setting
                    )
                    SELECT
                      month,
                      coalesce(setting, 'All') AS setting,
                    %3$s
                    FROM cell
                    """));

    private OobTrend() {}
}
