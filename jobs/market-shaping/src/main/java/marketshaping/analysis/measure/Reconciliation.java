package marketshaping.analysis.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marketshaping.analysis.fact.FactLines;
import marketshaping.analysis.fact.PaymentLines;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/** Committed cost of each provider's placements, compared with payments to that provider, by month. Not published. */
public final class Reconciliation {
    private static final String MONTH = "month";
    private static final String PROVIDER = "provider";
    private static final String COMMITTED = "committed";
    private static final String PAID = "paid";
    private static final String PAID_OTHERWISE = "paid_otherwise";
    private static final String MATCHED = "Matched";
    private static final String ONLY_PAID = "Only paid";
    private static final String ONLY_COMMITTED = "Only committed";
    private static final BigDecimal DAYS_OF_WEEK = BigDecimal.valueOf(7);
    private static final int DECIMALS = 10;
    private static final LineCondition CLASSIFIED =
            LineCondition.isKnown("setting").or(LineCondition.isKnown("purchase_route"));

    public static final Measure MEASURE = new Measure(
                    "reconciliation",
                    Section.FRAMEWORK_AND_SPOT,
                    "Commitment compared with payments, by month and provider",
                    new Definition(
                            "Committed is the weekly cost of the provider's placements x days in the month / 7. A"
                                    + " one-off cost is counted in full in the month of the placement's first day."
                                    + " Paid is the sum of payments to the provider that are dated in the month, with"
                                    + " credits deducted. Difference is paid minus committed.",
                            "",
                            "The table shows each of the last 12 complete months up to the as-at date.",
                            "Payments that are not classified as care are not counted, unless a placement or contract"
                                    + " names the supplier.",
                            "Placements without a cost add nothing. Amounts without a recorded provider have a row of"
                                    + " their own."),
                    List.of("payments"),
                    List.of(
                            Column.dimension("month"),
                            Column.dimension("provider_id"),
                            Column.dimension("provider_name"),
                            Column.money("committed", "£", ""),
                            Column.money("paid", "£", ""),
                            Column.money("difference", "£", ""),
                            Column.text("state"),
                            Column.countOfThings("matched_providers"),
                            Column.countOfThings("only_paid_providers"),
                            Column.countOfThings("only_committed_providers")),
                    amounts(
                                    PlacementLines.FACT,
                                    LineCondition.overlaps("start_date", "end_date"),
                                    Figure.sum(COMMITTED, PlacementLines.SEVENTHS_OF_COST))
                            .and(amounts(
                                    PaymentLines.FACT,
                                    PaymentLines.IN_MONTH,
                                    Figure.sum(PAID, PaymentLines.AMOUNT).where(CLASSIFIED),
                                    Figure.sum(PAID_OTHERWISE, PaymentLines.AMOUNT)
                                            .where(CLASSIFIED.not())))
                            .and(ProviderNames.TABULATION)
                            .with(
                                    Derived.of("provider_id", cell -> Dimension.plain((String) cell.get(PROVIDER))),
                                    new Derived("provider_name", Reconciliation::name),
                                    Derived.of(COMMITTED, cell -> Derived.orZero(cell, COMMITTED)),
                                    new Derived(PAID, Reconciliation::sevenTimesPaid),
                                    new Derived(PAID, (cell, cells) -> accounts(cell, cells)
                                            .map(account -> Derived.orZero(account, PAID))
                                            .reduce(BigDecimal.ZERO, BigDecimal::add)),
                                    Derived.of("state", Reconciliation::state),
                                    providers("matched_providers", MATCHED),
                                    providers("only_paid_providers", ONLY_PAID),
                                    providers("only_committed_providers", ONLY_COMMITTED),
                                    Derived.of("difference", Reconciliation::difference),
                                    Derived.of(COMMITTED, cell -> pounds(Derived.orZero(cell, COMMITTED))),
                                    Derived.of(PAID, cell -> pounds(Derived.orZero(cell, PAID))))
                            .showing(cell -> !cell.get(MONTH).equals(RollUp.ALL)
                                    && Stream.of("matched_providers", "only_paid_providers", "only_committed_providers")
                                            .anyMatch(column -> (Long) cell.get(column) > 0)))
            .forCouncilOnly();

    /** Returns the amounts by month and provider. */
    private static Tabulation amounts(FactLines fact, LineCondition inMonth, Figure... figures) {
        return new Tabulation(
                fact,
                asAt -> Tabulation.MONTHS.apply(asAt).subList(12, 24),
                new RollUp(
                        inMonth,
                        List.of(Dimension.ofSlices(MONTH), PlacementLines.PROVIDER),
                        RollUp.cube(2, 0),
                        List.of(figures)));
    }

    private static String name(Map<String, Object> cell, Cells cells) {
        return cell.get(PROVIDER).equals(RollUp.ALL) ? RollUp.ALL : ProviderNames.name(cells.total(cell, MONTH), cells);
    }

    /** Returns seven times the payments for care, and other payments to providers of care. */
    private static BigDecimal sevenTimesPaid(Map<String, Object> cell, Cells cells) {
        BigDecimal paid = Derived.orZero(cell, PAID);
        return (ProviderNames.isOfCare(cells.total(cell, MONTH))
                        ? paid.add(Derived.orZero(cell, PAID_OTHERWISE))
                        : paid)
                .multiply(DAYS_OF_WEEK);
    }

    /** Returns the cells of the month's providers: the cell itself if it is of one. */
    private static Stream<Map<String, Object>> accounts(Map<String, Object> cell, Cells cells) {
        return cell.get(PROVIDER).equals(RollUp.ALL) ? cells.parts(cell, PROVIDER).stream() : Stream.of(cell);
    }

    private static String state(Map<String, Object> cell) {
        boolean isPaid = Derived.orZero(cell, PAID).signum() != 0;
        boolean isCommitted = Derived.orZero(cell, COMMITTED).signum() != 0;
        return cell.get(PROVIDER).equals(RollUp.ALL)
                ? RollUp.ALL
                : isPaid && isCommitted ? MATCHED : isPaid ? ONLY_PAID : isCommitted ? ONLY_COMMITTED : "Neither";
    }

    private static Derived providers(String column, String state) {
        return new Derived(column, (cell, cells) -> accounts(cell, cells)
                .filter(account -> account.get("state").equals(state))
                .count());
    }

    /** Returns the difference in pounds. */
    private static BigDecimal difference(Map<String, Object> cell) {
        return pounds(Derived.orZero(cell, PAID).subtract(Derived.orZero(cell, COMMITTED)));
    }

    private static BigDecimal pounds(BigDecimal sevenths) {
        return sevenths.divide(DAYS_OF_WEEK, DECIMALS, RoundingMode.HALF_UP);
    }

    private Reconciliation() {}
}
