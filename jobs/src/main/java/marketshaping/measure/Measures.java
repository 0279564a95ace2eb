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
            OobHosts.MEASURE,
            OobReasons.MEASURE,
            OobDistance.MEASURE,
            Repatriation.MEASURE,
            LongTermSupport.MEASURE,
            SpendCommitment.MEASURE,
            SpendPeriod.MEASURE,
            RouteOfNew.MEASURE,
            FrameworkEffect.MEASURE,
            Leakage.MEASURE,
            Price.MEASURE,
            SpotPremium.MEASURE,
            Uplift.MEASURE,
            Concentration.MEASURE,
            ContractsExpiring.MEASURE,
            BlockUse.MEASURE,
            PaymentsRoute.MEASURE,
            Reconciliation.MEASURE,
            BrokeringTimes.MEASURE,
            BrokeringOpen.MEASURE,
            BrokeringCohort.MEASURE,
            BrokeringPauses.MEASURE,
            BrokeringMarket.MEASURE,
            BrokeringControl.MEASURE,
            SevenDayGap.MEASURE,
            SevenDayGapDays.MEASURE,
            Quality.MEASURE,
            WatchList.MEASURE,
            DataQuality.MEASURE,
            DataQualityRules.MEASURE,
            DataCompleteness.MEASURE,
            CldCheck.MEASURE);

    private Measures() {}
}
