package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.RollUp;

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
            new Tabulation(
                    PlacementLines.FACT,
                    Tabulation.MONTH_ENDS,
                    StockByTier.by(List.of(Dimension.ofSlices("month"), Dimension.of("setting")), RollUp.cube(2, 0))));

    private OobTrend() {}
}
