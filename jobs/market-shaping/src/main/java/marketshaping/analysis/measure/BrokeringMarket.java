package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.analysis.fact.BrokeringLines;
import marketshaping.analysis.rollup.Amount;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/**
 * Numbers of providers asked and of offers received for sourced cases, which show how much choice the market offers.
 */
public final class BrokeringMarket {

    private static final LineCondition SOUGHT_NOT_RECORDED = LineCondition.lacksAmount("offers_sought");
    private static final LineCondition RECEIVED_NOT_RECORDED = LineCondition.lacksAmount("offers_received");
    private static final LineCondition SINGLE_PROVIDER = LineCondition.isAtLeast("offers_sought", 1)
            .and(LineCondition.isAtLeast("offers_sought", 2).not());

    public static final Measure MEASURE = new Measure(
            "brokering_market",
            Section.BROKERING,
            "Offers sought and received for sourced cases",
            new Definition(
                    "The table counts the cases sourced in the period. It also counts the providers asked (offers"
                            + " sought) and the offers received.",
                    "The percentage with two or more offers covers cases whose number of offers received is recorded."
                            + " The percentage with a single provider covers cases whose number of offers sought is"
                            + " recorded. Each mean covers the same cases as the percentage based on that number.",
                    "Cases were sourced in the last 12 months up to the as-at date.",
                    "Open cases, and cases that ended without a placement, are not counted.",
                    "Cases whose number is not recorded are counted in a separate column. They are left out of every"
                            + " sum, mean and percentage of that number."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.count("cases"),
                    Column.count("offers_sought"),
                    Column.count("offers_received"),
                    Column.number("mean_offers_sought", "_sought_recorded"),
                    Column.number("mean_offers_received", "_received_recorded"),
                    Column.count("two_or_more_offers"),
                    Column.percent("two_or_more_offers_percent", "two_or_more_offers", "_received_recorded"),
                    Column.count("single_provider"),
                    Column.percent("single_provider_percent", "single_provider", "_sought_recorded"),
                    Column.count("sought_not_recorded"),
                    Column.count("received_not_recorded"),
                    Column.count("_sought_recorded"),
                    Column.count("_received_recorded")),
            new Tabulation(
                            BrokeringLines.FACT,
                            Tabulation.LAST_12_MONTHS,
                            new RollUp(
                                    BrokeringLines.SOURCED,
                                    List.of(Dimension.of("setting")),
                                    RollUp.cube(1),
                                    List.of(
                                            Figure.lines("cases"),
                                            Figure.sum("offers_sought", Amount.of("offers_sought")),
                                            Figure.sum("offers_received", Amount.of("offers_received")),
                                            Figure.lines("two_or_more_offers")
                                                    .where(LineCondition.isAtLeast("offers_received", 2)),
                                            Figure.lines("single_provider").where(SINGLE_PROVIDER),
                                            Figure.lines("sought_not_recorded").where(SOUGHT_NOT_RECORDED),
                                            Figure.lines("received_not_recorded")
                                                    .where(RECEIVED_NOT_RECORDED),
                                            Figure.lines("_sought_recorded").where(SOUGHT_NOT_RECORDED.not()),
                                            Figure.lines("_received_recorded").where(RECEIVED_NOT_RECORDED.not()))))
                    .with(
                            Derived.mean("mean_offers_sought", "offers_sought", "_sought_recorded"),
                            Derived.mean("mean_offers_received", "offers_received", "_received_recorded")));

    private BrokeringMarket() {}
}
