package marketshaping.disclosure;

import java.util.List;
import marketshaping.table.Column.Kind;
import marketshaping.table.Table;

/** Which counts of a table are hidden: the small ones, and those from which a small one could be worked out. */
final class CountControl {

    private CountControl() {}

    static Grid apply(Table table, Profile profile) {
        Grid counts = Grid.of(table, column -> column.kind() == Kind.COUNT);
        for (int row = 0; row < counts.size(); row++) {
            counts.row(row).stream()
                    .filter(cell -> profile.isSmall(cell.value()))
                    .forEach(Cell::hide);
        }
        new SecondarySuppression(attacks(profile)).protect(CountSums.of(table, counts, profile));
        return counts;
    }

    /** Rounding leaves nothing exact to add or subtract; what it may leave is too narrow a range. */
    private static List<Attack> attacks(Profile profile) {
        IntervalAttack bounds = new IntervalAttack(profile);
        return profile.rounds() ? List.of(bounds) : List.of(new LoneCellAttack(), bounds, new LinearAttack());
    }
}
