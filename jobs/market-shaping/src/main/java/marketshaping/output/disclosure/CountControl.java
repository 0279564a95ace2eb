package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.List;

/** Which counts of tables are hidden: the small ones, and those from which a small one could be worked out. */
final class CountControl {

    private CountControl() {}

    /** Of tables that are published together, beside those that readers have. */
    static void apply(PackTables pack, DisclosureProfile profile) {
        List<SumConstraint> sums = new ArrayList<>(pack.shareCounts());
        for (TableCells own : pack.own()) {
            for (int row = 0; row < own.counts().size(); row++) {
                own.counts().row(row).stream()
                        .filter(cell -> profile.isSmall(cell.value()))
                        .forEach(TableCell::hide);
            }
        }
        pack.all().forEach(table -> sums.addAll(CountSums.of(table.table(), table.counts(), profile)));
        new SecondarySuppression(attacks(profile)).protect(sums);
    }

    /** Rounding leaves nothing exact to add or subtract; what it may leave is too narrow a range. */
    private static List<DisclosureAttack> attacks(DisclosureProfile profile) {
        IntervalAttack bounds = new IntervalAttack(profile);
        return profile.rounds()
                ? List.of(bounds)
                : List.of(new LoneCellAttack(), bounds, new LinearAttack(), new FeasibilityAttack());
    }
}
