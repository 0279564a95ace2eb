package marketshaping.input.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import marketshaping.model.contract.ColumnNames;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Inputs;
import marketshaping.model.contract.Type;
import marketshaping.model.document.DocumentSchema;
import marketshaping.model.document.Violation;
import marketshaping.model.document.YamlDocument;
import marketshaping.model.document.YamlSyntaxException;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a mapping from YAML. It checks the whole file before any extract is read, first against the JSON Schema, and
 * reports all errors together, each with its line and key.
 */
final class MappingFile {
    private static final DocumentSchema SCHEMA = DocumentSchema.named("mapping");

    private final Function<String, Optional<Mapping>> baseMappings;
    private final List<UserProblem> problems = new ArrayList<>();
    private final List<SqlExpression> expressions = new ArrayList<>();

    private MappingFile(Function<String, Optional<Mapping>> baseMappings) {
        this.baseMappings = baseMappings;
    }

    /**
     * Reads a user's mapping file.
     *
     * @param baseMappings returns the mapping with a given name, for the key {@code extends}
     * @throws UserProblem if the file has errors; it lists all of them, except wrong Spark SQL
     */
    static Mapping read(String name, String file, String text, Function<String, Optional<Mapping>> baseMappings) {
        return read(name, file, text, baseMappings, SCHEMA::violations);
    }

    /** Reads a mapping of the product, which follows the schema. Checking that would slow down every start. */
    static Mapping readShipped(String name, String text) {
        return read(name, name + ".yaml", text, other -> Optional.empty(), document -> List.of());
    }

    private static Mapping read(
            String name,
            String file,
            String text,
            Function<String, Optional<Mapping>> baseMappings,
            Function<YamlDocument, List<Violation>> schema) {
        try {
            YamlDocument document = YamlDocument.parse(text);
            Node root = document.root().orElseThrow(() -> Problems.mappingWrong(file, 1, "", "the file is empty"));
            MappingFile reader = new MappingFile(baseMappings);
            schema.apply(document).forEach(violation -> reader.problems.add(problem(file, violation)));
            Mapping mapping = reader.mapping(name, YamlNode.root(file, root, reader.problems));
            if (!reader.problems.isEmpty()) {
                throw Problems.together(reader.problems);
            }
            return mapping;
        } catch (YamlSyntaxException e) {
            throw Problems.mappingWrong(file, e.line(), "", e.getMessage());
        }
    }

    private static UserProblem problem(String file, Violation violation) {
        String key = violation.key();
        return switch (violation.kind()) {
            case UNKNOWN_KEY ->
                Problems.mappingWrong(
                        file,
                        violation.line(),
                        key,
                        "is not a valid key here. Valid keys: " + String.join(", ", new TreeSet<>(violation.known())));
            case MISSING_KEY -> {
                String missing = key.substring(key.lastIndexOf('.') + 1);
                String what = violation.expected().isEmpty() ? "the key " + missing : violation.expected();
                yield Problems.mappingWrong(
                        file,
                        violation.line(),
                        key.substring(0, key.length() - missing.length() - 1),
                        "must contain " + what);
            }
            case WRONG_VALUE ->
                Problems.mappingWrong(
                        file,
                        violation.line(),
                        key,
                        violation.expected() + (violation.isScalar() ? ", but is '" + violation.value() + "'" : ""));
        };
    }

    private Mapping mapping(String name, YamlNode root) {
        Map<String, YamlNode> entries = root.entries();
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
                    InputMappingReader reader = new InputMappingReader(Inputs.named(input), part, tables, expressions);
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
                name,
                entries.containsKey("about") ? entries.get("about").text() : "",
                tables,
                inputs,
                assemblies,
                expressions);
    }

    private Mapping base(Map<String, YamlNode> entries) {
        Mapping empty = new Mapping("", "", Map.of(), Map.of(), Map.of(), List.of());
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
        Map<String, YamlNode> entries = part.entries();
        Map<String, List<String>> columns = new LinkedHashMap<>();
        if (entries.containsKey("columns")) {
            entries.get("columns").entries().forEach((column, names) -> columns.put(column, names.texts()));
        }
        Set<String> required = new LinkedHashSet<>();
        if (entries.containsKey("required")) {
            for (YamlNode item : entries.get("required").items()) {
                if (!columns.containsKey(item.text())) {
                    item.addProblem("names '" + item.text() + "', which is not one of the table's columns");
                }
                required.add(item.text());
            }
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
        return need.equals("optional") ? Contract.Need.OPTIONAL : Contract.Need.REQUIRED;
    }
}
