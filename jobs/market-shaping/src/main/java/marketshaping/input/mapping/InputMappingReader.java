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

/** Reads what a mapping file says about one input, and notes every fault. */
final class InputMappingReader {
    static final InputMapping NOTHING = new InputMapping(
            List.of(), List.of(), List.of(), ColumnNames.OURS, "", Map.of(), Map.of(), List.of(), List.of(), List.of());

    private static final Set<String> KEYS = Set.of(
            "recognised-by",
            "editions",
            "sheets",
            "columns",
            "also-read",
            "date-format",
            "codes",
            "constants",
            "leave-out",
            "classify",
            "faults",
            "rows-of",
            "look-up",
            "work-out",
            "pick",
            "fields");

    private final Contract contract;
    private final YamlNode part;
    private final Map<String, YamlNode> entries;
    private final Map<String, SourceTable> tables;
    private final Set<String> readable = new HashSet<>();

    InputMappingReader(Contract contract, YamlNode part, Map<String, SourceTable> tables) {
        this.contract = contract;
        this.part = part;
        this.tables = tables;
        this.entries = part.entries(KEYS);
    }

    /** What the file says, over what the mapping that it extends says. */
    InputMapping onto(InputMapping base) {
        Map<String, List<Pattern>> names = new LinkedHashMap<>(base.names().also());
        contract.fields().forEach(field -> readable.add(field.name()));
        readable.addAll(names.keySet());
        columns("columns").forEach((column, also) -> {
            field(column, entries.get("columns").entries().get(column));
            names.merge(column, also, InputMappingReader::joined);
        });
        columns("also-read").forEach((column, also) -> {
            readable.add(column);
            names.merge(column, also, InputMappingReader::joined);
        });
        return new InputMapping(
                joined(base.recognisedBy(), plainPatterns("recognised-by")),
                entries.containsKey("editions") ? editions() : base.editions(),
                joined(base.sheets(), plainPatterns("sheets")),
                new ColumnNames(names),
                entries.containsKey("date-format") ? dateFormat() : base.dateFormat(),
                codes(base.codes()),
                constants(base.constants()),
                joined(base.leaveOut(), reasons("leave-out")),
                // What a council adds decides before what the product came with.
                joined(classify(), base.classify()),
                joined(base.faults(), reasons("faults")));
    }

    /** How the input is put together; empty where the file names no table that its rows come from. */
    Optional<Assembly> assembly() {
        if (!entries.containsKey("rows-of")) {
            Stream.of("look-up", "work-out", "pick", "fields")
                    .filter(entries::containsKey)
                    .forEach(key -> entries.get(key).wrong("needs rows-of beside it"));
            return Optional.empty();
        }
        return Optional.of(new AssemblyReader(contract, part, entries, tables).assembly());
    }

    static Map<String, List<Pattern>> patterns(Map<String, List<String>> names) {
        Map<String, List<Pattern>> patterns = new LinkedHashMap<>();
        names.forEach((column, also) -> patterns.put(
                column, also.stream().map(InputMappingReader::plainPattern).toList()));
        return patterns;
    }

    /** A name between slashes is a pattern over plain names; any other is itself, compared plainly. */
    private static Pattern plainPattern(String name) {
        return name.length() > 1 && name.startsWith("/") && name.endsWith("/")
                ? Pattern.compile(name.substring(1, name.length() - 1))
                : Pattern.compile(Pattern.quote(CodeList.normalised(name)));
    }

    private Map<String, List<Pattern>> columns(String key) {
        Map<String, List<Pattern>> columns = new LinkedHashMap<>();
        if (entries.containsKey(key)) {
            entries.get(key).entries().forEach((column, names) -> columns.put(column, plainPatterns(names)));
        }
        return columns;
    }

    private List<Pattern> plainPatterns(String key) {
        return entries.containsKey(key) ? plainPatterns(entries.get(key)) : List.of();
    }

    private static List<Pattern> plainPatterns(YamlNode names) {
        List<Pattern> patterns = new ArrayList<>();
        for (YamlNode name : names.items()) {
            try {
                patterns.add(plainPattern(name.text()));
            } catch (PatternSyntaxException e) {
                name.wrong("is no pattern: " + e.getDescription());
            }
        }
        return patterns;
    }

    private List<InputMapping.Edition> editions() {
        List<InputMapping.Edition> editions = new ArrayList<>();
        entries.get("editions").entries().forEach((name, header) -> {
            List<Pattern> patterns = plainPatterns(header);
            editions.add(new InputMapping.Edition(name, patterns.isEmpty() ? Pattern.compile("") : patterns.get(0)));
        });
        return editions;
    }

