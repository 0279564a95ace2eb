package marketshaping.analysis.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import marketshaping.analysis.fact.AsAt;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Lines;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.analysis.rollup.Slice;
import marketshaping.model.table.Column;

/**
 * The calculation of a measure's table from the lines of placements: a roll-up, on the dates that the table covers.
 *
 * @param slices the dates or periods of the table, by as-at date
 */
public record Tabulation(Function<AsAt, List<Slice>> slices, RollUp rollUp) {
    /** The as-at date, and the same day one year before. */
    static final Function<AsAt, List<Slice>> AS_AT = asAt -> List.of(Slice.on("As at", asAt.date(), asAt.yearBefore()));

    /** The ends of the last 24 months, each labelled with its month. */
    static final Function<AsAt, List<Slice>> MONTH_ENDS = asAt -> asAt.trendMonths().stream()
            .map(month -> Slice.on(
                    month.toString(),
                    month.atEndOfMonth(),
                    month.minusMonths(12).atEndOfMonth()))
            .toList();

    /** Returns the rows of the table in the order of the columns. A value that is not known is null. */
    List<List<Object>> rows(Lines lines, AsAt asAt, List<Column> columns) {
        List<List<Object>> rows = new ArrayList<>();
        for (RollUp.Cell cell : rollUp.of(lines, slices.apply(asAt))) {
            Map<String, Object> values = new HashMap<>(cell.figures());
            for (int i = 0; i < cell.values().size(); i++) {
                values.put(rollUp.dimensions().get(i).name(), cell.values().get(i));
            }
            List<Object> row = new ArrayList<>();
            columns.forEach(column -> row.add(value(column, values)));
            rows.add(row);
        }
        return rows;
    }

    /** Returns the columns of the placement fact that the roll-up reads. */
    public Set<String> columnsRead() {
        Lines none = PlacementLines.none();
        rollUp.of(none, slices.apply(new AsAt(LocalDate.EPOCH)));
        return none.read();
    }

    private static Object value(Column column, Map<String, Object> values) {
        if (values.containsKey(column.name())) {
            return values.get(column.name());
        } else if (column.numerator().isEmpty()) {
            throw new IllegalStateException("No figure is declared for the column " + column.name());
        }
        long of = (Long) values.get(column.basis());
        return of == 0 ? null : (Object) (100 * (Long) values.get(column.numerator()) / (double) of);
    }
}
