package marketshaping.input.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.ColumnNames;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;

/** Reads the section of a mapping file for one input, and adds every error to the problem list. */
final class InputMappingReader {
    static final InputMapping EMPTY = InputMapping.ofColumns(ColumnNames.CANONICAL);

    private final Contract contract;
    private final YamlNode part;
    private final Map<String, YamlNode> entries;
    private final Map<String, SourceTable> tables;
    private final List<SqlExpression> expressions;
    private final Set<String> readable = new HashSet<>();

    /**
     * Creates a reader.
     *
     * @param expressions the list to which the reader adds every Spark SQL expression
     */
    InputMappingReader(
            Contract contract, YamlNode part, Map<String, SourceTable> tables, List<SqlExpression> expressions) {
        this.contract = contract;
        this.part = part;
        this.tables = tables;
        this.expressions = expressions;
        this.entries = part.entries();
    }

    /** Returns the mapping in the file, merged with the base mapping that it extends. */
    InputMapping extending(InputMapping base) {
        Map<String, List<Pattern>> names = new LinkedHashMap<>(base.names().also());
        contract.fields().forEach(field -> readable.add(field.name()));
        readable.addAll(names.keySet());
        columns("columns").forEach((column, also) -> {
            field(column, entries.get("columns").entries().get(column));
            names.merge(column, also, InputMappingReader::concatenated);
        });
        columns("also-read").forEach((column, also) -> {
            readable.add(column);
            names.merge(column, also, InputMappingReader::concatenated);
        });
        return new InputMapping(
                concatenated(base.recognisedBy(), headerPatterns("recognised-by")),
                entries.containsKey("editions") ? editions() : base.editions(),
                concatenated(base.sheets(), headerPatterns("sheets")),
                new ColumnNames(names),
                entries.containsKey("date-format") ? dateFormat() : base.dateFormat(),
                codes(base.codes()),
                ownCodes(),
                constants(base.constants()),
                concatenated(base.leaveOut(), reasons("leave-out")),
                // A council's own entries take precedence over those of the mapping that it extends.
                concatenated(classify(), base.classify()),
                concatenated(base.faults(), reasons("faults")),
                concatenated(base.absent(), absent()));
    }

    /** Returns the join that builds the input; empty if the file has no {@code rows-of}. */
    Optional<Assembly> assembly() {
        if (!entries.containsKey("rows-of")) {
            Stream.of("look-up", "work-out", "pick", "fields")
                    .filter(entries::containsKey)
                    .forEach(key -> entries.get(key).addProblem("requires rows-of in the same input"));
            return Optional.empty();
        }
        return Optional.of(new AssemblyReader(contract, part, entries, tables, expressions).assembly());
    }

    static Map<String, List<Pattern>> patterns(Map<String, List<String>> names) {
        Map<String, List<Pattern>> patterns = new LinkedHashMap<>();
        names.forEach((column, also) -> patterns.put(
                column, also.stream().map(InputMappingReader::headerPattern).toList()));
        return patterns;
    }

    /** Compiles a name between slashes as a pattern over normalised names, and any other name as a literal. */
    private static Pattern headerPattern(String name) {
        return name.length() > 1 && name.startsWith("/") && name.endsWith("/")
                ? Pattern.compile(name.substring(1, name.length() - 1))
                : Pattern.compile(Pattern.quote(CodeList.normalised(name)));
    }

    private Map<String, List<Pattern>> columns(String key) {
        Map<String, List<Pattern>> columns = new LinkedHashMap<>();
        if (entries.containsKey(key)) {
            entries.get(key).entries().forEach((column, names) -> columns.put(column, headerPatterns(names)));
        }
        return columns;
    }

    private List<Pattern> headerPatterns(String key) {
        return entries.containsKey(key) ? headerPatterns(entries.get(key)) : List.of();
    }

    private static List<Pattern> headerPatterns(YamlNode names) {
        List<Pattern> patterns = new ArrayList<>();
        for (YamlNode name : names.items()) {
            try {
                patterns.add(headerPattern(name.text()));
            } catch (PatternSyntaxException e) {
                name.addProblem("is not a valid pattern: " + e.getDescription());
            }
        }
        return patterns;
    }

    private List<InputMapping.Edition> editions() {
        List<InputMapping.Edition> editions = new ArrayList<>();
        entries.get("editions").entries().forEach((name, header) -> {
            List<Pattern> patterns = headerPatterns(header);
            editions.add(new InputMapping.Edition(name, patterns.isEmpty() ? Pattern.compile("") : patterns.get(0)));
        });
        return editions;
    }

    private String dateFormat() {
        YamlNode format = entries.get("date-format");
        boolean complete = Stream.of("d", "M", "y").allMatch(format.text()::contains);
        // Spark supports fewer pattern letters than Java.
        if (!complete || !format.text().matches("[^A-Za-z]*([dMyHhmsSa]+[^A-Za-z]*)+")) {
            format.addProblem("is not a date format such as MM/dd/yyyy: '" + format.text() + "'");
        }
        return format.text();
    }

