package marketshaping.input.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import marketshaping.model.contract.ColumnNames;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Inputs;
import marketshaping.model.contract.Type;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;

/**
 * Reads a mapping from YAML. The whole file is checked before any extract is read, and all its faults are reported
 * together, each by line and key.
 */
final class MappingFile {
    private static final Set<String> KEYS = Set.of("about", "extends", "tables", "inputs");
    private static final Set<String> TABLE_KEYS = Set.of("columns", "required", "need");

    private final Function<String, Optional<Mapping>> others;
    private final List<UserProblem> problems = new ArrayList<>();

    private MappingFile(Function<String, Optional<Mapping>> others) {
        this.others = others;
    }

    /**
     * @param others finds the mapping that this one extends, by name
     * @throws UserProblem with every fault of the file
     */
    static Mapping read(String name, String file, String text, Function<String, Optional<Mapping>> others) {
        MappingFile reader = new MappingFile(others);
        Mapping mapping = reader.mapping(name, YamlNode.root(file, text, reader.problems));
        if (!reader.problems.isEmpty()) {
            throw Problems.together(reader.problems);
        }
        return mapping;
    }

    private Mapping mapping(String name, YamlNode root) {
        Map<String, YamlNode> entries = root.entries(KEYS);
        Mapping base = base(entries);
        Map<String, SourceTable> tables = new LinkedHashMap<>(base.tables());
        if (entries.containsKey("tables")) {
            entries.get("tables").entries().forEach((table, part) -> tables.put(table, table(table, part)));
        }
        Map<String, InputMapping> inputs = new LinkedHashMap<>(base.inputs());
        Map<String, Assembly> assemblies = new LinkedHashMap<>(base.assemblies());
        if (entries.containsKey("inputs")) {
            entries.get("inputs").entries().forEach((input, part) -> {
                if (Inputs.names().contains(input)) {
                    InputMappingReader reader = new InputMappingReader(Inputs.named(input), part, tables);
                    inputs.put(input, reader.onto(base.input(input).orElse(InputMappingReader.NOTHING)));
                    reader.assembly().ifPresent(assembly -> assemblies.put(input, assembly));
                } else {
                    part.wrong("is no input. Inputs are: " + String.join(", ", Inputs.names()));
                }
            });
        }
        if (inputs.isEmpty()) {
            root.wrong("has no inputs");
        }
        return new Mapping(
                name, entries.containsKey("about") ? entries.get("about").text() : "", tables, inputs, assemblies);
    }

    private Mapping base(Map<String, YamlNode> entries) {
        Mapping nothing = new Mapping("", "", Map.of(), Map.of(), Map.of());
        if (!entries.containsKey("extends")) {
            return nothing;
        }
        YamlNode part = entries.get("extends");
        return others.apply(part.text()).orElseGet(() -> {
            part.wrong("is no mapping that comes with the product: '" + part.text() + "'");
            return nothing;
        });
    }

    private SourceTable table(String name, YamlNode part) {
        Map<String, YamlNode> entries = part.entries(TABLE_KEYS);
        Map<String, List<String>> columns = new LinkedHashMap<>();
        if (entries.containsKey("columns")) {
            entries.get("columns").entries().forEach((column, names) -> columns.put(column, names.texts()));
        } else {
            part.wrong("needs its columns");
        }
        Set<String> required = new LinkedHashSet<>();
        if (entries.containsKey("required")) {
            for (YamlNode item : entries.get("required").items()) {
                if (!columns.containsKey(item.text())) {
                    item.wrong("names '" + item.text() + "', which is not among its columns");
                }
                required.add(item.text());
            }
        } else {
            part.wrong("needs required: the columns that its header is known by");
        }
        List<Field> fields = columns.keySet().stream()
                .map(column -> required.contains(column)
                        ? Field.required(column, Type.TEXT)
                        : Field.optional(column, Type.TEXT))
                .toList();
        return new SourceTable(
                new Contract(
                        name,
                        need(entries),
                        "one row for each of a source system's " + name,
                        fields,
                        List.of(),
                        List.of()),
                new ColumnNames(InputMappingReader.patterns(columns)));
    }

    private static Contract.Need need(Map<String, YamlNode> entries) {
        String need = entries.containsKey("need") ? entries.get("need").text() : "required";
        if (!need.equals("required") && !need.equals("optional")) {
            entries.get("need").wrong("should be required or optional, and is '" + need + "'");
        }
        return need.equals("optional") ? Contract.Need.OPTIONAL : Contract.Need.REQUIRED;
    }
}
