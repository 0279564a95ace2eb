package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The tables of a new pack and of the previous pack, which readers already have.
 *
 * @param own tables of the new pack
 * @param previous tables of the previous pack
 */
record PackTables(List<TableCells> own, List<TableCells> previous) {

    PackTables {
        own = List.copyOf(own);
        previous = List.copyOf(previous);
    }

    List<TableCells> all() {
        return Stream.concat(previous.stream(), own.stream()).toList();
    }

    /**
     * Makes all tables that show the same count share one cell, so that it is hidden in all of them or in none. Returns
     * the sums that link different counts across tables.
     */
    List<SumConstraint> linkCounts() {
        return link(TableCells::counts);
    }

    /**
     * Makes all tables that show the same amount of money share one cell. Returns the sums that link different amounts
     * across tables.
     */
    List<SumConstraint> linkFigures() {
        return link(TableCells::figures);
    }

    private List<SumConstraint> link(Function<TableCells, Grid> grid) {
        SharedCells shared = new SharedCells();
        List<TableCells> tables = new ArrayList<>(all());
        tables.forEach(table -> shared.add(table, grid.apply(table)));
        return shared.sums();
    }
}
