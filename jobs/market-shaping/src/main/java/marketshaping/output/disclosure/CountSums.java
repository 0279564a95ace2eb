package marketshaping.output.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Column.Kind;
import marketshaping.model.table.Table;

/**
 * Collects the sums by which readers can calculate one count of a table from others, as constraints. These constraints
 * link rows to totals, months to periods and columns to columns. They also link a percentage's numerator to its
 * denominator, and rows to other rows that contain or repeat them.
 *
 * <p>Row and period sums include a supporting count only if readers can derive it from a published percentage. People
 * are assumed to add up like placements, although one person may be in two settings.
 */
final class CountSums {

    /** A count column and some of its parts. No column contains the rest of the count, but readers can calculate it. */
    private record Remainder(String whole, List<String> parts) {
        Remainder yearBefore() {
            return new Remainder(
                    whole + YearsBefore.SUFFIX,
                    parts.stream().map(part -> part + YearsBefore.SUFFIX).toList());
        }
    }

    private static final List<Remainder> REMAINDERS = Stream.of(
                    new Remainder("people", List.of("people_out_of_borough")),
                    new Remainder("people", List.of("never_seen")),
                    new Remainder("people", List.of("never_seen", "seen_12_months")))
            .flatMap(remainder -> Stream.of(remainder, remainder.yearBefore()))
            .toList();

    private final Table table;
    private final Grid counts;
    private final DisclosureProfile profile;
    private final List<RowSum> totals;
    private final List<SumConstraint> sums = new ArrayList<>();

    private CountSums(Table table, Grid counts, DisclosureProfile profile) {
        this.table = table;
        this.counts = counts;
        this.profile = profile;
        this.totals = TotalRows.of(table);
    }

    static List<SumConstraint> of(Table table, Grid counts, DisclosureProfile profile) {
        return new CountSums(table, counts, profile).collect();
    }

    private List<SumConstraint> collect() {
        List<String> shown = counts.columns().stream()
                .filter(column -> !column.isSupporting())
                .map(Column::name)
                .toList();
        Set<String> derivable = countsInPercentages();
        shown.forEach(column -> sums.addAll(counts.sums(totals, column)));
        // A supporting count may describe one dimension only and repeat along another, so each sum is tested.
        derivable.forEach(column ->
                counts.sums(totals, column).stream().filter(Additivity::holds).forEach(sums::add));
        Stream.concat(shown.stream(), derivable.stream()).forEach(this::addPeriodSums);
        sums.addAll(ColumnSums.of(table, counts));
        sums.addAll(PartialTotals.of(table, counts));
        sums.addAll(RecordedTotals.of(table, counts));
        YearsBefore.of(table, counts).stream().filter(Additivity::holds).forEach(sums::add);
        addRowRemainders();
        shown.forEach(this::addNestingRemainders);
        derivable.forEach(column -> shown.forEach(other -> addRepeatedFigures(column, other)));
        return sums;
    }

    private Stream<Column> percentages() {
        return table.columns().stream()
                .filter(column -> column.kind() == Kind.PERCENT && !column.isSupporting())
                .filter(column -> !column.numerator().isEmpty());
    }

    private Set<String> countsInPercentages() {
        Set<String> derivable = new LinkedHashSet<>();
        percentages()
                .flatMap(column -> Stream.of(column.numerator(), column.basis()))
                .forEach(derivable::add);
        derivable.removeIf(name -> counts.columns().stream()
                .noneMatch(column -> column.isSupporting() && column.name().equals(name)));
        return derivable;
    }

    private void addPeriodSums(String column) {
        counts.sums(PeriodSums.of(table), column).stream()
                .filter(Additivity::holds)
                .forEach(sums::add);
    }

    private void addRowRemainders() {
        for (int row = 0; row < counts.size(); row++) {
            int at = row;
            percentages()
                    .forEach(percentage ->
                            addRemainder(counts.cell(at, percentage.basis()), counts.cell(at, percentage.numerator())));
            REMAINDERS.forEach(remainder -> addRemainder(at, remainder));
        }
    }

    private void addRemainder(int row, Remainder remainder) {
        List<TableCell> parts = remainder.parts().stream()
                .flatMap(part -> counts.cell(row, part).stream())
                .toList();
        if (parts.size() == remainder.parts().size()) {
            counts.cell(row, remainder.whole()).ifPresent(whole -> addIfSmall(whole, parts));
        }
    }

    private void addNestingRemainders(String column) {
        for (Nesting nesting : Nesting.of(table)) {
            addRemainder(counts.cell(nesting.outer(), column), counts.cell(nesting.inner(), column));
        }
    }

    /**
     * If the difference between the whole and the part is a small count, adds a constraint that prevents readers from
     * calculating it. Readers then never see both the whole and the part.
     */
    private void addRemainder(Optional<TableCell> whole, Optional<TableCell> part) {
        if (whole.isPresent() && part.isPresent()) {
            addIfSmall(whole.get(), List.of(part.get()));
        }
    }

    private void addIfSmall(TableCell whole, List<TableCell> parts) {
        BigDecimal rest = parts.stream().map(TableCell::value).reduce(whole.value(), BigDecimal::subtract);
        if (profile.isSmall(rest)) {
            sums.add(new SumConstraint(
                    whole,
                    Stream.concat(parts.stream(), Stream.of(TableCell.remainder(rest)))
                            .toList()));
        }
    }

    /**
     * Adds equality constraints if a supporting count equals a shown count in every row. Does the same if the count of
     * a total row equals the supporting count in all parts of that row.
     */
    private void addRepeatedFigures(String supporting, String shown) {
        List<SumConstraint> equalities = IntStream.range(0, counts.size())
                .mapToObj(row -> equality(counts.cell(row, shown), counts.cell(row, supporting)))
                .flatMap(Optional::stream)
                .toList();
        if (equalities.size() == counts.size()) {
            sums.addAll(equalities);
        }
        for (RowSum total : totals) {
            List<SumConstraint> repeated = total.parts().stream()
                    .map(part -> equality(counts.cell(total.total(), shown), counts.cell(part, supporting)))
                    .flatMap(Optional::stream)
                    .toList();
            if (repeated.size() == total.parts().size()) {
                sums.addAll(repeated);
            }
        }
    }

    private static Optional<SumConstraint> equality(Optional<TableCell> one, Optional<TableCell> other) {
        return one.flatMap(cell -> other.filter(twin -> twin.value().compareTo(cell.value()) == 0)
                .map(twin -> new SumConstraint(cell, List.of(twin))));
    }
}
