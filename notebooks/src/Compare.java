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
 * Holds notebooks that were executed against those that are committed: every word and figure must be the same to the
 * letter. A chart must be there, and its figures, which stand beside it as text, must be the same; its picture need not,
 * for the letters in it depend on the machine's fonts.
 */
final class Compare {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PICTURE = "image/png";

    private final String notebook;
    private final List<String> differences = new ArrayList<>();

    private Compare(String notebook) {
        this.notebook = notebook;
    }

    /** @param folders the notebooks that are committed, and the same ones executed */
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
            one.hold(file, executed.resolve(one.notebook));
            differences.addAll(one.differences);
        }
        differences.forEach(out::println);
        if (notebooks.isEmpty() || !differences.isEmpty()) {
            out.printf(
                    "Notebooks: %d, differences: %d. Where they are meant, run: notebooks/execute --accept%n",
                    notebooks.size(), differences.size());
            System.exit(1);
        }
        out.printf("%d notebooks say what they said before.%n", notebooks.size());
    }

    private void hold(Path committed, Path executed) throws IOException {
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
            hold(
                    "%s, code cell %d (%s)"
                            .formatted(notebook, i + 1, before.get(i).path("id").asText()),
                    said(before.get(i)),
                    said(now.get(i)));
        }
    }

    private void hold(String cell, Map<String, String> before, Map<String, String> now) {
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

    /** What a cell put out, by the number of the output and its kind: text as it is, and a picture's size. */
    private static Map<String, String> said(JsonNode cell) throws IOException {
        Map<String, String> said = new TreeMap<>();
        int number = 0;
        for (JsonNode output : cell.path("outputs")) {
            number++;
            String place = "output %d, ".formatted(number);
            if (output.has("text")) {
                said.put(place + output.path("name").asText(), text(output.path("text")));
            }
            for (Map.Entry<String, JsonNode> kind : output.path("data").properties()) {
                String text = text(kind.getValue());
                said.put(place + kind.getKey(), kind.getKey().equals(PICTURE) ? size(text) : text);
            }
            if (output.has("ename")) {
                said.put(place + "error", output.path("ename").asText());
            }
        }
        return said;
    }

    /** Jupyter keeps text as a list of lines, each with its end. */
    private static String text(JsonNode lines) {
        StringBuilder text = new StringBuilder(lines.asText());
        lines.forEach(line -> text.append(line.asText()));
        return text.toString();
    }

    private static String size(String picture) throws IOException {
        var image =
                ImageIO.read(new ByteArrayInputStream(Base64.getMimeDecoder().decode(picture)));
        return image == null ? "no picture" : "%d by %d".formatted(image.getWidth(), image.getHeight());
    }
}
