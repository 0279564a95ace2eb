package marketshaping.output.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;

/**
 * Makes finished tables fit to be published under a {@link DisclosureProfile}: hidden figures become
 * {@link Shorthand#SUPPRESSED}, and the columns that only serve disclosure control are gone. Tables of one pack are
 * treated together, and beside the pack that readers have already.
 *
 * <p>Counts and everything that rests on them (see {@link Column}) are treated, counts of things never. What stands in
 * a table as shorthand stays. Under both suppressing profiles:
 *
 * <ul>
 *   <li>a count of nought is shown, a small one is hidden, and so are others where sums of rows or columns, or bounds,
 *       give a hidden one away ({@link CountControl});
 *   <li>a percentage of two counts is hidden with either of them, and where counts are rounded is worked out from the
 *       rounded ones;
 *   <li>a share that rests on a count is hidden with it and with any figure of its row, of which it may be a part or a
 *       change, but for a year before's with a figure of this year, and for figures that are none of those that make
 *       up the whole; otherwise it is rounded to a whole percentage, {@link Shorthand#LOW} where that is nought;
 *   <li>money, days and other figures are hidden with the count that they rest on, and where they give a hidden one
 *       away ({@link FigureControl}). Where counts are rounded, days and numbers are rounded to one decimal place, for
 *       the decimals of a mean tell the count that it was divided by;
 *   <li>a count, or money, that several tables show is hidden in all of them or in none ({@link SharedFigures}), and so
 *       is one that stood in the pack before: what that one hid stays hidden, and what it showed can hide nothing;
 *   <li>figures that are people in one row and pounds in another are treated as what they are ({@link BasisTables}).
 * </ul>
 *
 * <p>A measure helps by resting a share on the smaller of the counts behind it (that of the spot lines, for a spot
 * share) and by ordering rows by their dimensions, for an order by size tells sizes. Not covered: packs before the one
 * before; a total in the pack before that this one breaks into as many hidden parts; a group all of whom are alike
 * (100%); a column that adds up or repeats others and that {@link ColumnSums}, {@link PartialTotals} and
 * {@link SharedFigures} don't name.
 */
public final class Disclosure {
    private final DisclosureProfile profile;

    public Disclosure(DisclosureProfile profile) {
        this.profile = profile;
    }

    public DisclosureProfile profile() {
        return profile;
    }

    /** A table that is published alone, its rows in the same order. */
    public Table publish(Table table) {
        return publish(Map.of(table.id(), table), LocalDate.EPOCH, Optional.empty())
                .tables()
                .get(table.id());
    }

    /**
     * Tables that are published together.
     *
     * @param tables by id
     * @param before the pack that readers have already, of an earlier date and the same profile
     */
    public PublishedTables publish(Map<String, Table> tables, LocalDate asAt, Optional<Release> before) {
        Map<String, Map<Object, TableCells>> own = new LinkedHashMap<>();
        tables.forEach((id, table) -> own.put(id, cells(table, asAt)));
        if (profile != DisclosureProfile.NONE) {
            PackTables pack = new PackTables(
                    own.values().stream()
                            .flatMap(parts -> parts.values().stream())
                            .toList(),
                    before.map(this::cells).orElse(List.of()));
            CountControl.apply(pack, profile);
            FigureControl.apply(pack, profile);
        }
        Map<String, Table> shown = new LinkedHashMap<>();
        Map<String, Release.Made> made = new LinkedHashMap<>();
        tables.forEach((id, table) -> {
            shown.put(id, shown(table, own.get(id)));
            made.put(id, new Release.Made(table, together(table, own.get(id), TableCells::hidden)));
        });
        return new PublishedTables(shown, new Release(asAt, made));
    }

    private static Map<Object, TableCells> cells(Table table, LocalDate asAt) {
        Map<Object, TableCells> cells = new LinkedHashMap<>();
        BasisTables.parts(table).forEach((basis, part) -> cells.put(basis, TableCells.of(part, asAt)));
        return cells;
    }

    private List<TableCells> cells(Release before) {
        List<TableCells> cells = new ArrayList<>();
        for (Release.Made made : before.tables().values()) {
            BasisTables.parts(made.exact())
                    .forEach((basis, part) -> cells.add(TableCells.published(
                            part, before.asAt(), BasisTables.ofPart(made.exact(), made.hidden(), basis), profile)));
        }
        return cells;
    }

    private Table shown(Table table, Map<Object, TableCells> cells) {
        Table exact = table.visible();
        return profile == DisclosureProfile.NONE
                ? exact
                : new Table(
                        table.id(),
                        table.title(),
                        exact.columns(),
                        together(table, cells, part -> new PublishedTable(part, profile)
                                .table()
                                .visible()
                                .rows()),
                        table.note());
    }

    private static <T> List<T> together(
            Table table, Map<Object, TableCells> cells, Function<TableCells, List<T>> ofPart) {
        Map<Object, List<T>> parts = new LinkedHashMap<>();
        cells.forEach((basis, part) -> parts.put(basis, ofPart.apply(part)));
        return BasisTables.together(table, parts);
    }
}
