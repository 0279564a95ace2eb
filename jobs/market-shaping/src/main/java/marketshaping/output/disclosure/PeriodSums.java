package marketshaping.output.disclosure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import marketshaping.model.table.Table;

/**
 * Finds the monthly rows that add up to a longer period in the same table. The last monthly row equals the row Month,
 * the months since April equal Financial year to date, and the last twelve equal Last 12 months.
 *
 * <p>The sums are exact only if the as-at date is the end of a month. Callers must check each sum and discard those
 * that do not hold.
 */
final class PeriodSums {
    private static final String MONTH = "\\d{4}-\\d{2}";
    private static final int APRIL = 4;

    private PeriodSums() {}

    static List<RowSum> of(Table table) {
        List<RowSum> sums = new ArrayList<>();
        Slices.of(table, "period").forEach((others, slice) -> {
            TreeMap<YearMonth, Integer> months = new TreeMap<>();
            slice.forEach((period, row) -> {
                if (period.matches(MONTH)) {
                    months.put(YearMonth.parse(period), row);
                }
            });
            if (!months.isEmpty()) {
                YearMonth last = months.lastKey();
                add(sums, slice, "Month", months.tailMap(last));
                add(sums, slice, "Financial year to date", months.tailMap(april(last)));
                add(sums, slice, "Last 12 months", months.tailMap(last.minusMonths(11)));
            }
        });
        return sums;
    }

    private static void add(
            List<RowSum> sums, TreeMap<String, Integer> slice, String period, SortedMap<YearMonth, Integer> months) {
        if (slice.containsKey(period)) {
            sums.add(new RowSum(slice.get(period), List.copyOf(months.values())));
        }
    }

    private static YearMonth april(YearMonth month) {
        return YearMonth.of(month.getMonthValue() >= APRIL ? month.getYear() : month.getYear() - 1, APRIL);
    }
}
