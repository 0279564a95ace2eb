package marketshaping.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A Delta table of a lake, read from its transaction log without Spark. */
public record DeltaLogReader(Path root) {

    /** Returns every table of a lake, sorted by name. */
    public static List<DeltaLogReader> of(Path lake) throws IOException {
        try (Stream<Path> folders = Files.list(lake)) {
            return folders.filter(each -> Files.isDirectory(each.resolve("_delta_log")))
                    .sorted()
                    .map(DeltaLogReader::new)
                    .toList();
        }
    }

    public String name() {
        return root.getFileName().toString();
    }

    public List<Path> commits() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("_delta_log"))) {
            return files.filter(each -> each.getFileName().toString().matches("\\d{20}\\.json"))
                    .sorted()
                    .toList();
        }
    }

    public long latestVersion() throws IOException {
        return commits().stream().mapToLong(DeltaLogReader::version).max().orElseThrow();
    }

    /** Returns the data files of the latest version. */
    public List<Path> files() throws IOException {
        return files(Long.MAX_VALUE);
    }

    /** Returns the data files of a version. */
    public List<Path> files(long version) throws IOException {
        TreeSet<Path> live = new TreeSet<>();
        for (Path commit : commits()) {
            if (version(commit) > version) {
                break;
            }
            for (String line : Files.readAllLines(commit)) {
                JsonNode action = new JsonMapper().readTree(line);
                if (action.has("add")) {
                    live.add(root.resolve(action.at("/add/path").asText()));
                } else if (action.has("remove")) {
                    live.remove(root.resolve(action.at("/remove/path").asText()));
                }
            }
        }
        return List.copyOf(live);
    }

    private static long version(Path commit) {
        return Long.parseLong(commit.getFileName().toString().replace(".json", ""));
    }

    /** Returns all data files in the table's folder, including files that no version contains. */
    public List<Path> allFiles() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(each -> each.getFileName().toString().endsWith(".parquet"))
                    .filter(each -> !each.startsWith(root.resolve("_delta_log")))
                    .sorted()
                    .toList();
        }
    }

    /** Returns data files that no version contains, such as those of a run that failed before its commit. */
    public List<Path> unreferencedFiles() throws IOException {
        Set<Path> unreferenced = new TreeSet<>(allFiles());
        for (long version = 0; version <= latestVersion(); version++) {
            unreferenced.removeAll(files(version));
        }
        return List.copyOf(unreferenced);
    }

    /** Returns the rows of the latest version, in an order that depends only on their content. */
    public List<String> rows() throws IOException {
        List<Path> files = files();
        return files.isEmpty() ? List.of() : ParquetFile.rows(files);
    }
}
