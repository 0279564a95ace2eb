package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.List;
import marketshaping.model.table.Table;

/**
 * A pair of rows, where one includes the other, although neither is a total. For example, the month is part of the
 * financial year to date. No table shows the difference, but any reader can calculate it.
 *
 * @param inner index of the contained row
 * @param outer index of the containing row
 */
record Nesting(int inner, int outer) {

    /** Two values of a dimension, where the outer includes the inner. */
    private record Rule(String dimension, String inner, String outer) {}

    private static final List<Rule> RULES = List.of(
            new Rule("period", "Month", "Financial year to date"),
            new Rule("period", "Financial year to date", "Last 12 months"),
            new Rule("state", "Within 6 months", "Within 12 months"));

    static List<Nesting> of(Table table) {
        List<Nesting> nestings = new ArrayList<>();
        for (Rule rule : RULES) {
            Slices.of(table, rule.dimension()).forEach((others, slice) -> {
                if (slice.containsKey(rule.inner()) && slice.containsKey(rule.outer())) {
                    nestings.add(new Nesting(slice.get(rule.inner()), slice.get(rule.outer())));
                }
            });
        }
        return nestings;
    }
}
