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
 * Decides which money, days and other figures to hide. Primary suppression covers figures based on a hidden count and
 * money that one provider dominates (dominance rule). Where a figure is hidden, secondary suppression covers:
 *
 * <ul>
 *   <li>other figures of the same sum, if the column adds up, because figures are exact even where counts are rounded;
 *   <li>the same money in another table or pack;
 *   <li>other money in the same row, if the two amounts have the same count as their basis: a yearly amount, for
 *       example, is 365/7 times the weekly amount. If any money column is a comparison (change, difference, uplift or
 *       premium), this applies to all money in the row;
 *   <li>other figures of the row that add up to one figure ({@link ColumnSums});
 *   <li>a maximum time over several groups, if only a hidden group can have that maximum.
 * </ul>
 */
final class FigureControl {
    static final Set<Kind> KINDS = EnumSet.of(Kind.MONEY, Kind.DAYS, Kind.NUMBER);
    private static final BigDecimal DOMINANT_PERCENT = BigDecimal.valueOf(85);
    private static final String MAXIMUM_PREFIX = "max_";
    private static final List<String> COMPARISON_WORDS = List.of("change", "difference", "uplift", "premium");

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

    /**
     * Returns true if the column contains money, days or other numbers. For supporting columns, returns true only for
     * money, because another table may show it.
     */
    static boolean isFigure(Column column) {
        return KINDS.contains(column.kind()) && (column.kind() == Kind.MONEY || !column.isSupporting());
    }

    /**
     * Hides figures in the tables of a new pack, taking account of the previous pack. Call {@link CountControl} first.
     */
    static void apply(PackTables pack, DisclosureProfile profile) {
        List<SumConstraint> sums = new ArrayList<>(pack.linkFigures());
        List<FigureControl> own = pack.own().stream()
                .map(each -> new FigureControl(each, profile))
                .toList();
        own.forEach(FigureControl::suppressDirectly);
        own.forEach(control -> sums.addAll(control.sums()));
        pack.previous().forEach(each -> sums.addAll(new FigureControl(each, profile).sums()));
        SecondarySuppression suppression = new SecondarySuppression(List.of(new LoneCellAttack(), new LinearAttack()));
        do {
            suppression.protect(sums);
        } while (own.stream().filter(FigureControl::suppressMoneyOfSameRow).count() > 0);
        own.forEach(FigureControl::suppressMaxima);
    }

    private void suppressDirectly() {
        for (Column column : figures.columns()) {
            for (int row = 0; row < figures.size(); row++) {
                if (counts.isHidden(row, column.basis()) || isDominated(row, column)) {
                    figures.cell(row, column.name()).ifPresent(TableCell::suppressPrimary);
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

    /**
     * Returns a constraint that prevents readers from calculating the difference between the outer and the inner row.
     * Returns empty unless the difference is based on a small count.
     */
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

    private boolean suppressMoneyOfSameRow() {
        boolean changed = false;
        for (List<String> columns : dependentMoneyColumns()) {
            for (int row = 0; row < figures.size(); row++) {
                int at = row;
                List<TableCell> money = columns.stream()
                        .flatMap(column -> figures.cell(at, column).stream())
                        .toList();
                if (money.stream().anyMatch(cell -> !cell.isShown())) {
                    changed |= money.stream().anyMatch(TableCell::canSuppress);
                    money.stream().filter(TableCell::canSuppress).forEach(TableCell::suppressSecondary);
                }
            }
        }
        return changed;
    }

    /**
     * Groups the money columns that must be hidden together. If any column is a comparison, all are one group;
     * otherwise columns based on the same count are.
     */
    private Collection<List<String>> dependentMoneyColumns() {
        List<Column> money = figures.columns().stream()
                .filter(column -> column.kind() == Kind.MONEY)
                .toList();
        boolean isCompared = money.stream().anyMatch(FigureControl::isComparison);
        return money.stream()
                .collect(Collectors.groupingBy(
                        column -> isCompared ? "" : column.basis(),
                        Collectors.mapping(Column::name, Collectors.toList())))
                .values();
    }

    private static boolean isComparison(Column column) {
        return COMPARISON_WORDS.stream().anyMatch(column.name()::contains);
    }

    private void suppressMaxima() {
        List<SumConstraint> groups = figures.columns().stream()
                .filter(column -> column.name().startsWith(MAXIMUM_PREFIX))
                .flatMap(column -> Stream.of(totals, PeriodSums.of(table))
                        .flatMap(rows -> figures.sums(rows, column.name()).stream()))
                .toList();
        List<TableCell> exposed;
        do {
            exposed = groups.stream()
                    .filter(FigureControl::isMaximumOfHiddenPart)
                    .map(SumConstraint::total)
                    .toList();
            exposed.forEach(TableCell::suppressSecondary);
        } while (!exposed.isEmpty());
    }

    private static boolean isMaximumOfHiddenPart(SumConstraint group) {
        return group.total().canSuppress()
                && group.parts().stream().anyMatch(part -> !part.isShown())
                && group.parts().stream()
                        .filter(TableCell::isShown)
                        .noneMatch(part -> part.value().compareTo(group.total().value()) >= 0);
    }
}
