package marketshaping.analysis.fact;

import java.util.List;
import java.util.Map;
import marketshaping.analysis.rollup.Amount;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.Lines;
import marketshaping.analysis.rollup.Lines.Type;

/** The lines of the brokering fact for roll-ups, with the conditions and amounts that measures share. */
public final class BrokeringLines {
    /** The lines of the brokering fact. Measures count cases, so that there is no column of people. */
    public static final FactLines FACT = FactLines.of(
            "brokering",
            Map.of(
                    Type.CODE,
                    List.of("setting", "need_group", "source"),
                    Type.DAY,
                    List.of("clock_start", "sourced_date", "ended_on"),
                    Type.AMOUNT,
                    List.of(
                            "gross_days",
                            "net_days",
                            "working_days",
                            "days_to_start",
                            "target_days",
                            "offers_sought",
                            "offers_received")));

    /** Cases that were sourced in the period. */
    public static final LineCondition SOURCED = LineCondition.within("sourced_date");

    /** Cases that were sourced or closed on or before the date. */
    public static final LineCondition ENDED = LineCondition.upTo("ended_on");

    /** Cases that began on or before the date, and were neither sourced nor closed by the end of it. */
    public static final LineCondition OPEN = LineCondition.upTo("clock_start").and(ENDED.not());

    public static final LineCondition HAS_TARGET =
            LineCondition.lacksAmount("target_days").not();

    public static final Amount GROSS_DAYS = Amount.of("gross_days");

    /** The days of a sourced case after its target day; not known if its setting has no target. */
    public static final Amount DAYS_BEYOND_TARGET = Amount.excess(GROSS_DAYS, Amount.of("target_days"));

    /** Sourced cases beyond their target. */
    public static final LineCondition BREACH = LineCondition.isAboveZero(DAYS_BEYOND_TARGET);

    /** Sourced cases within their target. */
    public static final LineCondition WITHIN_TARGET =
            HAS_TARGET.and(LineCondition.lacksAmount("gross_days").not()).and(BREACH.not());

    /** The days of an open case on the date. */
    public static final Amount AGE = Amount.daysSince("clock_start");

    /** Open cases beyond their target on the date. */
    public static final LineCondition PAST_TARGET =
            LineCondition.isAboveZero(Amount.excess(AGE, Amount.of("target_days")));

    /** The days of a case until it was sourced, else until it was closed; until the date if that is earlier. */
    public static final Amount DAYS_SO_FAR = (lines, span) -> {
        int[] starts = lines.days("clock_start");
        int[] sourced = lines.days("sourced_date");
        int[] ended = lines.days("ended_on");
        return line -> {
            if (starts[line] == Lines.AFTER_ALL) {
                return Lines.NO_AMOUNT;
            }
            int last = sourced[line] <= span.last() ? sourced[line] : Math.min(ended[line], span.last());
            return Amount.ofDays((long) last - starts[line]);
        };
    };

    private BrokeringLines() {}
}
