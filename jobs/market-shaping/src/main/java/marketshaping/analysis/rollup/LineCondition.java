package marketshaping.analysis.rollup;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;

/** Selects lines, for a date or period. */
public interface LineCondition extends Serializable {
    LineCondition ANY = (lines, span) -> line -> true;

    /** Returns the test of a line by its number. */
    IntPredicate on(Lines lines, Span span);

    /** Selects lines with one of these values. */
    static LineCondition is(String column, String... values) {
        return (lines, span) -> {
            Lines.Codes codes = lines.codes(column);
            int[] wanted = Stream.of(values).mapToInt(codes::of).toArray();
            return line -> {
                for (int code : wanted) {
                    if (codes.codes()[line] == code) {
                        return true;
                    }
                }
                return false;
            };
        };
    }

    /** Selects lines whose truth value is true. */
    static LineCondition isTrue(String column) {
        return is(column, "true");
    }

    /** Selects lines that have a value in a column of codes. */
    static LineCondition isKnown(String column) {
        return (lines, span) -> {
            int[] codes = lines.codes(column).codes();
            return line -> codes[line] != Lines.Codes.NONE;
        };
    }

    /** Selects lines without an amount. */
    static LineCondition lacksAmount(String column) {
        return (lines, span) -> {
            long[] amounts = lines.amounts(column);
            return line -> amounts[line] == Lines.NO_AMOUNT;
        };
    }

    /** Selects lines with an amount above zero. */
    static LineCondition isAboveZero(Amount amount) {
        return (lines, span) -> {
            IntToLongFunction amounts = amount.on(lines, span);
            return line -> amounts.applyAsLong(line) > 0;
        };
    }

    /** Selects lines that run on the last day of the span. */
    static LineCondition runs(String start, String end) {
        return (lines, span) -> {
            int[] starts = lines.days(start);
            int[] ends = lines.days(end);
            return line -> starts[line] <= span.last() && ends[line] >= span.last();
        };
    }

    /** Selects lines that run on at least one day of the span. */
    static LineCondition overlaps(String start, String end) {
        return (lines, span) -> {
            int[] starts = lines.days(start);
            int[] ends = lines.days(end);
            return line -> starts[line] <= span.last() && ends[line] >= span.first();
        };
    }

    /** Selects lines with a day in the span. */
    static LineCondition within(String day) {
        return (lines, span) -> {
            int[] days = lines.days(day);
            return line -> days[line] >= span.first() && days[line] <= span.last();
        };
    }

    /** Selects lines with a day before the span. */
    static LineCondition before(String day) {
        return (lines, span) -> {
            int[] days = lines.days(day);
            return line -> days[line] < span.first();
        };
    }

    /** Selects lines with a day on or before the last day of the span. */
    static LineCondition upTo(String day) {
        return (lines, span) -> {
            int[] days = lines.days(day);
            return line -> days[line] <= span.last();
        };
    }

    default LineCondition or(LineCondition other) {
        return (lines, span) -> on(lines, span).or(other.on(lines, span));
    }

    default LineCondition and(LineCondition other) {
        return (lines, span) -> on(lines, span).and(other.on(lines, span));
    }

    default LineCondition not() {
        return (lines, span) -> on(lines, span).negate();
    }

    /** Selects lines with at least this amount. */
    static LineCondition isAtLeast(String column, long least) {
        return (lines, span) -> {
            long[] amounts = lines.amounts(column);
            return line -> amounts[line] >= Math.multiplyExact(least, Lines.ONE);
        };
    }

    /** Selects lines with a day in the month in which the span begins. */
    static LineCondition inFirstMonth(String day) {
        return (lines, span) -> {
            int[] days = lines.days(day);
            LocalDate first = LocalDate.ofEpochDay(span.first()).withDayOfMonth(1);
            long before = first.plusMonths(1).toEpochDay();
            return line -> days[line] >= first.toEpochDay() && days[line] < before;
        };
    }
}
