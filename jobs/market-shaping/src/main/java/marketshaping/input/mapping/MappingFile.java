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
 * Reads a mapping from YAML. It checks the whole file before any extract is read, and reports all errors together,
 * each with its line and key.
 */
final class MappingFile {
    private static final Set<String> KEYS = Set.of("about", "extends", "tables", "inputs");
    private static final Set<String> TABLE_KEYS = Set.of("columns", "required", "need");

    private final Function<String, Optional<Mapping>> baseMappings;
    private final List<UserProblem> problems = new ArrayList<>();

    private MappingFile(Function<String, Optional<Mapping>> baseMappings) {
        this.baseMappings = baseMappings;
    }

    /**
     * Reads one mapping file.
     *
     * @param baseMappings returns the mapping with a given name, for the key {@code extends}
     * @throws UserProblem if the file has errors; it lists all of them
     */
    static Mapping read(String name, String file, String text, Function<String, Optional<Mapping>> baseMappings) {
        MappingFile reader = new MappingFile(baseMappings);
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
                    inputs.put(input, reader.extending(base.input(input).orElse(InputMappingReader.EMPTY)));
                    reader.assembly().ifPresent(assembly -> assemblies.put(input, assembly));
                } else {
                    part.addProblem("is not an input. Inputs: " + String.join(", ", Inputs.names()));
                }
            });
        }
        if (inputs.isEmpty()) {
            root.addProblem("the file contains no inputs");
        }
        return new Mapping(
                name, entries.containsKey("about") ? entries.get("about").text() : "", tables, inputs, assemblies);
    }

    private Mapping base(Map<String, YamlNode> entries) {
        Mapping empty = new Mapping("", "", Map.of(), Map.of(), Map.of());
        if (!entries.containsKey("extends")) {
            return empty;
        }
        YamlNode part = entries.get("extends");
        return baseMappings.apply(part.text()).orElseGet(() -> {
            part.addProblem("is not a mapping supplied with the product: '" + part.text() + "'");
            return empty;
        });
    }

    private SourceTable table(String name, YamlNode part) {
        Map<String, YamlNode> entries = part.entries(TABLE_KEYS);
        Map<String, List<String>> columns = new LinkedHashMap<>();
        if (entries.containsKey("columns")) {
            entries.get("columns").entries().forEach((column, names) -> columns.put(column, names.texts()));
        } else {
            part.addProblem("must contain columns");
        }
        Set<String> required = new LinkedHashSet<>();
        if (entries.containsKey("required")) {
            for (YamlNode item : entries.get("required").items()) {
                if (!columns.containsKey(item.text())) {
                    item.addProblem("names '" + item.text() + "', which is not one of the table's columns");
                }
                required.add(item.text());
            }
        } else {
            part.addProblem("must contain required: the columns that identify its header row");
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
                        "one row per record of the source table " + name,
                        fields,
                        List.of(),
                        List.of()),
                new ColumnNames(InputMappingReader.patterns(columns)));
    }

    private static Contract.Need need(Map<String, YamlNode> entries) {
        String need = entries.containsKey("need") ? entries.get("need").text() : "required";
        if (!need.equals("required") && !need.equals("optional")) {
            entries.get("need").addProblem("must be required or optional, but is '" + need + "'");
        }
        return need.equals("optional") ? Contract.Need.OPTIONAL : Contract.Need.REQUIRED;
    }
}
