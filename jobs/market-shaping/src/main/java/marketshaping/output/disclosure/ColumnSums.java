package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.model.table.Table;

/**
 * Lists, for all measures, the columns of counts or money that add up to another column of the same row. Readers can
 * use these sums to calculate hidden figures, so secondary suppression must use them too.
 *
 * <p>Each new column that is the sum of others needs a line here. The numerator and denominator of a percentage need no
 * line. A listed sum (an identity) applies to each table that has all its columns, with or without the underscore of a
 * supporting column.
 *
 * <p>An identity applies only to rows where it holds. For example, cases are the sum of those within and beyond target
 * only if every case has a target.
 */
final class ColumnSums {

    /** A total column and the columns that add up to it. */
    private record Identity(String total, List<String> parts) {}

    private static final List<Identity> IDENTITIES = List.of(
            identity("placements", "in_borough", "partner_area", "rest_of_region", "outside_region", "not_located"),
            identity("placements", "in_borough", "out_of_borough", "not_located"),
            identity("placements", "located", "not_located"),
            // If people and placements are equal in a total row, they are also equal in each of its parts, because
            // people never exceed placements.
            identity("placements", "people"),
            identity("out_of_borough", "people_out_of_borough"),
            identity("located", "in_borough", "partner_area", "rest_of_region", "outside_region"),
            identity("located", "in_borough", "out_of_borough"),
            identity("out_of_borough", "partner_area", "rest_of_region", "outside_region"),
            identity("cases", "within_target", "breaches"),
            identity("with_target", "within_target", "breaches"),
            identity("cases", "with_target"),
            identity("cases", "sourced", "still_open", "withdrawn"),
            identity("cases", "sought_recorded", "sought_not_recorded"),
            identity("cases", "received_recorded", "received_not_recorded"),
            identity("open_cases", "with_target"),
            identity("rated", "good_or_outstanding", "requires_improvement", "inadequate"),
            identity("rated", "outstanding", "good", "requires_improvement", "inadequate"),
            identity("good_or_outstanding", "outstanding", "good"),
            identity(
                    "placements",
                    "outstanding",
                    "good",
                    "requires_improvement",
                    "inadequate",
                    "not_rated",
                    "deregistered"),
            identity(
                    "in_all", "outstanding", "good", "requires_improvement", "inadequate", "not_rated", "deregistered"),
            identity("placements", "notification_recorded", "notification_not_recorded"),
            identity("placements", "compared", "placements_without_comparison"),
            identity("lines", "matched_lines", "unmatched_lines"),
            identity("people_in_placements", "people_in_both", "only_in_placements"),
            identity("people_in_return", "people_in_both", "only_in_return"),
            identity("people_in_either", "people_in_both", "only_in_placements", "only_in_return"),
            identity("lines_year_before", "matched_lines_year_before", "unmatched_lines_year_before"),
            identity("bought_nights", "occupied_nights", "void_nights"));

    /** Total columns and some of their parts, which never exceed the total together. */
    private static final List<Identity> BOUNDS =
            List.of(identity("cases", "sourced_within_target", "still_open", "withdrawn"));

    private ColumnSums() {}

    /** Returns one constraint on the cells of each row for each listed sum that holds in the row. */
    static List<SumConstraint> of(Table table, Grid grid) {
        List<SumConstraint> sums = new ArrayList<>();
        for (Identity identity : IDENTITIES) {
            resolve(table, identity)
                    .ifPresent(resolved ->
                            rows(resolved, grid).filter(Additivity::holds).forEach(sums::add));
        }
        for (Identity bound : BOUNDS) {
            resolve(table, bound)
                    .ifPresent(resolved ->
                            rows(resolved, grid).map(SumConstraint::withRest).forEach(sums::add));
        }
        return sums;
    }

    /** Returns the columns that add up to the given total column; empty if none are listed. */
    static Set<String> parts(Table table, String total) {
        return IDENTITIES.stream()
                .flatMap(identity -> resolve(table, identity).stream())
                .filter(identity -> identity.total().equals(total))
                .flatMap(identity -> identity.parts().stream())
                .collect(Collectors.toSet());
    }

    private static Stream<SumConstraint> rows(Identity identity, Grid grid) {
        return IntStream.range(0, grid.size()).boxed().flatMap(row -> {
            List<TableCell> parts = identity.parts().stream()
                    .flatMap(part -> grid.cell(row, part).stream())
                    .toList();
            return grid.cell(row, identity.total()).filter(total -> !parts.isEmpty()).stream()
                    .map(total -> new SumConstraint(total, parts));
        });
    }

    private static Optional<Identity> resolve(Table table, Identity identity) {
        Optional<String> total = findColumn(table, identity.total());
        List<String> parts = identity.parts().stream()
                .flatMap(part -> findColumn(table, part).stream())
                .toList();
        return total.filter(name -> parts.size() == identity.parts().size()).map(name -> new Identity(name, parts));
    }

    private static Optional<String> findColumn(Table table, String name) {
        return Stream.of(name, "_" + name)
                .filter(candidate -> table.columns().stream()
                        .anyMatch(column -> column.name().equals(candidate)))
                .findFirst();
    }

    private static Identity identity(String total, String... parts) {
        return new Identity(total, List.of(parts));
    }
}
