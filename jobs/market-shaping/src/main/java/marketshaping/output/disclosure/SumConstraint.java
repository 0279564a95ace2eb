package marketshaping.output.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Cells that a reader knows to add up: the parts make the total. They may stand in one table or in several. */
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

    TableCell total() {
        return total;
    }

    List<TableCell> parts() {
        return parts;
    }

    /** The parts, then the total. */
    List<TableCell> cells() {
        return cells;
    }

    List<TableCell> unknowns() {
        List<TableCell> unknowns = new ArrayList<>();
        for (TableCell cell : cells) {
            if (!cell.isShown()) {
                unknowns.add(cell);
            }
        }
        return unknowns;
    }

    /** True where hiding more of this sum would take something from a reader. */
    boolean canCover() {
        for (TableCell cell : cells) {
            if (cell.canCover()) {
                return true;
            }
        }
        return false;
    }

    /** The total less the parts: not nought for people, who may be counted in two parts and once in all. */
    BigDecimal difference() {
        return difference;
    }
}
