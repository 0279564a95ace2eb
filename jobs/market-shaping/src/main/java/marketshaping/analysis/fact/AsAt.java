package marketshaping.analysis.fact;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The as-at date of a pack, with every date and period that depends on it. All period arithmetic is in this class.
 *
 * <p>Periods include their first and their last day. The month and the financial year to date end on the as-at date.
 *
 * @param goLive the day on which the framework went live or will go live; empty if it is not known
 */
public record AsAt(LocalDate date, Optional<LocalDate> goLive) {

    private static final int TREND_MONTHS = 24;
    private static final int APRIL = 4;

    /** Creates the as-at date of a council without a framework. */
    public AsAt(LocalDate date) {
        this(date, Optional.empty());
    }

    /**
     * A period and the same period one year before.
     *
     * @param name the name in tables: Month, Financial year to date, Last 12 months, or a month such as 2025-06
     */
    public record Period(
            String name, LocalDate first, LocalDate last, LocalDate firstYearBefore, LocalDate lastYearBefore) {}

    /** Returns the same day one year before. If the date is the last day of a month, so is the result. */
    public LocalDate yearBefore() {
        return yearBefore(date);
    }

    /**
     * Returns the day before the last 12 months begin. On the last day of a month, the last 12 months are calendar
     * months; otherwise they begin on the day after the same day one year before.
     */
    public LocalDate twelveMonthsBefore() {
        return yearBefore();
    }

    /** Returns the first day of the financial year, which is 1 April. */
    public LocalDate financialYearStart() {
        int year = date.getMonthValue() >= APRIL ? date.getYear() : date.getYear() - 1;
        return LocalDate.of(year, APRIL, 1);
    }

    /** Returns the last 24 months that ended on or before the as-at date, earliest first. */
    public List<YearMonth> trendMonths() {
        YearMonth latest =
                isMonthEnd(date) ? YearMonth.from(date) : YearMonth.from(date).minusMonths(1);
        return IntStream.range(0, TREND_MONTHS)
                .mapToObj(i -> latest.minusMonths(TREND_MONTHS - 1 - i))
                .toList();
    }

    /** Returns every date on which a measure counts active placements, sorted and without duplicates. */
    public List<LocalDate> stockDates() {
        return Stream.concat(
                        Stream.of(date, yearBefore(), twelveMonthsBefore()),
                        trendMonths().stream().map(YearMonth::atEndOfMonth))
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the three periods of every pack: the month, the financial year to date and the last 12 months. */
    public List<Period> headlinePeriods() {
        return List.of(
                period("Month", date.withDayOfMonth(1)),
                period("Financial year to date", financialYearStart()),
                new Period(
                        "Last 12 months",
                        twelveMonthsBefore().plusDays(1),
                        date,
                        yearBefore(twelveMonthsBefore()).plusDays(1),
                        twelveMonthsBefore()));
    }

    /** Returns the headline periods, followed by each month of the trend. */
    public List<Period> allPeriods() {
        return Stream.concat(headlinePeriods().stream(), trendPeriods().stream())
                .toList();
    }

    /** Returns each month of the trend. */
    public List<Period> trendPeriods() {
        return trendMonths().stream()
                .map(month -> new Period(
                        month.toString(),
                        month.atDay(1),
                        month.atEndOfMonth(),
                        month.minusMonths(12).atDay(1),
                        month.minusMonths(12).atEndOfMonth()))
                .toList();
    }

    /**
     * Returns the days of the trend before go-live, and those after it. A period without a day is left out, and both are
     * if the framework did not go live by the as-at date.
     */
    public List<Period> trendAroundGoLive() {
        LocalDate first = trendMonths().get(0).atDay(1);
        LocalDate last = trendMonths().get(TREND_MONTHS - 1).atEndOfMonth();
        return goLive.filter(day -> !day.isAfter(date)).stream()
                .flatMap(day -> Stream.of(
                        days("Before go-live", first, Collections.min(List.of(day.minusDays(1), last))),
                        days("After go-live", Collections.max(List.of(day, first)), last)))
                .filter(period -> !period.first().isAfter(period.last()))
                .toList();
    }

    private static Period days(String name, LocalDate first, LocalDate last) {
        return new Period(name, first, last, first.minusYears(1), last.minusYears(1));
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
