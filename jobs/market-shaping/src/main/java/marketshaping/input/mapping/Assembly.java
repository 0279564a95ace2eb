package marketshaping.input.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The definition of an input as a join of a source system's tables. Grain: one row per row of the main table.
 *
 * @param mainTable the table whose rows become the rows of the input
 * @param lookups the joins to other tables, in join order
 * @param derived Spark SQL expressions by name, in order; later expressions, conditions and fields may use the name
 * @param pick the rule that selects one row if lookups return several
 * @param fields Spark SQL expressions by column of the input, for the columns that the system can supply
 */
public record Assembly(
        String mainTable, List<Lookup> lookups, Map<String, String> derived, Pick pick, Map<String, String> fields) {

    /**
     * The rule for lookups that return several rows for one row of the main table. It sorts these rows and selects the
     * first.
     *
     * @param of aliases of the lookups that may return several rows; empty if each lookup returns at most one
     * @param firstBy Spark SQL expressions to sort by, ascending; the first row is used
     */
    public record Pick(List<String> of, List<String> firstBy) {
        static final Pick NONE = new Pick(List.of(), List.of());

        public Pick {
            of = List.copyOf(of);
            firstBy = List.copyOf(firstBy);
        }
    }

    public Assembly {
        lookups = List.copyOf(lookups);
        derived = Collections.unmodifiableMap(new LinkedHashMap<>(derived));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
