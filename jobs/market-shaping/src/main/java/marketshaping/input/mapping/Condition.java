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
 * What must hold of a row's cells as they came, for a mapping to do something with it.
 *
 * @param when patterns by column, all of which are found in the cell, whatever its case; an empty cell is an empty text
 * @param unless patterns by column, none of which is found
 * @param sql a condition in Spark SQL over the columns as text; empty where there is none
 */
public record Condition(Map<String, String> when, Map<String, String> unless, String sql) {

    public Condition {
        when = Map.copyOf(when);
        unless = Map.copyOf(unless);
    }

    /** The condition in Spark SQL; never unknown. */
    String inSql() {
        List<String> parts = new ArrayList<>();
        new TreeMap<>(when).forEach((column, pattern) -> parts.add(found(column, pattern)));
        new TreeMap<>(unless).forEach((column, pattern) -> parts.add("NOT " + found(column, pattern)));
        if (!sql.isEmpty()) {
            parts.add("coalesce((" + sql + "), false)");
        }
        return parts.stream().collect(Collectors.joining(" AND ", "(", ")"));
    }

    /** The columns that its patterns look at. */
    Set<String> columns() {
        Set<String> columns = new TreeSet<>(when.keySet());
        columns.addAll(unless.keySet());
        return columns;
    }

    private static String found(String column, String pattern) {
        return "(coalesce(`%s`, '') RLIKE %s)".formatted(column, ValidationSql.literal("(?i)" + pattern));
    }
}
