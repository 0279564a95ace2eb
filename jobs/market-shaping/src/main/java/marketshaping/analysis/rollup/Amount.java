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

    /** Returns the days from a day to the last day of the span, which are below zero if the day is later. */
    static Amount daysSince(String day) {
        return (lines, span) -> {
            int[] days = lines.days(day);
            return line -> days[line] == Lines.AFTER_ALL ? Lines.NO_AMOUNT : ofDays((long) span.last() - days[line]);
        };
    }

    /** Returns the part of an amount that exceeds a limit, at least zero. It is not known if one of both is not. */
    static Amount excess(Amount amount, Amount limit) {
        return (lines, span) -> {
            IntToLongFunction amounts = amount.on(lines, span);
            IntToLongFunction limits = limit.on(lines, span);
            return line -> {
                long own = amounts.applyAsLong(line);
                long most = limits.applyAsLong(line);
                return own == Lines.NO_AMOUNT || most == Lines.NO_AMOUNT
                        ? Lines.NO_AMOUNT
                        : Math.max(0, Math.subtractExact(own, most));
            };
        };
    }

    /** Returns whole days as an amount. */
    static long ofDays(long days) {
        return Math.multiplyExact(days, Lines.ONE);
    }
}
