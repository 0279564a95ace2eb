package marketshaping.analysis.measure;

import java.util.List;
import java.util.Map;
import marketshaping.analysis.fact.PaymentLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/** Number and amount of payments in each of the last 24 months, by setting and purchase route. */
public final class PaymentsRoute {
    private static final String ROUTE = "purchase_route";
    private static final String CLASSIFIED = "classified";
    private static final String NOT_CLASSIFIED = "Not classified";

    public static final Measure MEASURE = new Measure(
            "payments_route",
            Section.FRAMEWORK_AND_SPOT,
            "Payments in each month by setting and purchase route",
            new Definition(
                    "Payments are counted and added up by the month of their date. Credits are deducted.",
                    "The percentage covers payments of the same month and setting whose route is known.",
                    "Payments are dated in one of the last 24 complete months up to the as-at date.",
                    "",
                    "Payments whose setting or route is not known have rows of their own, named Not classified."
                            + " Payments without a route are left out of the percentages."),
            List.of("payments"),
            List.of(
                    Column.dimension("month"),
                    Column.dimension("setting"),
                    Column.dimension("purchase_route"),
                    Column.count("payments"),
                    Column.money("amount", "£", "payments"),
                    Column.share("share_percent", "payments"),
                    TopProvider.of("amount", "payments")),
            new Tabulation(
                            PaymentLines.FACT,
                            Tabulation.MONTHS,
                            new RollUp(
                                    PaymentLines.IN_MONTH,
                                    List.of(
                                            Dimension.ofSlices("month"),
                                            Dimension.of("setting", "setting", NOT_CLASSIFIED),
                                            Dimension.of(ROUTE, ROUTE, NOT_CLASSIFIED)),
                                    RollUp.cube(3, 0),
                                    List.of(
                                            Figure.lines("payments"),
                                            Figure.sum("amount", PaymentLines.AMOUNT),
                                            Figure.sum(CLASSIFIED, PaymentLines.AMOUNT)
                                                    .where(LineCondition.isKnown(ROUTE)),
                                            TopProvider.figure("amount", PaymentLines.AMOUNT))))
                    .with(
                            Derived.ofTotal("of", CLASSIFIED, ROUTE),
                            Derived.share("share_percent", "amount", "of"),
                            Derived.of("share_percent", PaymentsRoute::ofClassified)));

    /** Returns the share of a known route; null for other rows. */
    private static Object ofClassified(Map<String, Object> cell) {
        return List.of(RollUp.ALL, NOT_CLASSIFIED).contains(cell.get(ROUTE)) ? null : cell.get("share_percent");
    }

    private PaymentsRoute() {}
}
