package marketshaping.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Cells that a reader knows to add up: the parts make the total. They may stand in one table or in several. */
final class Sum {
    private final Cell total;
    private final List<Cell> parts;
    private final List<Cell> cells;
    private final BigDecimal difference;

    Sum(Cell total, List<Cell> parts) {
        this.total = total;
        this.parts = List.copyOf(parts);
        this.cells = Stream.concat(parts.stream(), Stream.of(total)).toList();
        this.difference = parts.stream().map(Cell::value).reduce(total.value(), BigDecimal::subtract);
    }

    Cell total() {
        return total;
    }

    List<Cell> parts() {
        return parts;
    }

    /** The parts, then the total. */
    List<Cell> cells() {
        return cells;
    }

    List<Cell> unknowns() {
        List<Cell> unknowns = new ArrayList<>();
        for (Cell cell : cells) {
            if (!cell.isShown()) {
                unknowns.add(cell);
            }
        }
        return unknowns;
    }

    /** True where hiding more of this sum would take something from a reader. */
    boolean canCover() {
        for (Cell cell : cells) {
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
