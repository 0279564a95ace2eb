package marketshaping.output.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import marketshaping.model.table.Column;
import marketshaping.output.workbook.Chart.Series;

/**
 * The figures on bars: in thousands where they are pounds in large sums, and none on a bar too small to hold it.
 *
 * @param bare of each series the rows, counted from 0, whose bar goes without
 */
record BarLabels(String format, List<List<Integer>> bare) {
    private static final BigDecimal LARGE = BigDecimal.valueOf(100_000);
    private static final BigDecimal SMALLEST_SHARE = new BigDecimal("0.035");

    static BarLabels of(List<Series> series, TableLocation place) {
        List<List<Object>> rows = place.table().rows();
        List<Integer> columns =
                series.stream().map(one -> place.table().indexOf(one.column())).toList();
        BigDecimal highest = rows.stream().map(row -> height(row, columns)).reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal smallest = highest.multiply(SMALLEST_SHARE);
        List<List<Integer>> bare = columns.stream()
                .map(column -> IntStream.range(0, rows.size())
                        .filter(row -> value(rows.get(row).get(column)).compareTo(smallest) < 0)
                        .boxed()
                        .toList())
                .toList();
        Column measured = place.table().columns().get(columns.get(0));
        boolean inThousands = measured.kind() == Column.Kind.MONEY && highest.compareTo(LARGE) >= 0;
        return new BarLabels(inThousands ? "\"£\"#,##0,\"k\"" : ChartStyle.axisFormat(measured), bare);
    }

    /** The same on every bar, for bars beside which there is room. */
    BarLabels onEvery() {
        return new BarLabels(
                format, bare.stream().map(rows -> List.<Integer>of()).toList());
    }

    private static BigDecimal height(List<Object> row, List<Integer> columns) {
        return columns.stream().map(column -> value(row.get(column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal value(Object cell) {
        return Numbers.isNumber(cell) ? Numbers.exact(cell) : BigDecimal.ZERO;
    }
}
