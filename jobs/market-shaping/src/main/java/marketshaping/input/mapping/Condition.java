package marketshaping.input.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import marketshaping.input.validate.ValidationSql;

/**
 * A condition on the text of a row's cells in the source, before any conversion.
 *
 * @param when patterns by column, all of which must match part of the cell; case is ignored, an empty cell is ''
 * @param unless patterns by column, none of which may match
 * @param sql a condition in Spark SQL over the columns as text; empty if there is none
 */
public record Condition(Map<String, String> when, Map<String, String> unless, String sql) {

    public Condition {
        when = Map.copyOf(when);
        unless = Map.copyOf(unless);
    }

    /** Returns the condition in Spark SQL; its value is never null. */
    String inSql() {
        List<String> parts = new ArrayList<>();
        new TreeMap<>(when).forEach((column, pattern) -> parts.add(matches(column, pattern)));
        new TreeMap<>(unless).forEach((column, pattern) -> parts.add("NOT " + matches(column, pattern)));
        if (!sql.isEmpty()) {
            parts.add("coalesce((" + sql + "), false)");
        }
        return parts.stream().collect(Collectors.joining(" AND ", "(", ")"));
    }

    /** Returns the names of the columns that the patterns read. */
    Set<String> columns() {
        Set<String> columns = new TreeSet<>(when.keySet());
        columns.addAll(unless.keySet());
        return columns;
    }

    private static String matches(String column, String pattern) {
        return "(coalesce(`%s`, '') RLIKE %s)".formatted(column, ValidationSql.literal("(?i)" + pattern));
    }
}
