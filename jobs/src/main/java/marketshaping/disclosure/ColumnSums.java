package marketshaping.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import marketshaping.table.Table;

/**
 * Counts of one row that add up to another, for all measures: a reader knows, so the rule against working out a hidden
 * count must know too. A new count that is the sum of others needs a line here. A percentage's numerator and
 * denominator need none. An identity counts for a table that has all of its columns, with or without the underscore of
 * a supporting column, and on the rows where it is true: where all cases have a target, say.
 */
final class ColumnSums {

    /** A count and those that make it up. */
    record Identity(String total, List<String> parts) {}

    private static final List<Identity> IDENTITIES = List.of(
            identity("placements", "in_borough", "north_east_london", "other_london", "outside_london", "not_located"),
            identity("placements", "in_borough", "out_of_borough", "not_located"),
            identity("placements", "located", "not_located"),
            identity("located", "in_borough", "north_east_london", "other_london", "outside_london"),
            identity("located", "in_borough", "out_of_borough"),
            identity("out_of_borough", "north_east_london", "other_london", "outside_london"),
            identity("cases", "within_target", "breaches"),
            identity("with_target", "within_target", "breaches"),
            identity("cases", "with_target"),
            identity("open_cases", "with_target"),
            identity("rated", "good_or_outstanding", "requires_improvement", "inadequate"),
            identity("rated", "outstanding", "good", "requires_improvement", "inadequate"),
            identity("good_or_outstanding", "outstanding", "good"));

    private ColumnSums() {}

    /** The identities that hold in a table, by the names of its own columns. */
    static List<Identity> in(Table table) {
        return IDENTITIES.stream()
                .flatMap(identity -> inColumnsOf(table, identity).stream())
                .toList();
    }

    private static Optional<Identity> inColumnsOf(Table table, Identity identity) {
        Optional<String> total = own(table, identity.total());
        List<String> parts = identity.parts().stream()
                .flatMap(part -> own(table, part).stream())
                .toList();
        return total.filter(name -> parts.size() == identity.parts().size()).map(name -> new Identity(name, parts));
    }

    private static Optional<String> own(Table table, String name) {
        return Stream.of(name, "_" + name)
                .filter(candidate -> table.columns().stream()
                        .anyMatch(column -> column.name().equals(candidate)))
                .findFirst();
    }

    private static Identity identity(String total, String... parts) {
        return new Identity(total, List.of(parts));
    }
}
