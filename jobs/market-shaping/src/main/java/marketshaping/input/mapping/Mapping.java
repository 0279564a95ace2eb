package marketshaping.input.mapping;

import java.util.Map;
import java.util.Optional;

/**
 * One source system: what it calls things and how they become ours. Read from {@code data/mappings} by
 * {@link MappingFile}.
 *
 * @param name of the system
 * @param about what it is, in a sentence
 * @param tables the tables that inputs are put together from, by name; none where each input is a file
 * @param inputs by name
 * @param assemblies how inputs are put together from the tables, by input; none for an input that a file holds
 */
public record Mapping(
        String name,
        String about,
        Map<String, SourceTable> tables,
        Map<String, InputMapping> inputs,
        Map<String, Assembly> assemblies) {

    public Mapping {
        tables = Map.copyOf(tables);
        inputs = Map.copyOf(inputs);
        assemblies = Map.copyOf(assemblies);
    }

    /** What it says about an input; empty where it says nothing. */
    public Optional<InputMapping> input(String input) {
        return Optional.ofNullable(inputs.get(input));
    }
}
