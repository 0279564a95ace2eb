package marketshaping.measure;

import java.util.List;

/** Every measure, in the order of the packs. A new one adds its line here. */
public final class Measures {

    public static final List<Measure> ALL = List.of(
            OobStock.MEASURE,
            OobTrend.MEASURE,
            OobFlow.MEASURE,
            OobSpot.MEASURE,
            OobOversight.MEASURE,
            LongTermSupport.MEASURE,
            SpendCommitment.MEASURE,
            SpendPeriod.MEASURE,
            RouteOfNew.MEASURE,
            Leakage.MEASURE,
            BrokeringTimes.MEASURE,
            BrokeringOpen.MEASURE,
            DataQuality.MEASURE,
            DataQualityRules.MEASURE,
            DataCompleteness.MEASURE,
            CldCheck.MEASURE);

    private Measures() {}
}
