package marketshaping.analysis.rollup;

import java.io.Serializable;
import java.util.function.IntToLongFunction;

/** The amount of each line, which may depend on the date or period; {@link Lines#NO_AMOUNT} if it is not known. */
public interface Amount extends Serializable {
    IntToLongFunction on(Lines lines, Span span);

    static Amount of(String column) {
        return (lines, span) -> {
            long[] amounts = lines.amounts(column);
            return line -> amounts[line];
        };
    }

    /** Returns the number of days from a day to the last day of the span; not known if there is no such day. */
    static Amount daysSince(String day) {
        return (lines, span) -> {
            int[] days = lines.days(day);
            return line -> days[line] == Lines.AFTER_ALL ? Lines.NO_AMOUNT : (span.last() - days[line]) * Lines.ONE;
        };
    }
}
