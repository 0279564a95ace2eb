package marketshaping.output.disclosure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;

/**
 * Links figures of the year before to the past. A month's {@code _year_before} column repeats a figure in the row of
 * the same month one year earlier.
 */
final class YearsBefore {
    static final String SUFFIX = "_year_before";
    private static final String MONTH = "\\d{4}-\\d{2}";

    private YearsBefore() {}

    static boolean isYearBefore(Column column) {
        return column.name().endsWith(SUFFIX);
    }

    static List<SumConstraint> of(Table table, Grid grid) {
        List<SumConstraint> sums = new ArrayList<>();
        Stream.of("period", "month")
                .flatMap(dimension -> Slices.of(table, dimension).values().stream())
                .forEach(slice -> slice.forEach((month, row) -> {
                    if (month.matches(MONTH)) {
                        String earlier = YearMonth.parse(month).minusYears(1).toString();
                        if (slice.containsKey(earlier)) {
                            addPairs(sums, grid, row, slice.get(earlier));
                        }
                    }
                }));
        return sums;
    }

    private static void addPairs(List<SumConstraint> sums, Grid grid, int row, int earlier) {
        for (Column column : grid.columns()) {
            if (isYearBefore(column)) {
                String name = column.name();
                String own = name.substring(0, name.length() - SUFFIX.length());
                grid.cell(row, name)
                        .flatMap(
                                before -> grid.cell(earlier, own).map(cell -> new SumConstraint(cell, List.of(before))))
                        .ifPresent(sums::add);
            }
        }
    }
}
