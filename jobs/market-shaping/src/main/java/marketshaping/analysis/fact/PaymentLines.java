package marketshaping.analysis.fact;

import java.util.List;
import java.util.Map;
import marketshaping.analysis.rollup.Amount;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.Lines.Type;

/** The lines of payments for roll-ups, with the conditions that measures share. */
public final class PaymentLines {
    /** The lines of payments. */
    public static final FactLines FACT = FactLines.of(
            "payment",
            Map.of(
                    Type.CODE,
                    List.of("provider_id", "provider_name", "setting", "purchase_route"),
                    Type.DAY,
                    List.of("first_day_of_month"),
                    Type.AMOUNT,
                    List.of("amount")));

    /** Payments that are dated in the month. */
    public static final LineCondition IN_MONTH = LineCondition.within("first_day_of_month");

    public static final Amount AMOUNT = Amount.of("amount");

    private PaymentLines() {}
}