    private List<String> absent() {
        if (!entries.containsKey("absent")) {
            return List.of();
        }
        List<YamlNode> columns = entries.get("absent").items();
        columns.forEach(column -> field(column.text(), column));
        return columns.stream().map(YamlNode::text).toList();
    }

    private Map<String, Map<String, String>> codes(Map<String, Map<String, String>> base) {
        Map<String, Map<String, String>> codes = new LinkedHashMap<>(base);
        if (entries.containsKey("codes")) {
            entries.get("codes").entries().forEach((column, list) -> {
                Field field = field(column, list);
                Map<String, String> bySourceCode = new LinkedHashMap<>(codes.getOrDefault(column, Map.of()));
                list.entries().forEach((sourceCode, code) -> {
                    requireCode(field, code);
                    bySourceCode.put(CodeList.normalised(sourceCode), code.text());
                });
                codes.put(column, bySourceCode);
            });
        }
        return codes;
    }

    private Map<String, Map<String, String>> ownCodes() {
        Map<String, Map<String, String>> codes = new LinkedHashMap<>();
        if (entries.containsKey("codes")) {
            entries.get("codes").entries().forEach((column, list) -> list.entries()
                    .keySet()
                    .forEach(code -> codes.computeIfAbsent(column, key -> new LinkedHashMap<>())
                            .put(CodeList.normalised(code), code)));
        }
        return codes;
    }

    private Map<String, String> constants(Map<String, String> base) {
        Map<String, String> constants = new LinkedHashMap<>(base);
        if (entries.containsKey("constants")) {
            entries.get("constants").entries().forEach((column, value) -> {
                requireCode(field(column, value), value);
                constants.put(column, value.text());
            });
        }
        return constants;
    }

    private List<Classification> classify() {
        List<Classification> classifications = new ArrayList<>();
        if (entries.containsKey("classify")) {
            for (YamlNode item : entries.get("classify").items()) {
                Map<String, YamlNode> keys = item.entries();
                Map<String, String> then = new LinkedHashMap<>();
                if (keys.containsKey("then")) {
                    keys.get("then").entries().forEach((column, value) -> {
                        requireCode(field(column, value), value);
                        then.put(column, value.text());
                    });
                }
                classifications.add(new Classification(condition(keys), then));
            }
        }
        return classifications;
    }

    private List<RowCondition> reasons(String key) {
        List<RowCondition> reasons = new ArrayList<>();
        if (entries.containsKey(key)) {
            for (YamlNode item : entries.get(key).items()) {
                Map<String, YamlNode> keys = item.entries();
                if (entries.containsKey("rows-of") && !keys.keySet().equals(Set.of("if", "because"))) {
                    item.addProblem("must contain only if and because, as its rows come from several tables");
                }
                if (keys.containsKey("if") && !entries.containsKey("rows-of")) {
                    keys.get("if").addProblem("requires rows-of in the same input. Use when or unless");
                }
                reasons.add(new RowCondition(
                        condition(keys),
                        keys.containsKey("because") ? keys.get("because").text() : ""));
            }
        }
        return reasons;
    }

    private Condition condition(Map<String, YamlNode> keys) {
        String sql = "";
        if (keys.containsKey("if")) {
            expressions.add(keys.get("if").expression());
            sql = keys.get("if").text();
        }
        return new Condition(cellPatterns(keys, "when"), cellPatterns(keys, "unless"), sql);
    }

    private Map<String, String> cellPatterns(Map<String, YamlNode> keys, String key) {
        Map<String, String> patterns = new LinkedHashMap<>();
        if (keys.containsKey(key)) {
            keys.get(key).entries().forEach((column, pattern) -> {
                if (!readable.contains(column)) {
                    pattern.addProblem("is a column that is not read. Add it under also-read, or use one of: "
                            + String.join(", ", new TreeSet<>(readable)));
                }
                try {
                    Pattern.compile(pattern.text());
                } catch (PatternSyntaxException e) {
                    pattern.addProblem("is not a valid pattern: " + e.getDescription());
                }
                patterns.put(column, pattern.text());
            });
        }
        return patterns;
    }

    private Field field(String column, YamlNode at) {
        return contract.fields().stream()
                .filter(field -> field.name().equals(column))
                .findFirst()
                .orElseGet(() -> {
                    at.addProblem("is not a column of " + contract.input());
                    return Field.optional(column, Type.TEXT);
                });
    }

    private static void requireCode(Field field, YamlNode value) {
        if (field.type() == Type.CODE && !field.list().codes().containsValue(value.text())) {
            value.addProblem("is '%s', which is not one of the codes: %s"
                    .formatted(value.text(), String.join("; ", field.list().canonicalCodes())));
        }
    }

    private static <T> List<T> concatenated(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
