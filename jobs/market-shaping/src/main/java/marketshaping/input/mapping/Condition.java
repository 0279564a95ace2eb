package marketshaping.input.mapping;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A condition on the text of a row's cells in the source, before any conversion.
 *
 * @param when patterns by column, all of which must match part of the cell; case is ignored, an empty cell is ''
 * @param unless patterns by column, none of which may match
 * @param sql a condition in Spark SQL over the columns of joined tables; empty if there is none
 */
public record Condition(Map<String, String> when, Map<String, String> unless, String sql) implements Serializable {

    public Condition {
        when = Map.copyOf(when);
        unless = Map.copyOf(unless);
    }

    /** Returns the names of the columns that the patterns read. */
    Set<String> columns() {
        Set<String> columns = new TreeSet<>(when.keySet());
        columns.addAll(unless.keySet());
        return columns;
    }
}