    private String dateFormat() {
        YamlNode format = entries.get("date-format");
        boolean complete = Stream.of("d", "M", "y").allMatch(format.text()::contains);
        // The engine knows fewer letters than Java does.
        if (!complete || !format.text().matches("[^A-Za-z]*([dMyHhmsSa]+[^A-Za-z]*)+")) {
            format.wrong("is no date format, such as MM/dd/yyyy: '" + format.text() + "'");
        }
        return format.text();
    }

    private Map<String, Map<String, String>> codes(Map<String, Map<String, String>> base) {
        Map<String, Map<String, String>> codes = new LinkedHashMap<>(base);
        if (entries.containsKey("codes")) {
            entries.get("codes").entries().forEach((column, list) -> {
                Field field = field(column, list);
                Map<String, String> ours = new LinkedHashMap<>(codes.getOrDefault(column, Map.of()));
                list.entries().forEach((theirs, code) -> {
                    mustBeCode(field, code);
                    ours.put(CodeList.normalised(theirs), code.text());
                });
                codes.put(column, ours);
            });
        }
        return codes;
    }

    private Map<String, String> constants(Map<String, String> base) {
        Map<String, String> constants = new LinkedHashMap<>(base);
        if (entries.containsKey("constants")) {
            entries.get("constants").entries().forEach((column, value) -> {
                mustBeCode(field(column, value), value);
                constants.put(column, value.text());
            });
        }
        return constants;
    }

    private List<Classification> classify() {
        List<Classification> decisions = new ArrayList<>();
        if (entries.containsKey("classify")) {
            for (YamlNode item : entries.get("classify").items()) {
                Map<String, YamlNode> keys = item.entries(Set.of("when", "unless", "then"));
                Map<String, String> then = new LinkedHashMap<>();
                if (keys.containsKey("then")) {
                    keys.get("then").entries().forEach((column, value) -> {
                        mustBeCode(field(column, value), value);
                        then.put(column, value.text());
                    });
                } else {
                    item.wrong("needs then: what it decides");
                }
                decisions.add(new Classification(condition(item, keys), then));
            }
        }
        return decisions;
    }

    private List<RowExclusion> reasons(String key) {
        List<RowExclusion> reasons = new ArrayList<>();
        if (entries.containsKey(key)) {
            for (YamlNode item : entries.get(key).items()) {
                Map<String, YamlNode> keys = item.entries(Set.of("when", "unless", "if", "because"));
                if (!keys.containsKey("because")) {
                    item.wrong("needs because: the reason in words");
                }
                if (entries.containsKey("rows-of") && !keys.keySet().equals(Set.of("if", "because"))) {
                    item.wrong("should say if, as the rows come from several tables");
                }
                reasons.add(new RowExclusion(
                        condition(item, keys),
                        keys.containsKey("because") ? keys.get("because").text() : ""));
            }
        }
        return reasons;
    }

    private Condition condition(YamlNode item, Map<String, YamlNode> keys) {
        if (Stream.of("when", "unless", "if").noneMatch(keys::containsKey)) {
            item.wrong("needs when, unless or if: which rows are meant");
        }
        return new Condition(
                cellPatterns(keys, "when"),
                cellPatterns(keys, "unless"),
                keys.containsKey("if") ? SqlExpression.checked(keys.get("if")) : "");
    }

    private Map<String, String> cellPatterns(Map<String, YamlNode> keys, String key) {
        Map<String, String> patterns = new LinkedHashMap<>();
        if (keys.containsKey(key)) {
            keys.get(key).entries().forEach((column, pattern) -> {
                if (!readable.contains(column)) {
                    pattern.wrong("is a column that is not read. Name it under also-read, or use one of: "
                            + String.join(", ", new TreeSet<>(readable)));
                }
                try {
                    Pattern.compile(pattern.text());
                } catch (PatternSyntaxException e) {
                    pattern.wrong("is no pattern: " + e.getDescription());
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
                    at.wrong("is no column of " + contract.input());
                    return Field.optional(column, Type.TEXT);
                });
    }

    private static void mustBeCode(Field field, YamlNode value) {
        if (field.type() == Type.CODE && !field.list().codes().containsValue(value.text())) {
            value.wrong("is '%s', which is none of ours: %s"
                    .formatted(value.text(), String.join("; ", field.list().ours())));
        }
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
