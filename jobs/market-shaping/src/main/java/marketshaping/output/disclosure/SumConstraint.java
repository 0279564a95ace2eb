package marketshaping.output.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sum that readers know: the cells of the parts add up to the cell of the total. Its cells may be in several tables.
 */
final class SumConstraint {
    private final TableCell total;
    private final List<TableCell> parts;
    private final List<TableCell> cells;
    private final BigDecimal difference;

    SumConstraint(TableCell total, List<TableCell> parts) {
        this.total = total;
        this.parts = List.copyOf(parts);
        this.cells = Stream.concat(parts.stream(), Stream.of(total)).toList();
        this.difference = parts.stream().map(TableCell::value).reduce(total.value(), BigDecimal::subtract);
    }

    /** Returns the constraint that the parts and a rest, which isn't negative, add up to the total. */
    SumConstraint withRest() {
        return new SumConstraint(
                total,
                Stream.concat(parts.stream(), Stream.of(TableCell.rest(difference)))
                        .toList());
    }

    TableCell total() {
        return total;
    }

    List<TableCell> parts() {
        return parts;
    }

    /** Returns the cells of the parts, followed by the cell of the total. */
    List<TableCell> cells() {
        return cells;
    }

    /** Returns the cells that readers cannot see. */
    List<TableCell> unknowns() {
        List<TableCell> unknowns = new ArrayList<>();
        for (TableCell cell : cells) {
            if (!cell.isShown()) {
                unknowns.add(cell);
            }
        }
        return unknowns;
    }

    /** Returns true if this constraint has a cell left to suppress. */
    boolean canSuppress() {
        for (TableCell cell : cells) {
            if (cell.canSuppress()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the total less the parts. It can differ from zero for people, who may be counted in two parts but once
     * in the total.
     */
    BigDecimal difference() {
        return difference;
    }
}
