package marketshaping.output.disclosure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marketshaping.analysis.fact.AsAt;
import marketshaping.model.table.Table;

/**
 * Determines the day or period of a figure from its row and the as-at date. The same day or period has the same text in
 * every pack.
 */
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

    private static final String MONTH_PATTERN = "\\d{4}-\\d{2}";
    private static final String SEPARATOR = "/";

    /**
     * Returns the dimension that contains the day or period, which then does not restrict the figure; empty if there is
     * none.
     */
    String dimension() {
        return switch (this) {
            case MONTH_END, MONTH -> "month";
            case PERIOD, PERIOD_YEAR_BEFORE -> "period";
            case AS_AT, YEAR_BEFORE, LAST_12_MONTHS -> "";
        };
    }

    /**
     * Returns the day or period of the figure. It is empty if the row has no single month or period, such as the row
     * for all months before a day.
     */
    Optional<String> of(Table table, List<Object> row, LocalDate asAt) {
        return switch (this) {
            case AS_AT -> Optional.of(asAt.toString());
            case YEAR_BEFORE -> Optional.of(new AsAt(asAt).yearBefore().toString());
            case LAST_12_MONTHS -> period("Last 12 months", asAt);
            case MONTH_END ->
                month(table.cell(row, "month"))
                        .map(month -> month.atEndOfMonth().toString());
            case MONTH -> month(table.cell(row, "month")).map(FigurePeriod::wholeMonth);
            case PERIOD -> period(table.cell(row, "period").toString(), asAt);
            case PERIOD_YEAR_BEFORE ->
                periodYearBefore(table.cell(row, "period").toString(), asAt);
        };
    }

    /**
     * Returns the months in a period that starts on the first of a month. The last month may be incomplete, because it
     * ends with the period. Returns an empty list for any other period and for a single month.
     */
    static List<String> monthsOf(String when) {
        String[] days = when.split(SEPARATOR);
        if (days.length < 2) {
            return List.of();
        }
        LocalDate last = LocalDate.parse(days[1]);
        LocalDate first = LocalDate.parse(days[0]);
        if (first.getDayOfMonth() != 1) {
            return List.of();
        }
        List<String> months = new ArrayList<>();
        for (LocalDate month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            LocalDate end = YearMonth.from(month).atEndOfMonth();
            months.add(range(month, end.isAfter(last) ? last : end));
        }
        return months.size() == 1 ? List.of() : months;
    }

    private static Optional<YearMonth> month(Object cell) {
        return Optional.of(cell.toString())
                .filter(text -> text.matches(MONTH_PATTERN))
                .map(YearMonth::parse);
    }

    private static Optional<String> period(String name, LocalDate asAt) {
        return headlinePeriod(name, asAt)
                .map(period -> range(period.first(), period.last()))
                .or(() -> month(name).map(FigurePeriod::wholeMonth));
    }

    private static Optional<String> periodYearBefore(String name, LocalDate asAt) {
        return headlinePeriod(name, asAt)
                .map(period -> range(period.firstYearBefore(), period.lastYearBefore()))
                .or(() -> month(name).map(month -> wholeMonth(month.minusYears(1))));
    }

    private static Optional<AsAt.Period> headlinePeriod(String name, LocalDate asAt) {
        return new AsAt(asAt)
                .headlinePeriods().stream()
                        .filter(period -> period.name().equals(name))
                        .findFirst();
    }

    private static String wholeMonth(YearMonth month) {
        return range(month.atDay(1), month.atEndOfMonth());
    }

    private static String range(LocalDate first, LocalDate last) {
        return first + SEPARATOR + last;
    }
}
