package marketshaping.input.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules that convert the extracts of one source system to the contracts. {@link MappingFile} reads it from YAML.
 *
 * @param name the name of the system
 * @param about a description of the system in one sentence
 * @param tables the source tables that inputs are joined from, by name; empty if each input is a file
 * @param inputs the rules by input
 * @param assemblies the joins that build inputs from the tables, by input; an input that is a file has none
 * @param expressions every Spark SQL expression in the file, with its line
 */
public record Mapping(
        String name,
        String about,
        Map<String, SourceTable> tables,
        Map<String, InputMapping> inputs,
        Map<String, Assembly> assemblies,
        List<SqlExpression> expressions) {

    public Mapping {
        tables = Map.copyOf(tables);
        inputs = Map.copyOf(inputs);
        assemblies = Map.copyOf(assemblies);
        expressions = List.copyOf(expressions);
    }

    /** Returns the rules for an input; empty if the mapping does not cover it. */
    public Optional<InputMapping> input(String input) {
        return Optional.ofNullable(inputs.get(input));
    }
}
