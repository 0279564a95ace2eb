package marketshaping.analysis.measure;

import java.util.Comparator;
import java.util.List;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Every measure, in the order of the packs. A new measure must be added to this list. */
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
            PausesByReason.MEASURE,
            BrokeringMarket.MEASURE,
            BrokeringControl.MEASURE,
            SevenDayGap.MEASURE,
            SevenDayGapDays.MEASURE,
            Quality.MEASURE,
            ActionListCounts.MEASURE,
            DataQuality.MEASURE,
            DataQualityRules.MEASURE,
            DataCompleteness.MEASURE,
            CldCheck.MEASURE);

    private static final int NEAREST = 3;

    private Measures() {}

    /**
     * Returns the measure with this id.
     *
     * @throws UserProblem if there is none; it lists the nearest ids
     */
    public static Measure named(String name) {
        return ALL.stream()
                .filter(measure -> measure.id().equals(name))
                .findFirst()
                .orElseThrow(() -> noSuch(name));
    }

    private static UserProblem noSuch(String name) {
        Comparator<String> nearestFirst = Comparator.comparing((String known) -> !known.contains(name))
                .thenComparing(known -> LevenshteinDistance.getDefaultInstance().apply(name, known));
        return Problems.noSuchMeasure(
                name,
                ALL.stream()
                        .map(Measure::id)
                        .sorted(nearestFirst)
                        .limit(NEAREST)
                        .toList());
    }
}
