package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides which counts to hide: small counts (primary suppression), and counts that would reveal a hidden count
 * (secondary suppression).
 */
final class CountControl {

    private CountControl() {}

    /** Hides counts in the tables of a new pack, taking account of the previous pack. */
    static void apply(PackTables pack, DisclosureProfile profile) {
        List<SumConstraint> sums = new ArrayList<>(pack.linkCounts());
        for (TableCells own : pack.own()) {
            for (int row = 0; row < own.counts().size(); row++) {
                own.counts().row(row).stream()
                        .filter(cell -> profile.isSmall(cell.value()))
                        .forEach(TableCell::suppressPrimary);
            }
        }
        pack.all().forEach(table -> sums.addAll(CountSums.of(table.table(), table.counts(), profile)));
        new SecondarySuppression(attacks(profile)).protect(sums);
    }

    /**
     * Returns the disclosure attacks to defend against. Readers cannot add or subtract rounded counts exactly, so the
     * only attack on them is {@link IntervalAttack}.
     */
    private static List<DisclosureAttack> attacks(DisclosureProfile profile) {
        IntervalAttack bounds = new IntervalAttack(profile);
        return profile.rounds()
                ? List.of(bounds)
                : List.of(new LoneCellAttack(), bounds, new LinearAttack(), new FeasibilityAttack());
    }
}
