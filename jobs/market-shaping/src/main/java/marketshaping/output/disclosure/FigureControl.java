package marketshaping.output.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Column.Kind;
import marketshaping.model.table.Table;

/**
 * Which money, days and other figures of tables are hidden: those that rest on a hidden count, money of which one
 * provider has nearly all, and those from which a hidden one could be worked out. That is:
 *
 * <ul>
 *   <li>in a column that adds up, the others of its sum, for figures are shown exactly even where counts are rounded;
 *   <li>the same money in another table or pack;
 *   <li>the money in the same row, since a year is 365/7 weeks and a difference is one sum less another; but where no
 *       money column's name says that it compares (change, difference, uplift, premium), only that which rests on the
 *       same count: the year before's stays, and one rating's beside another's;
 *   <li>the others of a row that make up one figure ({@link ColumnSums});
 *   <li>a longest time of several groups, where it can only be the hidden group's.
 * </ul>
 */
final class FigureControl {
    static final Set<Kind> KINDS = EnumSet.of(Kind.MONEY, Kind.DAYS, Kind.NUMBER);
    private static final BigDecimal DOMINANT_PERCENT = BigDecimal.valueOf(85);
    private static final String LONGEST = "max_";
    private static final List<String> COMPARING = List.of("change", "difference", "uplift", "premium");

    private final Table table;
    private final DisclosureProfile profile;
    private final Grid counts;
    private final Grid figures;
    private final List<RowSum> totals;

    private FigureControl(TableCells cells, DisclosureProfile profile) {
        this.table = cells.table();
        this.profile = profile;
        this.counts = cells.counts();
        this.figures = cells.figures();
        this.totals = TotalRows.of(table);
    }

    /** Money of a supporting column is known to readers too: from another table, say. */
    static boolean isFigure(Column column) {
        return KINDS.contains(column.kind()) && (column.kind() == Kind.MONEY || !column.isSupporting());
    }

    /** Of tables that are published together, beside those that readers have; their counts come first. */
    static void apply(PackTables pack, DisclosureProfile profile) {
        List<SumConstraint> sums = new ArrayList<>(pack.shareFigures());
        List<FigureControl> own = pack.own().stream()
                .map(each -> new FigureControl(each, profile))
                .toList();
        own.forEach(FigureControl::hideThemselves);
        own.forEach(control -> sums.addAll(control.sums()));
        pack.before().forEach(each -> sums.addAll(new FigureControl(each, profile).sums()));
        SecondarySuppression suppression = new SecondarySuppression(List.of(new LoneCellAttack(), new LinearAttack()));
        do {
            suppression.protect(sums);
        } while (own.stream().filter(FigureControl::hideMoneyOfTheSameRow).count() > 0);
        own.forEach(FigureControl::hideLongest);
    }

    private void hideThemselves() {
        for (Column column : figures.columns()) {
            for (int row = 0; row < figures.size(); row++) {
                if (counts.isHidden(row, column.basis()) || isDominated(row, column)) {
                    figures.cell(row, column.name()).ifPresent(TableCell::hide);
                }
            }
        }
    }

    private boolean isDominated(int row, Column column) {
        String share = "_" + column.name() + "_top_provider_percent";
        return column.kind() == Kind.MONEY
                && table.columns().stream().anyMatch(other -> other.name().equals(share))
                && Grid.number(table.cell(table.rows().get(row), share))
                        .filter(percent -> percent.compareTo(DOMINANT_PERCENT) >= 0)
                        .isPresent();
    }

    private List<SumConstraint> sums() {
        List<SumConstraint> sums =
                new ArrayList<>(figures.columns().stream().flatMap(this::sums).toList());
        YearsBefore.of(table, figures).stream().filter(Additivity::holds).forEach(sums::add);
        sums.addAll(ColumnSums.of(table, figures));
        return sums;
    }

    private Stream<SumConstraint> sums(Column column) {
        List<SumConstraint> rows = figures.sums(totals, column.name());
        if (!Additivity.addsUp(rows)) {
            return Stream.empty();
        }
        List<SumConstraint> sums = new ArrayList<>(rows);
        figures.sums(PeriodSums.of(table), column.name()).stream()
                .filter(Additivity::holds)
                .forEach(sums::add);
        Nesting.of(table).forEach(nesting -> remainder(nesting, column).ifPresent(sums::add));
        return sums.stream();
    }

    /** The outer row's figure less the inner row's, where that rests on a small count. */
    private Optional<SumConstraint> remainder(Nesting nesting, Column column) {
        boolean isSmall = counts.cell(nesting.outer(), column.basis())
                .flatMap(outer -> counts.cell(nesting.inner(), column.basis())
                        .map(inner -> outer.value().subtract(inner.value())))
                .filter(profile::isSmall)
                .isPresent();
        return figures.cell(nesting.outer(), column.name()).flatMap(outer -> figures.cell(
                        nesting.inner(), column.name())
                .filter(inner -> isSmall)
                .map(inner -> new SumConstraint(
                        outer, List.of(inner, TableCell.remainder(outer.value().subtract(inner.value()))))));
    }

    private boolean hideMoneyOfTheSameRow() {
        boolean changed = false;
        for (List<String> columns : moneyThatTellsOfEachOther()) {
            for (int row = 0; row < figures.size(); row++) {
                int at = row;
                List<TableCell> money = columns.stream()
                        .flatMap(column -> figures.cell(at, column).stream())
                        .toList();
                if (money.stream().anyMatch(cell -> !cell.isShown())) {
                    changed |= money.stream().anyMatch(TableCell::canCover);
                    money.stream().filter(TableCell::canCover).forEach(TableCell::cover);
                }
            }
        }
        return changed;
    }

    /** All money of a row, or where nothing compares, that which rests on the same count. */
    private Collection<List<String>> moneyThatTellsOfEachOther() {
        List<Column> money = figures.columns().stream()
                .filter(column -> column.kind() == Kind.MONEY)
                .toList();
        boolean isCompared = money.stream().anyMatch(FigureControl::compares);
        return money.stream()
                .collect(Collectors.groupingBy(
                        column -> isCompared ? "" : column.basis(),
                        Collectors.mapping(Column::name, Collectors.toList())))
                .values();
    }

    private static boolean compares(Column column) {
        return COMPARING.stream().anyMatch(column.name()::contains);
    }

    private void hideLongest() {
        List<SumConstraint> groups = figures.columns().stream()
                .filter(column -> column.name().startsWith(LONGEST))
                .flatMap(column -> Stream.of(totals, PeriodSums.of(table))
                        .flatMap(rows -> figures.sums(rows, column.name()).stream()))
                .toList();
        List<TableCell> given;
        do {
            given = groups.stream()
                    .filter(FigureControl::isTheHiddenOnes)
                    .map(SumConstraint::total)
                    .toList();
            given.forEach(TableCell::cover);
        } while (!given.isEmpty());
    }

    private static boolean isTheHiddenOnes(SumConstraint group) {
        return group.total().canCover()
                && group.parts().stream().anyMatch(part -> !part.isShown())
                && group.parts().stream()
                        .filter(TableCell::isShown)
                        .noneMatch(part -> part.value().compareTo(group.total().value()) >= 0);
    }
}
