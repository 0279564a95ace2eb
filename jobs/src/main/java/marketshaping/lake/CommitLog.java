package marketshaping.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import marketshaping.problem.Problems;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A table's commits as the Delta protocol lays them down: one JSON file a version, which begins with what its writer
 * said of it. Reading the one file wanted costs no Spark job, which asking for the table's history does.
 */
final class CommitLog {
    private static final Pattern COMMIT = Pattern.compile("\\d{20}\\.json");
    private static final JsonMapper JSON = new JsonMapper();

    private final FileSystem files;
    private final Path folder;

    CommitLog(FileSystem files, Path folder) {
        this.files = files;
        this.folder = folder;
    }

    Optional<Long> latestVersion() {
        try {
            return Arrays.stream(files.listStatus(folder))
                    .map(status -> status.getPath().getName())
                    .filter(name -> COMMIT.matcher(name).matches())
                    .map(name -> Long.parseLong(name.substring(0, 20)))
                    .max(Long::compare);
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Note> latestNote() {
        return latestVersion().flatMap(this::note);
    }

    boolean holds(long version) {
        try {
            return files.exists(commit(version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path commit(long version) {
        return new Path(folder, String.format(Locale.ROOT, "%020d.json", version));
    }

    Optional<Note> note(long version) {
        Path commit = commit(version);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(files.open(commit), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode note = JSON.readTree(line).path("commitInfo").path("userMetadata");
                if (note.isTextual()) {
                    return Optional.of(Note.fromJson(note.asText()));
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw Problems.lakeDamaged(
                    lake(), folder.getParent().getName(), commit.toUri().getPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a table without parts that is only replaced whole, so that a commit names all data of its version. */
    void deleteDataBeforeLastTwo() {
        long latest = latestVersion().orElseThrow();
        Set<String> kept = new HashSet<>(dataOf(latest));
        if (latest > 0) {
            kept.addAll(dataOf(latest - 1));
        }
        try {
            for (FileStatus file : files.listStatus(folder.getParent())) {
                String name = file.getPath().getName();
                if (name.endsWith(".parquet") && !kept.contains(name)) {
                    files.delete(file.getPath(), false);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> dataOf(long version) {
        Set<String> names = new HashSet<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(files.open(commit(version)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode path = JSON.readTree(line).path("add").path("path");
                if (path.isTextual()) {
                    names.add(new Path(URI.create(path.asText())).getName());
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private java.nio.file.Path lake() {
        return java.nio.file.Path.of(folder.getParent().getParent().toUri().getPath());
    }
}
