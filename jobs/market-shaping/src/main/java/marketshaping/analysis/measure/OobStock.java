package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.RollUp;

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
            new Tabulation(
                    PlacementLines.FACT,
                    Tabulation.AS_AT,
                    StockByTier.by(
                            List.of(
                                    Dimension.of("setting"),
                                    Dimension.of("need_group"),
                                    PlacementLines.AGE_BAND,
                                    Dimension.of("purchase_route")),
                            RollUp.cube(4))));

    private OobStock() {}
}
