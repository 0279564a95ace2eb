package marketshaping.input.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketshaping.model.contract.Contract;

/** Reads the definition of an input as a join of source tables, and adds every error to the problem list. */
final class AssemblyReader {
    private final Contract contract;
    private final YamlNode part;
    private final Map<String, YamlNode> entries;
    private final Map<String, SourceTable> tables;
    private final List<SqlExpression> expressions;

    /**
     * Creates a reader.
     *
     * @param expressions the list to which the reader adds every Spark SQL expression
     */
    AssemblyReader(
            Contract contract,
            YamlNode part,
            Map<String, YamlNode> entries,
            Map<String, SourceTable> tables,
            List<SqlExpression> expressions) {
        this.contract = contract;
        this.part = part;
        this.entries = entries;
        this.tables = tables;
        this.expressions = expressions;
    }

    Assembly assembly() {
        String mainTable = table(entries.get("rows-of"), entries.get("rows-of").text());
        List<Lookup> lookups = new ArrayList<>();
        if (entries.containsKey("look-up")) {
            entries.get("look-up").entries().forEach((alias, look) -> lookups.add(lookup(alias, look)));
        }
        Map<String, String> derived = new LinkedHashMap<>();
        if (entries.containsKey("work-out")) {
            entries.get("work-out").entries().forEach((name, sql) -> {
                tables.values().stream()
                        .filter(table -> isColumn(table, name))
                        .forEach(table -> sql.addProblem("has the same name as a column of " + table.name()));
                derived.put(name, sql(sql));
            });
        }
        Map<String, String> fields = new LinkedHashMap<>();
        if (entries.containsKey("fields")) {
            entries.get("fields").entries().forEach((column, sql) -> {
                if (contract.fields().stream().noneMatch(field -> field.name().equals(column))) {
                    sql.addProblem("is not a column of " + contract.input());
                }
                fields.put(column, sql(sql));
            });
        }
        List<String> missing = contract.requiredFields().stream()
                .filter(field -> !fields.containsKey(field))
                .toList();
        if (!missing.isEmpty()) {
            part.addProblem("has no expression under fields for required columns: " + String.join(", ", missing));
        }
        return new Assembly(mainTable, lookups, derived, pick(lookups), fields);
    }

    private Assembly.Pick pick(List<Lookup> lookups) {
        if (!entries.containsKey("pick")) {
            return Assembly.Pick.NONE;
        }
        YamlNode pick = entries.get("pick");
        Map<String, YamlNode> keys = pick.entries();
        if (!keys.containsKey("of") || !keys.containsKey("first-by")) {
            return Assembly.Pick.NONE;
        }
        for (YamlNode alias : keys.get("of").items()) {
            if (lookups.stream().noneMatch(lookup -> lookup.alias().equals(alias.text()))) {
                alias.addProblem("names '" + alias.text() + "', which is not an alias under look-up");
            }
        }
        return new Assembly.Pick(
                keys.get("of").texts(),
                keys.get("first-by").items().stream().map(this::sql).toList());
    }

    private Lookup lookup(String alias, YamlNode part) {
        Map<String, YamlNode> keys = part.entries();
        String table = keys.containsKey("table")
                ? table(keys.get("table"), keys.get("table").text())
                : table(part, alias);
        return new Lookup(
                alias,
                table,
                keys.containsKey("key") ? column(keys.get("key"), table) : "",
                sql(keys, "equals"),
                sql(keys, "only"),
                sql(keys, "first-by"));
    }

    private String sql(Map<String, YamlNode> keys, String key) {
        return keys.containsKey(key) ? sql(keys.get(key)) : "";
    }

    private String sql(YamlNode part) {
        expressions.add(part.expression());
        return part.text();
    }

    private String table(YamlNode part, String name) {
        if (!tables.containsKey(name)) {
            part.addProblem("names '%s', which is not one of the tables: %s"
                    .formatted(name, String.join(", ", tables.keySet())));
        }
        return name;
    }

    private String column(YamlNode part, String table) {
        if (!tables.containsKey(table) || !isColumn(tables.get(table), part.text())) {
            part.addProblem("is '%s', which is not a column of %s".formatted(part.text(), table));
        }
        return part.text();
    }

    private static boolean isColumn(SourceTable table, String name) {
        return table.contract().fields().stream().anyMatch(field -> field.name().equals(name));
    }
}
