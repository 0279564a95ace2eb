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

/** The notebooks that are committed, and what notebooks/execute holds them against. */
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
    void should_hold_a_table_and_a_chart_and_nothing_of_the_machine_or_the_day(Path notebook) throws IOException {
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
    void should_find_nothing_where_all_figures_are_the_same() throws Exception {
        Said said = compared(notebook -> {});
        assertThat(said.words()).isEqualTo("3 notebooks say what they said before.\n");
        assertThat(said.code()).isZero();
    }

    @Test
    void should_name_notebook_cell_and_both_figures_where_a_table_says_another() throws Exception {
        Said said = compared(notebook -> replace(notebook, TABLE, "Residential care", "302", "303"));
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words())
                .contains(NAME + ", code cell 2 (" + TABLE + "), output 1, text/plain, line 5")
                .containsPattern("committed: Residential care +302 ")
                .containsPattern("now: +Residential care +303 ")
                .contains("Notebooks: 3, differences: 1.");
    }

    @Test
    void should_hold_the_figures_of_a_chart_and_not_its_letters() throws Exception {
        Said figure = compared(notebook -> replace(notebook, CHART, "Nursing care", "47.6", "47.7"));
        assertThat(figure.code()).isEqualTo(1);
        assertThat(figure.words()).contains(NAME, "(" + CHART + ")").containsPattern("now: +Nursing care +47.7");

        Said gone =
                compared(notebook -> ((ObjectNode) cell(notebook, CHART).at("/outputs/0/data")).remove("image/png"));
        assertThat(gone.code()).isEqualTo(1);
        assertThat(gone.words()).contains("(" + CHART + ")", "committed: [output 1, image/png, output 1, text/plain]");
    }

    @Test
    void should_miss_a_notebook_that_was_not_executed() throws Exception {
        for (Path notebook : notebooks().subList(1, 3)) {
            Files.copy(notebook, executed.resolve(notebook.getFileName()));
        }
        Said said = compare();
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words()).contains("brokering-against-seven-days.ipynb was not executed.");
    }

    private record Said(int code, String words) {}

    /** The committed notebooks against copies of which one is changed. */
    private Said compared(Consumer<JsonNode> change) throws Exception {
        for (Path notebook : notebooks()) {
            JsonNode tree = JSON.readTree(notebook.toFile());
            if (notebook.endsWith(NAME)) {
                change.accept(tree);
            }
            JSON.writeValue(executed.resolve(notebook.getFileName()).toFile(), tree);
        }
        return compare();
    }

    private Said compare() throws Exception {
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
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), words);
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
