package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import marketshaping.testkit.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the committed notebooks and the comparison that notebooks/execute makes. */
class NotebooksTest {
    private static final Path NOTEBOOKS = Home.FOLDER.resolve("notebooks");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "out-of-borough.ipynb";
    private static final String TABLE = "spot-by-setting";
    private static final String CHART = "chart";

    @TempDir
    private Path executed;

    static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(NOTEBOOKS)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void notebook_has_table_and_chart_but_no_paths_or_times(Path notebook) throws IOException {
        JsonNode tree = JSON.readTree(notebook.toFile());
        assertThat(tree.at("/metadata/language_info").size()).isEqualTo(1);
        for (JsonNode cell : tree.path("cells")) {
            assertThat(cell.path("metadata")).isEmpty();
        }
        assertThat(outputs(tree).filter(output -> output.at("/data/text~1html").isArray()))
                .isNotEmpty();
        assertThat(outputs(tree).filter(output -> output.at("/data/image~1png").isTextual()))
                .isNotEmpty()
                .allSatisfy(chart -> assertThat(
                                chart.at("/data/text~1plain").path(0).asText())
                        .contains(" chart: "));
        assertThat(outputs(tree)
                        .filter(output -> output.path("output_type").asText().equals("error")))
                .isEmpty();
        assertThat(outputs(tree)
                        .map(output -> output.path("text").toString()
                                + output.at("/data/text~1plain")
                                + output.at("/data/text~1html")))
                .noneMatch(
                        text -> text.contains("/home/") || text.contains("@") || text.matches("(?s).*\\d\\d:\\d\\d.*"));
    }

    @Test
    void equal_figures_give_no_difference() throws Exception {
        Comparison comparison = compareAfter(notebook -> {});
        assertThat(comparison.output()).isEqualTo("3 notebooks have the committed outputs.\n");
        assertThat(comparison.exitCode()).isZero();
    }

    @Test
    void changed_table_figure_is_reported_with_its_cell() throws Exception {
        Comparison comparison = compareAfter(notebook -> replace(notebook, TABLE, "Residential care", "302", "303"));
        assertThat(comparison.exitCode()).isEqualTo(1);
        assertThat(comparison.output())
                .contains(NAME + ", code cell 2 (" + TABLE + "), output 1, text/plain, line 5")
                .containsPattern("committed: Residential care +302 ")
                .containsPattern("now: +Residential care +303 ")
                .contains("Notebooks: 3, differences: 1.");
    }

    @Test
    void changed_figure_or_missing_image_of_a_chart_is_reported() throws Exception {
        Comparison figure = compareAfter(notebook -> replace(notebook, CHART, "Nursing care", "47.6", "47.7"));
        assertThat(figure.exitCode()).isEqualTo(1);
        assertThat(figure.output()).contains(NAME, "(" + CHART + ")").containsPattern("now: +Nursing care +47.7");

        Comparison gone = compareAfter(
                notebook -> ((ObjectNode) cell(notebook, CHART).at("/outputs/0/data")).remove("image/png"));
        assertThat(gone.exitCode()).isEqualTo(1);
        assertThat(gone.output()).contains("(" + CHART + ")", "committed: [output 1, image/png, output 1, text/plain]");
    }

    @Test
    void notebook_that_was_not_executed_is_reported() throws Exception {
        for (Path notebook : notebooks().subList(1, 3)) {
            Files.copy(notebook, executed.resolve(notebook.getFileName()));
        }
        Comparison comparison = compare();
        assertThat(comparison.exitCode()).isEqualTo(1);
        assertThat(comparison.output()).contains("brokering-against-seven-days.ipynb was not executed.");
    }

    private record Comparison(int exitCode, String output) {}

    /** Compares the committed notebooks with copies, one of which is changed. */
    private Comparison compareAfter(Consumer<JsonNode> change) throws Exception {
        for (Path notebook : notebooks()) {
            JsonNode tree = JSON.readTree(notebook.toFile());
            if (notebook.endsWith(NAME)) {
                change.accept(tree);
            }
            JSON.writeValue(executed.resolve(notebook.getFileName()).toFile(), tree);
        }
        return compare();
    }

    private Comparison compare() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NOTEBOOKS.resolve("src/Compare.java").toString(),
                        NOTEBOOKS.toString(),
                        executed.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Comparison(process.waitFor(), output);
    }

    private static void replace(JsonNode notebook, String cell, String line, String figure, String by) {
        ArrayNode lines = (ArrayNode) cell(notebook, cell).at("/outputs/0/data/text~1plain");
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).asText();
            if (text.startsWith(line)) {
                assertThat(text).contains(figure);
                lines.set(i, TextNode.valueOf(text.replaceFirst(Pattern.quote(figure), by)));
            }
        }
    }

    private static JsonNode cell(JsonNode notebook, String id) {
        return StreamSupport.stream(notebook.path("cells").spliterator(), false)
                .filter(cell -> cell.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> outputs(JsonNode notebook) {
        return StreamSupport.stream(notebook.path("cells").spliterator(), false)
                .flatMap(cell -> StreamSupport.stream(cell.path("outputs").spliterator(), false));
    }
}
