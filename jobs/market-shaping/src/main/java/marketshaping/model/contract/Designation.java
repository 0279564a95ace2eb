package marketshaping.model.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import marketshaping.model.table.ReferenceList;

/**
 * One row of {@code data/reference/designations.csv}: words before or after the name of an authority that say of what
 * kind it is, such as City Council or Borough of.
 *
 * @param tiers the tiers whose authorities may carry the designation
 * @param tiersIfShire tiers whose authorities may carry it if their name contains shire
 * @param tiersOfShortNames tiers whose authorities may carry it after a short name that several authorities share
 * @param isNoneIfShireExists true if the designation matches nothing where a county is named after the same place
 * @param before the keys of the words before a name
 * @param after the keys of the words after a name
 */
record Designation(
        Set<String> tiers,
        Set<String> tiersIfShire,
        Set<String> tiersOfShortNames,
        boolean isNoneIfShireExists,
        List<String> before,
        List<String> after) {
    static final List<Designation> ALL =
            ReferenceList.rows("designations").stream().map(Designation::of).toList();

    private static Designation of(Map<String, String> row) {
        return new Designation(
                Set.copyOf(list(row.get("tiers"))),
                Set.copyOf(list(row.get("tiers_if_shire"))),
                Set.copyOf(list(row.get("tiers_of_short_names"))),
                row.get("none_if_shire_exists").equals("yes"),
                list(row.get("before")),
                list(row.get("after")));
    }

    private static List<String> list(String cell) {
        return Stream.of(cell.split(";")).filter(item -> !item.isEmpty()).toList();
    }
}
