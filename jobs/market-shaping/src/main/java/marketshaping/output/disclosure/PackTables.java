package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables of a pack, and those of the pack before it, which readers have beside them. */
record PackTables(List<TableCells> own, List<TableCells> before) {

    PackTables {
        own = List.copyOf(own);
        before = List.copyOf(before);
    }

    List<TableCells> all() {
        return Stream.concat(before.stream(), own.stream()).toList();
    }

    /** Makes counts that are the same one cell, wherever they stand; the sums among those of several tables. */
    List<SumConstraint> shareCounts() {
        return share(TableCells::counts);
    }

    /** The same for money. */
    List<SumConstraint> shareFigures() {
        return share(TableCells::figures);
    }

    private List<SumConstraint> share(Function<TableCells, Grid> grid) {
        SharedCells shared = new SharedCells();
        List<TableCells> tables = new ArrayList<>(all());
        tables.forEach(table -> shared.add(table, grid.apply(table)));
        return shared.sums();
    }
}
