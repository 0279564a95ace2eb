package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import marketshaping.model.table.Table;

/**
 * Lists supporting counts in a total row that include only some of its parts. An example is the number of spot
 * placements on which a spot share is based. A percentage based on such a count reveals something about those parts.
 * Each new count of this kind needs a line here.
 */
final class PartialTotals {

    /** A supporting count, the column that it adds up, and the dimension and values of the rows included. */
    private record Rule(String count, String column, String dimension, List<String> values) {}

    private static final List<Rule> RULES = Stream.of("", "_year_before")
            .flatMap(year -> Stream.of(
                    new Rule("_spot_placements" + year, "placements" + year, "purchase_route", List.of("Spot")),
                    new Rule(
                            "_bought_placements" + year,
                            "placements" + year,
                            "purchase_route",
                            List.of("Spot", "Framework", "Dynamic purchasing system", "Block"))))
            .toList();

    private PartialTotals() {}

    static List<SumConstraint> of(Table table, Grid counts) {
        List<SumConstraint> sums = new ArrayList<>();
        for (Rule rule : RULES) {
            Slices.of(table, rule.dimension())
                    .forEach((others, slice) -> sum(rule, slice, counts).ifPresent(sums::add));
        }
        return sums;
    }

    private static Optional<SumConstraint> sum(Rule rule, TreeMap<String, Integer> slice, Grid counts) {
        List<TableCell> parts = rule.values().stream()
                .filter(slice::containsKey)
                .flatMap(value -> counts.cell(slice.get(value), rule.column()).stream())
                .toList();
        return Optional.ofNullable(slice.get("All"))
                .flatMap(all -> counts.cell(all, rule.count()))
                .filter(total -> !parts.isEmpty())
                .map(total -> new SumConstraint(total, parts));
    }
}
