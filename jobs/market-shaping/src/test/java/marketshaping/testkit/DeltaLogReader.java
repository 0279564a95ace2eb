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

/** A lake's table as the Delta protocol lays it down, read without the product's engine. */
public record DeltaLogReader(Path root) {

    /** By name, every table of a lake. */
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

    /** The files of data that its latest version is made of. */
    public List<Path> files() throws IOException {
        return files(Long.MAX_VALUE);
    }

    /** The files of data that a version is made of. */
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

    /** The files of data that lie in its folder, whichever version they are of. */
    public List<Path> filesOfAnyVersion() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(each -> each.getFileName().toString().endsWith(".parquet"))
                    .filter(each -> !each.startsWith(root.resolve("_delta_log")))
                    .sorted()
                    .toList();
        }
    }

    /** Such as a run leaves that did not get as far as its commit. */
    public List<Path> filesThatNoVersionNames() throws IOException {
        Set<Path> left = new TreeSet<>(filesOfAnyVersion());
        for (long version = 0; version <= latestVersion(); version++) {
            left.removeAll(files(version));
        }
        return List.copyOf(left);
    }

    /** The rows of its latest version, in an order that depends on nothing but what they hold. */
    public List<String> rows() throws IOException {
        List<Path> files = files();
        return files.isEmpty() ? List.of() : ParquetFile.rows(files);
    }
}
