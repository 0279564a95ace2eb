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
 * All that a reader of a table knows to add up among its counts: rows to totals, months to periods, columns to columns,
 * a percentage's numerator and the rest to its denominator, and rows that lie within others or repeat them.
 *
 * <p>A supporting count is known as far as a percentage that readers see gives it away, and only then has sums here.
 * People are taken to add up like placements, though a person may be in two settings.
 */
final class CountSums {

    /** A count and those of its parts that stand beside it: what is left of it stands nowhere, yet readers know it. */
    private record Leftover(String whole, List<String> parts) {
        Leftover yearBefore() {
            return new Leftover(
                    whole + YearsBefore.SUFFIX,
                    parts.stream().map(part -> part + YearsBefore.SUFFIX).toList());
        }
    }

    private static final List<Leftover> LEFTOVERS = Stream.of(
                    new Leftover("people", List.of("people_out_of_borough")),
                    new Leftover("people", List.of("never_seen")),
                    new Leftover("people", List.of("never_seen", "seen_12_months")))
            .flatMap(leftover -> Stream.of(leftover, leftover.yearBefore()))
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
        return new CountSums(table, counts, profile).all();
    }

    private List<SumConstraint> all() {
        List<String> shown = counts.columns().stream()
                .filter(column -> !column.isSupporting())
                .map(Column::name)
                .toList();
        Set<String> given = givenAwayByPercentages();
        shown.forEach(column -> sums.addAll(counts.sums(totals, column)));
        // Such a count may stand for one dimension only, and be repeated along another; so each sum is looked at.
        given.forEach(column ->
                counts.sums(totals, column).stream().filter(Additivity::holds).forEach(sums::add));
        Stream.concat(shown.stream(), given.stream()).forEach(this::addPeriods);
        sums.addAll(ColumnSums.of(table, counts));
        sums.addAll(PartialTotals.of(table, counts));
        sums.addAll(RecordedTotals.of(table, counts));
        YearsBefore.of(table, counts).stream().filter(Additivity::holds).forEach(sums::add);
        addWhatIsLeftOfARow();
        shown.forEach(this::addRemaindersOfNestings);
        given.forEach(column -> shown.forEach(other -> addSameFigures(column, other)));
        return sums;
    }

    private Stream<Column> percentages() {
        return table.columns().stream()
                .filter(column -> column.kind() == Kind.PERCENT && !column.isSupporting())
                .filter(column -> !column.numerator().isEmpty());
    }

    private Set<String> givenAwayByPercentages() {
        Set<String> given = new LinkedHashSet<>();
        percentages()
                .flatMap(column -> Stream.of(column.numerator(), column.basis()))
                .forEach(given::add);
        given.removeIf(name -> counts.columns().stream()
                .noneMatch(column -> column.isSupporting() && column.name().equals(name)));
        return given;
    }

    private void addPeriods(String column) {
        counts.sums(PeriodSums.of(table), column).stream()
                .filter(Additivity::holds)
                .forEach(sums::add);
    }

    private void addWhatIsLeftOfARow() {
        for (int row = 0; row < counts.size(); row++) {
            int at = row;
            percentages()
                    .forEach(percentage ->
                            addRemainder(counts.cell(at, percentage.basis()), counts.cell(at, percentage.numerator())));
            LEFTOVERS.forEach(leftover -> addLeftover(at, leftover));
        }
    }

    private void addLeftover(int row, Leftover leftover) {
        List<TableCell> parts = leftover.parts().stream()
                .flatMap(part -> counts.cell(row, part).stream())
                .toList();
        if (parts.size() == leftover.parts().size()) {
            counts.cell(row, leftover.whole()).ifPresent(whole -> addRest(whole, parts));
        }
    }

    private void addRemaindersOfNestings(String column) {
        for (Nesting nesting : Nesting.of(table)) {
            addRemainder(counts.cell(nesting.outer(), column), counts.cell(nesting.inner(), column));
        }
    }

    /** Where few are left of the whole without the part, readers must not see both. */
    private void addRemainder(Optional<TableCell> whole, Optional<TableCell> part) {
        if (whole.isPresent() && part.isPresent()) {
            addRest(whole.get(), List.of(part.get()));
        }
    }

    private void addRest(TableCell whole, List<TableCell> parts) {
        BigDecimal rest = parts.stream().map(TableCell::value).reduce(whole.value(), BigDecimal::subtract);
        if (profile.isSmall(rest)) {
            sums.add(new SumConstraint(
                    whole,
                    Stream.concat(parts.stream(), Stream.of(TableCell.remainder(rest)))
                            .toList()));
        }
    }

    /**
     * A supporting count that repeats a shown one, of its own row or of the row that totals it, gives that one away.
     */
    private void addSameFigures(String supporting, String shown) {
        List<SumConstraint> same = IntStream.range(0, counts.size())
                .mapToObj(row -> same(counts.cell(row, shown), counts.cell(row, supporting)))
                .flatMap(Optional::stream)
                .toList();
        if (same.size() == counts.size()) {
            sums.addAll(same);
        }
        for (RowSum total : totals) {
            List<SumConstraint> repeated = total.parts().stream()
                    .map(part -> same(counts.cell(total.total(), shown), counts.cell(part, supporting)))
                    .flatMap(Optional::stream)
                    .toList();
            if (repeated.size() == total.parts().size()) {
                sums.addAll(repeated);
            }
        }
    }

    private static Optional<SumConstraint> same(Optional<TableCell> one, Optional<TableCell> other) {
        return one.flatMap(cell -> other.filter(twin -> twin.value().compareTo(cell.value()) == 0)
                .map(twin -> new SumConstraint(cell, List.of(twin))));
    }
}
