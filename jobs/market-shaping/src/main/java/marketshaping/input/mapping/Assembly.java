package marketshaping.input.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How an input is put together from the tables of a source system: each row of one table becomes one row.
 *
 * @param rowsOf that table
 * @param lookUps the other tables, in the order in which they are looked up
 * @param workedOut expressions in Spark SQL by the name that later ones, conditions and fields call them by, in order
 * @param pick which row counts where look-ups may find several
 * @param fields an expression in Spark SQL for each column of the input that the system can tell
 */
public record Assembly(
        String rowsOf, List<Lookup> lookUps, Map<String, String> workedOut, Pick pick, Map<String, String> fields) {

    /**
     * @param of the look-ups that may find several rows, by alias; none where each finds one at most
     * @param firstBy expressions in Spark SQL; the row counts that comes first by them
     */
    public record Pick(List<String> of, List<String> firstBy) {
        static final Pick NOTHING = new Pick(List.of(), List.of());

        public Pick {
            of = List.copyOf(of);
            firstBy = List.copyOf(firstBy);
        }
    }

    public Assembly {
        lookUps = List.copyOf(lookUps);
        workedOut = Collections.unmodifiableMap(new LinkedHashMap<>(workedOut));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
