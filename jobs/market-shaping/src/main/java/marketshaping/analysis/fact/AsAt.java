package marketshaping.analysis.fact;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The date that a pack speaks of, and every date and period that follows from it; the one place for period arithmetic.
 *
 * <p>Periods hold both their first and their last day. The month and the financial year to date end on the as-at date.
 */
public record AsAt(LocalDate date) {

    private static final int TREND_MONTHS = 24;
    private static final int APRIL = 4;

    /**
     * A period and the same period a year before.
     *
     * @param name as shown in tables: Month, Financial year to date, Last 12 months, or a month such as 2025-06
     */
    public record Period(
            String name, LocalDate first, LocalDate last, LocalDate firstYearBefore, LocalDate lastYearBefore) {}

    /** The day a year before; of a month's last day, the last day of that month a year before. */
    public LocalDate yearBefore() {
        return yearBefore(date);
    }

    /** The day before the last 12 months begin: the as-at date less 12 months. */
    public LocalDate twelveMonthsBefore() {
        return date.minusMonths(12);
    }

    public LocalDate financialYearStart() {
        int year = date.getMonthValue() >= APRIL ? date.getYear() : date.getYear() - 1;
        return LocalDate.of(year, APRIL, 1);
    }

    /** The last 24 months that have ended by the as-at date, earliest first. */
    public List<YearMonth> trendMonths() {
        YearMonth latest =
                isMonthEnd(date) ? YearMonth.from(date) : YearMonth.from(date).minusMonths(1);
        return IntStream.range(0, TREND_MONTHS)
                .mapToObj(i -> latest.minusMonths(TREND_MONTHS - 1 - i))
                .toList();
    }

    /** Every date on which a measure asks what was active, each once. */
    public List<LocalDate> stockDates() {
        return Stream.concat(
                        Stream.of(date, yearBefore(), twelveMonthsBefore()),
                        trendMonths().stream().map(YearMonth::atEndOfMonth))
                .distinct()
                .sorted()
                .toList();
    }

    /** The three periods of every pack: the month, the financial year to date and the last 12 months. */
    public List<Period> headlinePeriods() {
        return List.of(
                period("Month", date.withDayOfMonth(1)),
                period("Financial year to date", financialYearStart()),
                new Period(
                        "Last 12 months",
                        date.minusMonths(12).plusDays(1),
                        date,
                        date.minusMonths(24).plusDays(1),
                        date.minusMonths(12)));
    }

    /** The three periods, then each month of the trend. */
    public List<Period> allPeriods() {
        List<Period> periods = new ArrayList<>(headlinePeriods());
        for (YearMonth month : trendMonths()) {
            YearMonth before = month.minusMonths(12);
            periods.add(new Period(
                    month.toString(), month.atDay(1), month.atEndOfMonth(), before.atDay(1), before.atEndOfMonth()));
        }
        return List.copyOf(periods);
    }

    private Period period(String name, LocalDate first) {
        return new Period(name, first, date, first.minusYears(1), yearBefore(date));
    }

    private static LocalDate yearBefore(LocalDate day) {
        return isMonthEnd(day) ? YearMonth.from(day).minusMonths(12).atEndOfMonth() : day.minusMonths(12);
    }

    private static boolean isMonthEnd(LocalDate day) {
        return day.equals(YearMonth.from(day).atEndOfMonth());
    }
}
