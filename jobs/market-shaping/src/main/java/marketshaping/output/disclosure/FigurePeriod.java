package marketshaping.output.disclosure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marketshaping.model.table.Table;

/** Which day or period a figure is of, told from its row and the as-at date, in words that are the same in any pack. */
enum FigurePeriod {
    AS_AT,
    YEAR_BEFORE,
    /** The last day of the row's month. */
    MONTH_END,
    /** The row's month. */
    MONTH,
    /** The row's period, which may be a month. */
    PERIOD,
    PERIOD_YEAR_BEFORE,
    LAST_12_MONTHS;

    private static final String A_MONTH = "\\d{4}-\\d{2}";
    private static final String BETWEEN = "/";
    private static final int APRIL = 4;

    /** The dimension that it is told from, which then narrows nothing; empty where there is none. */
    String dimension() {
        return switch (this) {
            case MONTH_END, MONTH -> "month";
            case PERIOD, PERIOD_YEAR_BEFORE -> "period";
            case AS_AT, YEAR_BEFORE, LAST_12_MONTHS -> "";
        };
    }

    /** Empty for a row of no single month or period, such as all months before a day. */
    Optional<String> of(Table table, List<Object> row, LocalDate asAt) {
        return switch (this) {
            case AS_AT -> Optional.of(asAt.toString());
            case YEAR_BEFORE -> Optional.of(yearBefore(asAt).toString());
            case LAST_12_MONTHS -> period("Last 12 months", asAt);
            case MONTH_END ->
                month(table.cell(row, "month"))
                        .map(month -> month.atEndOfMonth().toString());
            case MONTH -> month(table.cell(row, "month")).map(FigurePeriod::whole);
            case PERIOD -> period(table.cell(row, "period").toString(), asAt);
            case PERIOD_YEAR_BEFORE ->
                periodYearBefore(table.cell(row, "period").toString(), asAt);
        };
    }

    /**
     * The months that make up a period from the first of a month on, the last of them cut to it; else none. Twelve months
     * up to 28 February may begin on a 29th: the months after that day are taken, and make up the period where nothing
     * happened on it.
     */
    static List<String> monthsOf(String when) {
        String[] days = when.split(BETWEEN);
        if (days.length < 2) {
            return List.of();
        }
        LocalDate last = LocalDate.parse(days[1]);
        LocalDate start = LocalDate.parse(days[0]);
        LocalDate first = isMonthEnd(start) && isMonthEnd(last) ? start.plusDays(1) : start;
        if (first.getDayOfMonth() != 1) {
            return List.of();
        }
        List<String> months = new ArrayList<>();
        for (LocalDate month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            LocalDate end = YearMonth.from(month).atEndOfMonth();
            months.add(between(month, end.isAfter(last) ? last : end));
        }
        return months.size() == 1 ? List.of() : months;
    }

    private static Optional<YearMonth> month(Object cell) {
        return Optional.of(cell.toString())
                .filter(text -> text.matches(A_MONTH))
                .map(YearMonth::parse);
    }

    private static Optional<String> period(String name, LocalDate asAt) {
        return switch (name) {
            case "Month" -> Optional.of(between(asAt.withDayOfMonth(1), asAt));
            case "Financial year to date" -> Optional.of(between(april(asAt), asAt));
            case "Last 12 months" -> Optional.of(between(asAt.minusMonths(12).plusDays(1), asAt));
            default -> month(name).map(FigurePeriod::whole);
        };
    }

    private static Optional<String> periodYearBefore(String name, LocalDate asAt) {
        return switch (name) {
            case "Month" -> Optional.of(between(asAt.withDayOfMonth(1).minusYears(1), yearBefore(asAt)));
            case "Financial year to date" -> Optional.of(between(april(asAt).minusYears(1), yearBefore(asAt)));
            case "Last 12 months" -> Optional.of(between(asAt.minusMonths(24).plusDays(1), asAt.minusMonths(12)));
            default -> month(name).map(month -> whole(month.minusYears(1)));
        };
    }

    private static LocalDate april(LocalDate asAt) {
        return LocalDate.of(asAt.getMonthValue() >= APRIL ? asAt.getYear() : asAt.getYear() - 1, APRIL, 1);
    }

    /** Of a month's last day, the last day of that month a year before. */
    private static LocalDate yearBefore(LocalDate day) {
        return isMonthEnd(day) ? YearMonth.from(day).minusYears(1).atEndOfMonth() : day.minusYears(1);
    }

    private static boolean isMonthEnd(LocalDate day) {
        return day.equals(YearMonth.from(day).atEndOfMonth());
    }

    private static String whole(YearMonth month) {
        return between(month.atDay(1), month.atEndOfMonth());
    }

    private static String between(LocalDate first, LocalDate last) {
        return first + BETWEEN + last;
    }
}
