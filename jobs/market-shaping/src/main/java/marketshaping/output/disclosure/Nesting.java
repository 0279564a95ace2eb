package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.List;
import marketshaping.model.table.Table;

/**
 * Rows that lie within other rows though neither is a total: the month lies in the financial year to date. The one less
 * the other is a figure that no table shows and any reader can work out.
 *
 * @param inner the number of the row that lies within
 * @param outer the number of the row around it
 */
record Nesting(int inner, int outer) {

    /** Values of a dimension of which the first lies within the second. */
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
