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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The commits of a table in the Delta protocol: one JSON file per version, which begins with the metadata of the
 * commit. Reading a single file needs no Spark job, unlike a query of the table's history.
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

    /** Returns the latest version; empty if the table has never been written. */
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

    Optional<CommitNote> latestNote() {
        return latestVersion().flatMap(this::note);
    }

    /** Returns true if the commit file of this version still exists. */
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

    Optional<CommitNote> note(long version) {
        return actions(version)
                .map(action -> action.path("commitInfo").path("userMetadata"))
                .filter(JsonNode::isTextual)
                .findFirst()
                .map(note -> CommitNote.fromJson(note.asText()));
    }

    /**
     * Deletes the data files of all but the last two versions. Use it only for unpartitioned tables that are replaced
     * whole, because each of their commits lists all data files of its version.
     */
    void deleteDataBeforeLastTwo() {
        long latest = latestVersion().orElseThrow();
        Set<String> kept = new HashSet<>(dataOf(latest));
        if (latest > 0) {
            kept.addAll(dataOf(latest - 1));
        }
        deleteDataBut(kept);
    }

    /**
     * Deletes the data files of versions that were replaced before this moment. The latest version always stays. A
     * commit without data files, such as one that adds columns, uses those of the version before. Use it only for
     * tables that are replaced whole. Deletes nothing if a commit that it must read is missing.
     */
    void deleteDataReplacedBefore(Instant moment) {
        Set<String> kept = new HashSet<>();
        boolean isNeeded = true;
        for (long version = latestVersion().orElse(-1L); version >= 0 && isNeeded; version--) {
            if (!holds(version)) {
                return;
            }
            Set<String> data = dataOf(version);
            kept.addAll(data);
            isNeeded = data.isEmpty() || !writtenAt(version).isBefore(moment);
        }
        deleteDataBut(kept);
    }

    /**
     * Deletes data files that no version lists, because the run that wrote them ended before its commit. Deletes
     * nothing if an early commit is missing, because the data files of that version can't be identified.
     */
    void deleteUnfinishedData() {
        long versions = latestVersion().map(latest -> latest + 1).orElse(0L);
        Set<String> named = new HashSet<>();
        for (long version = 0; version < versions; version++) {
            if (!holds(version)) {
                return;
            }
            named.addAll(dataOf(version));
        }
        deleteDataBut(named);
    }

    private void deleteDataBut(Set<String> kept) {
        try {
            deleteDataBut(kept, folder.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Deletes the data files in a folder and its subfolders, except those to keep. Lists one folder at a time, because
     * Hadoop's recursive listing starts one process per file to find its owner.
     */
    private void deleteDataBut(Set<String> kept, Path place) throws IOException {
        for (FileStatus status : files.listStatus(place)) {
            Path path = status.getPath();
            String name = path.getName();
            if (status.isDirectory() && !name.equals(folder.getName())) {
                deleteDataBut(kept, path);
            }
            if (status.isFile() && name.endsWith(".parquet") && !kept.contains(name)) {
                files.delete(path, false);
            }
        }
    }

    private Set<String> dataOf(long version) {
        return actions(version)
                .map(action -> action.path("add").path("path"))
                .filter(JsonNode::isTextual)
                .map(path -> new Path(URI.create(path.asText())).getName())
                .collect(Collectors.toSet());
    }

    private Instant writtenAt(long version) {
        return actions(version)
                .map(action -> action.path("commitInfo").path("timestamp"))
                .filter(JsonNode::isNumber)
                .findFirst()
                .map(milliseconds -> Instant.ofEpochMilli(milliseconds.asLong()))
                .orElse(Instant.MAX);
    }

    /** Reads the actions of a commit, one per line of the commit file. */
    private Stream<JsonNode> actions(long version) {
        Path commit = commit(version);
        List<JsonNode> actions = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(files.open(commit), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                actions.add(JSON.readTree(line));
            }
            return actions.stream();
        } catch (JsonProcessingException | ChecksumException e) {
            throw damaged(commit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UserProblem damaged(Path commit) {
        Path table = folder.getParent();
        return Problems.lakeDamaged(
                java.nio.file.Path.of(table.getParent().toUri().getPath()),
                table.getName(),
                commit.toUri().getPath());
    }
}
