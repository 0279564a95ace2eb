package marketshaping.output.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import marketshaping.model.table.Column;
import marketshaping.output.workbook.Chart.Series;

/**
 * The number format and positions of the labels in a bar chart. Large amounts of money are in thousands; bars too small
 * for a label have none.
 *
 * @param unlabelled for each series, the rows without a label, counted from 0
 */
record BarLabels(String format, List<List<Integer>> unlabelled) {
    private static final BigDecimal THOUSANDS_FROM = BigDecimal.valueOf(100_000);
    private static final BigDecimal SMALLEST_LABELLED_SHARE = new BigDecimal("0.035");

    static BarLabels of(List<Series> series, TableLocation location) {
        List<List<Object>> rows = location.table().rows();
        List<Integer> columns = series.stream()
                .map(each -> location.table().indexOf(each.column()))
                .toList();
        BigDecimal highest = rows.stream().map(row -> height(row, columns)).reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal smallest = highest.multiply(SMALLEST_LABELLED_SHARE);
        List<List<Integer>> unlabelled = columns.stream()
                .map(column -> IntStream.range(0, rows.size())
                        .filter(row -> value(rows.get(row).get(column)).compareTo(smallest) < 0)
                        .boxed()
                        .toList())
                .toList();
        Column measured = location.table().columns().get(columns.get(0));
        boolean inThousands = measured.kind() == Column.Kind.MONEY && highest.compareTo(THOUSANDS_FROM) >= 0;
        return new BarLabels(inThousands ? "\"£\"#,##0,\"k\"" : ChartStyle.axisFormat(measured), unlabelled);
    }

    /** Returns labels for all bars, for charts with room next to the bars. */
    BarLabels onAllBars() {
        return new BarLabels(
                format, unlabelled.stream().map(rows -> List.<Integer>of()).toList());
    }

    private static BigDecimal height(List<Object> row, List<Integer> columns) {
        return columns.stream().map(column -> value(row.get(column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal value(Object cell) {
        return Numbers.isNumber(cell) ? Numbers.exact(cell) : BigDecimal.ZERO;
    }
}
