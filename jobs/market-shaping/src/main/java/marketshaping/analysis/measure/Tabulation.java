package marketshaping.analysis.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.analysis.fact.AsAt;
import marketshaping.analysis.fact.FactLines;
import marketshaping.analysis.fact.RollUpRequest;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.analysis.rollup.Slice;
import marketshaping.analysis.rollup.Span;
import marketshaping.model.table.Column;

/**
 * The calculation of a measure's table from the lines of facts: roll-ups, on the dates that the table covers.
 *
 * @param sources the roll-ups, whose cells are merged: cells with the same dimensions have the figures of all
 * @param derived figures that are calculated from others, in the order of calculation
 * @param shown selects the rows of the table; other cells only serve derived figures
 */
public record Tabulation(List<FactRollUp> sources, List<Derived> derived, Predicate<Map<String, Object>> shown) {
    /** The as-at date, and the same day one year before. */
    static final Function<AsAt, List<Slice>> AS_AT = asAt -> List.of(Slice.on("As at", asAt.date(), asAt.yearBefore()));

    /** The ends of the last 24 months, each labelled with its month. */
    static final Function<AsAt, List<Slice>> MONTH_ENDS = asAt -> asAt.trendMonths().stream()
            .map(month -> Slice.on(
                    month.toString(),
                    month.atEndOfMonth(),
                    month.minusMonths(12).atEndOfMonth()))
            .toList();

    /** The month, the financial year to date and the last 12 months, each with the same period a year before. */
    static final Function<AsAt, List<Slice>> HEADLINE_PERIODS =
            asAt -> asAt.headlinePeriods().stream().map(Tabulation::slice).toList();

    /** The last 12 months, and the 12 months before. */
    static final Function<AsAt, List<Slice>> LAST_12_MONTHS = asAt -> HEADLINE_PERIODS.apply(asAt).stream()
            .filter(slice -> slice.label().equals("Last 12 months"))
            .toList();

    /** The headline periods and each of the last 24 months, with the same period a year before. */
    static final Function<AsAt, List<Slice>> ALL_PERIODS =
            asAt -> asAt.allPeriods().stream().map(Tabulation::slice).toList();

    /** The last 24 months, each with the same month a year before. */
    static final Function<AsAt, List<Slice>> MONTHS =
            asAt -> asAt.trendPeriods().stream().map(Tabulation::slice).toList();

    /** The last 24 months, each from its first day to the as-at date. */
    static final Function<AsAt, List<Slice>> SINCE_MONTHS = asAt -> asAt.trendMonths().stream()
            .map(month -> {
                Span since = Span.of(month.atDay(1), asAt.date());
                return new Slice(month.toString(), since, since);
            })
            .toList();

    /** The as-at date and the same day one year before, each with the days since the last 12 months began. */
    static final Function<AsAt, List<Slice>> AS_AT_SINCE_12_MONTHS = asAt -> LAST_12_MONTHS.apply(asAt).stream()
            .map(slice ->
                    new Slice("As at", slice.now(), new Span(slice.yearBefore().first(), (int)
                            asAt.yearBefore().toEpochDay())))
            .toList();

    /** The last 24 months, and their days before and after go-live. */
    static final Function<AsAt, List<Slice>> MONTHS_AND_GO_LIVE = asAt -> Stream.concat(
                    MONTHS.apply(asAt).stream(),
                    asAt.trendAroundGoLive().stream().map(Tabulation::slice))
            .toList();

    Tabulation(FactLines fact, Function<AsAt, List<Slice>> slices, RollUp rollUp) {
        this(List.of(new FactRollUp(fact, slices, rollUp)), List.of(), any -> true);
    }

    private static Slice slice(AsAt.Period period) {
        return new Slice(
                period.name(),
                Span.of(period.first(), period.last()),
                Span.of(period.firstYearBefore(), period.lastYearBefore()));
    }

    Tabulation with(Derived... figures) {
        return new Tabulation(sources, List.of(figures), shown);
    }

    Tabulation showing(Predicate<Map<String, Object>> rows) {
        return new Tabulation(sources, derived, rows);
    }

    /** Returns a tabulation that also has the cells of another. A dimension that one of them lacks is All there. */
    Tabulation and(Tabulation other) {
        return new Tabulation(
                Stream.concat(sources.stream(), other.sources.stream()).toList(), derived, shown);
    }

    /** Returns the roll-ups that the table needs. */
    List<RollUpRequest> requests(AsAt asAt) {
        return sources.stream().map(source -> source.request(asAt)).toList();
    }

    /** Returns the rows of the table in the order of the columns. A value that is not known is null. */
    List<List<Object>> rows(Map<RollUpRequest, List<RollUp.Cell>> rolledUp, List<Column> columns) {
        Cells cells = new Cells(
                sources.stream().flatMap(FactRollUp::dimensions).distinct().toList());
        rolledUp.forEach((request, own) -> cells.addAll(request.rollUp(), own));
        derived.forEach(cells::add);
        return cells.values().stream()
                .filter(shown)
                .map(values -> columns.stream()
                        .map(column -> value(column, values))
                        .collect(Collectors.toCollection(ArrayList<Object>::new)))
                .map(row -> (List<Object>) row)
                .toList();
    }

    /** Returns the columns that the roll-ups read, by view. */
    public Map<String, Set<String>> columnsRead() {
        return sources.stream()
                .collect(Collectors.groupingBy(
                        source -> source.fact().view(),
                        Collectors.flatMapping(source -> source.columnsRead().stream(), Collectors.toSet())));
    }

    private static Object value(Column column, Map<String, Object> values) {
        if (values.containsKey(column.name())) {
            return typed(column.kind(), values.get(column.name()));
        } else if (column.numerator().isEmpty()) {
            throw new IllegalStateException("No figure is declared for the column " + column.name());
        }
        return Derived.percent(values, column.numerator(), column.basis());
    }

    /** Returns an amount as the type of number that the column contains. Money stays exact. */
    private static Object typed(Column.Kind kind, Object value) {
        if (!(value instanceof BigDecimal amount)) {
            return value;
        }
        return switch (kind) {
            case COUNT, COUNT_OF_THINGS -> (Object) amount.longValueExact();
            case DAYS, NUMBER, PERCENT -> (Object) amount.doubleValue();
            default -> amount;
        };
    }
}
