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
 * Applies a {@link DisclosureProfile} to finished tables. Hidden figures become {@link Shorthand#SUPPRESSED}, and the
 * supporting columns are removed. All tables of a pack are protected together as linked tables, and so is the pack
 * that readers already have.
 *
 * <p>Disclosure control covers counts and all figures based on them (see {@link Column}), but never counts of things.
 * Shorthand in a table does not change. All suppressing profiles apply these rules:
 *
 * <ul>
 *   <li>Counts: zero is shown, and a small count is hidden (primary suppression). So is any count that would reveal a
 *       hidden one through additive constraints or feasibility intervals (secondary suppression, {@link
 *       CountControl}).
 *   <li>A percentage of two counts is hidden with either of them. If counts are rounded, it is calculated from the
 *       rounded counts.
 *   <li>A share (a percentage without a numerator) is hidden if the count on which it is based is hidden. It is also
 *       hidden if its row contains a hidden figure of which it may be a part or a change. For a share of the year
 *       before, only figures of the year before matter. If {@link ColumnSums} lists the parts of the whole, only
 *       these parts matter. A shown share is rounded to a whole percentage; if that is zero, it becomes {@link
 *       Shorthand#LOW}.
 *   <li>Money, days and other figures are hidden if the count on which they are based is hidden, or if they would
 *       reveal a hidden figure ({@link FigureControl}). If counts are rounded, days and numbers are rounded to one
 *       decimal place, because the decimals of a mean reveal its divisor.
 *   <li>A count or an amount of money that several tables show is hidden in all of them or in none ({@link
 *       SharedFigures}). The same applies to the previous pack: a figure hidden there stays hidden, and a figure
 *       shown there cannot be used for secondary suppression.
 *   <li>If the kind of a figure depends on its row (people or pounds), the rules for the kind in that row apply
 *       ({@link BasisTables}).
 * </ul>
 *
 * <p>A measure should base a share on the smaller of its counts; for a spot share, the spot placements. It should
 * sort rows by dimension, because an order by size reveals sizes.
 *
 * <p>Disclosure control does not cover:
 *
 * <ul>
 *   <li>packs before the previous one;
 *   <li>a total that the previous pack showed and that equals the number of its hidden parts in this pack, so that
 *       each part must be 1;
 *   <li>a group whose members all have the same property, shown as 100%;
 *   <li>a column that adds up or repeats other columns but is not listed in {@link ColumnSums}, {@link PartialTotals}
 *       or {@link SharedFigures}.
 * </ul>
 */
public final class Disclosure {
    private final DisclosureProfile profile;

    public Disclosure(DisclosureProfile profile) {
        this.profile = profile;
    }

    public DisclosureProfile profile() {
        return profile;
    }

    /** Applies disclosure control to a table that is published alone. Keeps the order of its rows. */
    public Table publish(Table table) {
        return publish(Map.of(table.id(), table), LocalDate.EPOCH, Optional.empty())
                .tables()
                .get(table.id());
    }

    /**
     * Applies disclosure control to tables that are published together.
     *
     * @param tables by table id
     * @param previous the pack that readers already have, with an earlier as-at date and the same profile
     */
    public PublishedTables publish(Map<String, Table> tables, LocalDate asAt, Optional<Release> previous) {
        Map<String, Map<Object, TableCells>> own = new LinkedHashMap<>();
        tables.forEach((id, table) -> own.put(id, cells(table, asAt)));
        if (profile != DisclosureProfile.NONE) {
            PackTables pack = new PackTables(
                    own.values().stream()
                            .flatMap(parts -> parts.values().stream())
                            .toList(),
                    previous.map(this::cells).orElse(List.of()));
            CountControl.apply(pack, profile);
            FigureControl.apply(pack, profile);
        }
        Map<String, Table> published = new LinkedHashMap<>();
        Map<String, Release.ReleasedTable> released = new LinkedHashMap<>();
        tables.forEach((id, table) -> {
            published.put(id, published(table, own.get(id)));
            released.put(id, new Release.ReleasedTable(table, merge(table, own.get(id), TableCells::hidden)));
        });
        return new PublishedTables(published, new Release(asAt, released));
    }

    private static Map<Object, TableCells> cells(Table table, LocalDate asAt) {
        Map<Object, TableCells> cells = new LinkedHashMap<>();
        BasisTables.split(table).forEach((basis, part) -> cells.put(basis, TableCells.of(part, asAt)));
        return cells;
    }

    private List<TableCells> cells(Release previous) {
        List<TableCells> cells = new ArrayList<>();
        for (Release.ReleasedTable released : previous.tables().values()) {
            BasisTables.split(released.exact())
                    .forEach((basis, part) -> cells.add(TableCells.published(
                            part,
                            previous.asAt(),
                            BasisTables.select(released.exact(), released.hidden(), basis),
                            profile)));
        }
        return cells;
    }

    private Table published(Table table, Map<Object, TableCells> cells) {
        Table exact = table.visible();
        return profile == DisclosureProfile.NONE
                ? exact
                : new Table(
                        table.id(),
                        table.title(),
                        exact.columns(),
                        merge(table, cells, part -> new PublishedTable(part, profile)
                                .table()
                                .visible()
                                .rows()),
                        table.note());
    }

    private static <T> List<T> merge(Table table, Map<Object, TableCells> cells, Function<TableCells, List<T>> ofPart) {
        Map<Object, List<T>> parts = new LinkedHashMap<>();
        cells.forEach((basis, part) -> parts.put(basis, ofPart.apply(part)));
        return BasisTables.merge(table, parts);
    }
}
