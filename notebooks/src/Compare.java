package marketshaping.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;

/**
 * Compares executed notebooks with the committed ones: every word and figure must be the same. For a chart, the figures
 * in its text and the size of its image must be the same. Pixels may differ, because they depend on installed fonts.
 */
final class Compare {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String IMAGE = "image/png";

    private final String notebook;
    private final List<String> differences = new ArrayList<>();

    private Compare(String notebook) {
        this.notebook = notebook;
    }

    /**
     * Compares all notebooks and exits with 1 if any differs.
     *
     * @param folders the folder of the committed notebooks, and the folder of the executed ones
     */
    public static void main(String[] folders) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path committed = Path.of(folders[0]);
        Path executed = Path.of(folders[1]);
        List<Path> notebooks;
        try (Stream<Path> files = Files.list(committed)) {
            notebooks = files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
        List<String> differences = new ArrayList<>();
        for (Path file : notebooks) {
            Compare one = new Compare(file.getFileName().toString());
            one.compare(file, executed.resolve(one.notebook));
            differences.addAll(one.differences);
        }
        differences.forEach(out::println);
        if (notebooks.isEmpty() || !differences.isEmpty()) {
            out.printf(
                    "Notebooks: %d, differences: %d. If they are intended, run: notebooks/execute --accept%n",
                    notebooks.size(), differences.size());
            System.exit(1);
        }
        out.printf("%d notebooks have the committed outputs.%n", notebooks.size());
    }

    private void compare(Path committed, Path executed) throws IOException {
        if (!Files.exists(executed)) {
            differences.add(notebook + " was not executed.");
            return;
        }
        List<JsonNode> before = code(committed);
        List<JsonNode> now = code(executed);
        if (before.size() != now.size()) {
            differences.add("%s has %d code cells; %d were executed.".formatted(notebook, before.size(), now.size()));
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            compareOutputs(
                    "%s, code cell %d (%s)"
                            .formatted(notebook, i + 1, before.get(i).path("id").asText()),
                    outputs(before.get(i)),
                    outputs(now.get(i)));
        }
    }

    private void compareOutputs(String cell, Map<String, String> before, Map<String, String> now) {
        if (!before.keySet().equals(now.keySet())) {
            differences.add("%s%n  committed: %s%n  now:       %s".formatted(cell, before.keySet(), now.keySet()));
        }
        for (Map.Entry<String, String> output : before.entrySet()) {
            String then = now.getOrDefault(output.getKey(), output.getValue());
            if (!output.getValue().equals(then)) {
                differences.add(cell + ", " + output.getKey() + firstDifference(output.getValue(), then));
            }
        }
    }

    private static String firstDifference(String before, String now) {
        List<String> old = before.lines().toList();
        List<String> fresh = now.lines().toList();
        int line = 0;
        while (line < old.size() && line < fresh.size() && old.get(line).equals(fresh.get(line))) {
            line++;
        }
        return ", line %d%n  committed: %s%n  now:       %s"
                .formatted(line + 1, lineOf(old, line), lineOf(fresh, line));
    }

    private static String lineOf(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line) : "(nothing)";
    }

    private static List<JsonNode> code(Path file) throws IOException {
        return StreamSupport.stream(JSON.readTree(file.toFile()).path("cells").spliterator(), false)
                .filter(cell -> cell.path("cell_type").asText().equals("code"))
                .toList();
    }

    /** Returns the outputs of a cell by number and media type: the text, or the size of an image. */
    private static Map<String, String> outputs(JsonNode cell) throws IOException {
        Map<String, String> outputs = new TreeMap<>();
        int number = 0;
        for (JsonNode output : cell.path("outputs")) {
            number++;
            String place = "output %d, ".formatted(number);
            if (output.has("text")) {
                outputs.put(place + output.path("name").asText(), text(output.path("text")));
            }
            for (Map.Entry<String, JsonNode> kind : output.path("data").properties()) {
                String text = text(kind.getValue());
                outputs.put(place + kind.getKey(), kind.getKey().equals(IMAGE) ? size(text) : text);
            }
            if (output.has("ename")) {
                outputs.put(place + "error", output.path("ename").asText());
            }
        }
        return outputs;
    }

    /** Joins the lines of a text, which Jupyter stores as a list with line ends. */
    private static String text(JsonNode lines) {
        StringBuilder text = new StringBuilder(lines.asText());
        lines.forEach(line -> text.append(line.asText()));
        return text.toString();
    }

    private static String size(String image) throws IOException {
        var decoded =
                ImageIO.read(new ByteArrayInputStream(Base64.getMimeDecoder().decode(image)));
        return decoded == null ? "no image" : "%d by %d".formatted(decoded.getWidth(), decoded.getHeight());
    }
}
