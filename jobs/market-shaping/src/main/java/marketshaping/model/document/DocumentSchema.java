package marketshaping.model.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import marketshaping.model.document.Violation.Kind;

/**
 * The JSON Schema of one kind of YAML file, which editors use too. Its {@code errorMessage} keywords, which begin with
 * "Must", describe the values that are expected; editors show them as well.
 */
public final class DocumentSchema {
    private static final String REF = "$ref";
    private static final String MESSAGE = "errorMessage";
    private static final String PROPERTIES = "properties";

    private final JsonNode definition;

    private DocumentSchema(JsonNode definition) {
        this.definition = definition;
    }

    /**
     * Returns a schema of the product.
     *
     * @param name the name of its file in {@code data/schemas}, such as {@code settings}
     */
    public static DocumentSchema named(String name) {
        try (InputStream in = DocumentSchema.class.getResourceAsStream("/schemas/" + name + ".schema.json")) {
            return new DocumentSchema(new JsonMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the valid keys at the top level of a document. */
    public Set<String> keys() {
        return new LinkedHashSet<>(names(definition.path(PROPERTIES)));
    }

    /** Returns everything in the document that the schema does not allow, in the order of its lines. */
    public List<Violation> violations(YamlDocument document) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .errorMessageKeyword(MESSAGE)
                .formatAssertionsEnabled(true)
                .build();
        Schema validator = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaRegistryConfig(config))
                .getSchema(definition);
        return validator.validate(document.json()).stream()
                .map(error -> violation(error, document))
                .distinct()
                .sorted(Comparator.comparingInt(Violation::line))
                .toList();
    }

    private Violation violation(Error error, YamlDocument document) {
        Place place = place(error);
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                ofKey(Kind.UNKNOWN_KEY, error, "", names(place.schema().path(PROPERTIES)), document);
            case "required" -> {
                JsonNode missing = place.schema().path(PROPERTIES).path(error.getProperty());
                String expected =
                        missing.path(MESSAGE).asText(missing.path("title").asText(""));
                yield ofKey(Kind.MISSING_KEY, error, decapitalised(expected), List.of(), document);
            }
            default -> document.wrong(decapitalised(place.message()), place.path());
        };
    }

    private static Violation ofKey(Kind kind, Error error, String expected, List<String> known, YamlDocument document) {
        List<Object> path = elements(error.getInstanceLocation());
        path.add(error.getProperty());
        return new Violation(kind, document.line(path), YamlDocument.key(path), "", expected, known);
    }

    private static String decapitalised(String text) {
        return text.isEmpty() ? "" : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /**
     * The schema that a value violates, and the value to report: the nearest one around it with a description.
     *
     * @param path keys and list positions of the value to report
     */
    private record Place(JsonNode schema, List<Object> path, String message) {}

    /** Follows the keywords that led to the error, and remembers the last description on the way. */
    private Place place(Error error) {
        List<Object> location = elements(error.getInstanceLocation());
        NodePath keywords = error.getEvaluationPath();
        JsonNode schema = definition;
        int depth = 0;
        Place place = new Place(schema, List.of(), schema.path(MESSAGE).asText(""));
        for (int i = 0; i < keywords.getNameCount() - 1; i++) {
            String keyword = keywords.getElement(i).toString();
            switch (keyword) {
                case REF -> schema = definition.at(schema.path(REF).asText().substring(1));
                case PROPERTIES -> {
                    schema = schema.path(PROPERTIES)
                            .path(keywords.getElement(++i).toString());
                    depth++;
                }
                case "additionalProperties", "items" -> {
                    schema = schema.path(keyword);
                    depth++;
                }
                default -> schema = schema.isArray() ? schema.path(Integer.parseInt(keyword)) : schema.path(keyword);
            }
            boolean isDescribed = schema.has(MESSAGE);
            place = new Place(
                    schema,
                    isDescribed ? location.subList(0, depth) : place.path(),
                    isDescribed ? schema.path(MESSAGE).asText() : place.message());
        }
        return place;
    }

    private static List<Object> elements(NodePath path) {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < path.getNameCount(); i++) {
            elements.add(path.getElement(i));
        }
        return elements;
    }

    private static List<String> names(JsonNode object) {
        Iterable<String> names = object::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }
}
