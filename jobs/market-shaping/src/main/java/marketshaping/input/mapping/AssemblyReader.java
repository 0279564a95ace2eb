package marketshaping.input.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.model.contract.Contract;

/** Reads how an input is put together from the tables of a source system, and notes every fault. */
final class AssemblyReader {
    private static final Set<String> LOOKUP_KEYS = Set.of("table", "key", "equals", "only", "first-by");
    private static final Set<String> PICK_KEYS = Set.of("of", "first-by");

    private final Contract contract;
    private final YamlNode part;
    private final Map<String, YamlNode> entries;
    private final Map<String, SourceTable> tables;

    AssemblyReader(Contract contract, YamlNode part, Map<String, YamlNode> entries, Map<String, SourceTable> tables) {
        this.contract = contract;
        this.part = part;
        this.entries = entries;
        this.tables = tables;
    }

    Assembly assembly() {
        String rowsOf = table(entries.get("rows-of"), entries.get("rows-of").text());
        List<Lookup> lookUps = new ArrayList<>();
        if (entries.containsKey("look-up")) {
            entries.get("look-up").entries().forEach((alias, look) -> lookUps.add(lookUp(alias, look)));
        }
        Map<String, String> workedOut = new LinkedHashMap<>();
        if (entries.containsKey("work-out")) {
            entries.get("work-out").entries().forEach((name, sql) -> {
                tables.values().stream()
                        .filter(table -> isColumn(table, name))
                        .forEach(table -> sql.wrong("has the name of a column of " + table.name()));
                workedOut.put(name, SqlExpression.checked(sql));
            });
        }
        Map<String, String> fields = new LinkedHashMap<>();
        if (entries.containsKey("fields")) {
            entries.get("fields").entries().forEach((column, sql) -> {
                if (contract.fields().stream().noneMatch(field -> field.name().equals(column))) {
                    sql.wrong("is no column of " + contract.input());
                }
                fields.put(column, SqlExpression.checked(sql));
            });
        }
        List<String> untold = contract.requiredFields().stream()
                .filter(field -> !fields.containsKey(field))
                .toList();
        if (!untold.isEmpty()) {
            part.wrong("does not say how to fill what is required: " + String.join(", ", untold));
        }
        return new Assembly(rowsOf, lookUps, workedOut, pick(lookUps), fields);
    }

    private Assembly.Pick pick(List<Lookup> lookUps) {
        if (!entries.containsKey("pick")) {
            return Assembly.Pick.NOTHING;
        }
        YamlNode pick = entries.get("pick");
        Map<String, YamlNode> keys = pick.entries(PICK_KEYS);
        if (!keys.keySet().equals(PICK_KEYS)) {
            pick.wrong("needs of and first-by");
            return Assembly.Pick.NOTHING;
        }
        for (YamlNode alias : keys.get("of").items()) {
            if (lookUps.stream().noneMatch(lookUp -> lookUp.alias().equals(alias.text()))) {
                alias.wrong("names '" + alias.text() + "', which is not looked up");
            }
        }
        return new Assembly.Pick(
                keys.get("of").texts(),
                keys.get("first-by").items().stream()
                        .map(SqlExpression::checked)
                        .toList());
    }

    private Lookup lookUp(String alias, YamlNode part) {
        Map<String, YamlNode> keys = new HashMap<>(part.entries(LOOKUP_KEYS));
        for (String needed : List.of("key", "equals")) {
            if (!keys.containsKey(needed)) {
                part.wrong("needs " + needed);
            }
        }
        String table = keys.containsKey("table")
                ? table(keys.get("table"), keys.get("table").text())
                : table(part, alias);
        return new Lookup(
                alias,
                table,
                keys.containsKey("key") ? column(keys.get("key"), table) : "",
                keys.containsKey("equals") ? SqlExpression.checked(keys.get("equals")) : "",
                keys.containsKey("only") ? SqlExpression.checked(keys.get("only")) : "",
                keys.containsKey("first-by") ? SqlExpression.checked(keys.get("first-by")) : "");
    }

    private String table(YamlNode part, String name) {
        if (!tables.containsKey(name)) {
            part.wrong("names '%s', which is not among the tables: %s"
                    .formatted(name, String.join(", ", tables.keySet())));
        }
        return name;
    }

    private String column(YamlNode part, String table) {
        if (!tables.containsKey(table) || !isColumn(tables.get(table), part.text())) {
            part.wrong("is '%s', which is no column of %s".formatted(part.text(), table));
        }
        return part.text();
    }

    private static boolean isColumn(SourceTable table, String name) {
        return table.contract().fields().stream().anyMatch(field -> field.name().equals(name));
    }
}
