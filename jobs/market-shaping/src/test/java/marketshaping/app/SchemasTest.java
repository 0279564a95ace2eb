package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import marketshaping.analysis.scenario.PlanFile;
import marketshaping.app.pipeline.SettingsFile;
import marketshaping.input.mapping.Mappings;
import marketshaping.model.document.DocumentSchema;
import marketshaping.model.document.YamlDocument;
import marketshaping.model.problem.UserProblem;
import marketshaping.testkit.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schemas accept the files of the product, and have the keys that the readers read. */
class SchemasTest {
    @TempDir
    private Path folder;

    static Stream<Path> shippedFiles() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Home.SETTINGS, Home.DATA.resolve("plan.yaml")));
        try (Stream<Path> mappings = Files.list(Home.DATA.resolve("mappings"))) {
            mappings.forEach(files::add);
        }
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("shippedFiles")
    void shipped_file_follows_the_schema_in_its_first_line(Path file) throws Exception {
        String text = Files.readString(file);
        String first = text.lines().findFirst().orElseThrow();
        assertThat(first).startsWith("# yaml-language-server: $schema=");
        Path schema =
                file.resolveSibling(first.substring(first.indexOf('=') + 1)).normalize();
        assertThat(schema).isRegularFile();
        String name = schema.getFileName().toString().replace(".schema.json", "");
        assertThat(DocumentSchema.named(name).violations(YamlDocument.parse(text)))
                .isEmpty();
    }

    /** The comments of the settings file show optional settings, which must be valid too. */
    @Test
    void settings_with_all_comments_removed_follow_the_schema() throws Exception {
        String text = Files.readString(Home.SETTINGS)
                .replaceAll("(?m)^# ((history-months|mappings|upsert|accept|deliver):|  )", "$1")
                .replaceAll("(?m)^  # ( *(host|port|security|user|from|to|path|packs):)", "  $1");
        assertThat(text).contains("\nhistory-months:", "\n    finding:", "\n  refused:", "\n    path:");
        assertThat(DocumentSchema.named("settings").violations(YamlDocument.parse(text)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "plan", "mapping"})
    void reader_uses_every_key_of_the_schema(String name) throws Exception {
        JsonNode schema = new JsonMapper()
                .readTree(Home.DATA.resolve("schemas/" + name + ".schema.json").toFile());
        ObjectNode complete = (ObjectNode) YamlDocument.parse(resource("/schemas/complete-" + name + ".yaml"))
                .json();
        Map<String, List<String>> pointers = new TreeMap<>();
        find(schema, schema, complete, "", "", pointers);
        assertThat(pointers.keySet()).as("keys of the example").isEqualTo(keys(schema, schema, ""));
        String whole = read(name, complete);
        pointers.forEach((key, found) -> {
            String pointer = found.get(0);
            int last = pointer.lastIndexOf('/');
            String field = pointer.substring(last + 1);
            ObjectNode shorter = complete.deepCopy();
            ((ObjectNode) shorter.at(pointer.substring(0, last))).remove(field);
            assertThat(read(name, shorter)).as("without " + pointer).isNotEqualTo(whole);
            // The schema refuses a document without a required key, so its value is changed too.
            JsonNode value = complete.at(pointer);
            if (value.isValueNode() && !value.isNull()) {
                ObjectNode other = complete.deepCopy();
                ((ObjectNode) other.at(pointer.substring(0, last))).set(field, changed(value));
                assertThat(read(name, other)).as("other " + pointer).isNotEqualTo(whole);
            }
        });
        // Otherwise the comparison above could not fail.
        assertThat(read(name, complete)).isEqualTo(whole);
    }

    /** Returns what the reader makes of a document, or the messages with which it refuses it. */
    private String read(String name, JsonNode document) {
        Map<String, Function<Path, Object>> readers =
                Map.of("settings", SettingsFile::read, "plan", PlanFile::read, "mapping", file -> Mappings.of(
                                Map.of("payments", file.toString()))
                        .forFile("payments", List.of())
                        .mapping());
        try {
            // On one line, because mappings remember the lines of expressions.
            Path file = Files.writeString(folder.resolve("document.yaml"), document.toString());
            return readers.get(name).apply(file).toString();
        } catch (UserProblem problem) {
            return problem.getMessage();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the key of each level of a schema. An asterisk is a name that the user chooses. */
    private static Set<String> keys(JsonNode root, JsonNode part, String place) {
        Set<String> keys = new TreeSet<>();
        JsonNode schema = resolved(root, part);
        schema.path("properties").fields().forEachRemaining(property -> {
            keys.add(place + "." + property.getKey());
            keys.addAll(keys(root, property.getValue(), place + "." + property.getKey()));
        });
        if (schema.path("additionalProperties").isObject()) {
            keys.addAll(keys(root, schema.path("additionalProperties"), place + ".*"));
        }
        if (schema.has("items")) {
            keys.addAll(keys(root, schema.path("items"), place));
        }
        return keys;
    }

    /** Finds the JSON pointers of each key in a document. */
    private static void find(
            JsonNode root,
            JsonNode part,
            JsonNode value,
            String place,
            String pointer,
            Map<String, List<String>> pointers) {
        JsonNode schema = resolved(root, part);
        value.fields().forEachRemaining(entry -> {
            String below = pointer + "/" + entry.getKey();
            if (schema.path("properties").has(entry.getKey())) {
                String key = place + "." + entry.getKey();
                pointers.computeIfAbsent(key, none -> new ArrayList<>()).add(below);
                find(root, schema.path("properties").path(entry.getKey()), entry.getValue(), key, below, pointers);
            } else if (schema.path("additionalProperties").isObject()) {
                find(root, schema.path("additionalProperties"), entry.getValue(), place + ".*", below, pointers);
            }
        });
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            find(root, schema.path("items"), value.get(i), place, pointer + "/" + i, pointers);
        }
    }

    private static JsonNode resolved(JsonNode root, JsonNode part) {
        JsonNode schema = part;
        while (schema.has("$ref") || schema.has("then")) {
            schema = schema.has("$ref") ? root.at(schema.path("$ref").asText().substring(1)) : schema.path("then");
        }
        return schema;
    }

    private static JsonNode changed(JsonNode value) {
        if (value.isNumber()) {
            return value.isInt()
                    ? IntNode.valueOf(value.asInt() - 1)
                    : DecimalNode.valueOf(value.decimalValue().subtract(BigDecimal.ONE));
        }
        String text = value.asText();
        return TextNode.valueOf(text.endsWith("2") || text.endsWith("1") ? text.replaceAll(".$", "3") : text + "x");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SchemasTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
