package marketshaping.input.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.engine.Storage;
import marketshaping.input.source.Fingerprint;
import marketshaping.model.problem.Problems;

/**
 * Caches the SHA-256 of large files whose rows are in the lake. A file is hashed again only if its size, path, times or
 * file key have changed.
 *
 * <p>The cache is a text file in the lake with one line per file. Its fields are
 * SHA-256, bytes, path, modification time, status change time and file key. A lost or damaged cache costs only time.
 */
public final class FileHashCache {
    public static final String NAME = ".known-files";

    /** The minimum size of a cached file. Smaller files are cheap to hash. */
    private static final long LEAST_BYTES = 16L << 20;

    /**
     * The coarsest precision of file times on common file systems. A file that changed so recently may change again
     * without a new time, so it is not cached.
     */
    private static final Duration COARSEST_CLOCK = Duration.ofSeconds(2);

    private static final String SEPARATOR = "\t";

    private final Path list;
    private final Instant started;
    private final long leastBytes;
    private final Function<Path, String> sha256;
    private final Map<String, String> previous;
    private final Map<String, String> current = new ConcurrentHashMap<>();

    /**
     * Reads the cache of a lake.
     *
     * @param started the start of the run, before it read any file
     */
    public FileHashCache(Path lake, Instant started) {
        this(lake, started, LEAST_BYTES, file -> Fingerprint.of(file).sha256());
    }

    public FileHashCache(Path lake, Instant started, long leastBytes, Function<Path, String> sha256) {
        this.list = lake.resolve(NAME);
        this.started = started;
        this.leastBytes = leastBytes;
        this.sha256 = sha256;
        this.previous = read(list);
    }

    /** Returns the SHA-256 of a file; reads the file only if it is not in the cache. */
    public String sha256(Path file) {
        Optional<String> signature = signature(file);
        String cached = signature.map(previous::get).orElse(null);
        String hash = cached == null ? sha256.apply(file) : cached;
        // A file that changed while it was read must not be cached.
        signature.filter(then -> signature(file).equals(Optional.of(then))).ifPresent(then -> current.put(then, hash));
        return hash;
    }

    /** Saves the hashes of this run's files and drops all others. Call it only after the lake contains their rows. */
    public void save() {
        Map<String, String> updated = new TreeMap<>(current);
        if (updated.equals(new TreeMap<>(previous))) {
            return;
        }
        List<String> lines = updated.entrySet().stream()
                .map(entry -> entry.getValue() + SEPARATOR + entry.getKey())
                .toList();
        try {
            Storage.replace(list, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw Problems.cannotWrite(list, e.toString());
        }
    }

    /**
     * Returns the file's attributes in one line. Returns empty for a small or recent file, or one whose path contains
     * control characters.
     */
    private Optional<String> signature(Path file) {
        try {
            Path path = file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
            Storage.Attributes attributes = Storage.attributes(file);
            boolean isLarge = attributes.bytes() >= leastBytes;
            boolean isOld = isOld(attributes.modified()) && isOld(attributes.changed());
            boolean isOneLine = path.toString().chars().noneMatch(Character::isISOControl);
            if (!isLarge || !isOld || !isOneLine) {
                return Optional.empty();
            }
            return Optional.of(
                    Stream.of(attributes.bytes(), path, attributes.modified(), attributes.changed(), attributes.key())
                            .map(String::valueOf)
                            .collect(Collectors.joining(SEPARATOR)));
        } catch (IOException e) {
            // The code that reads the file reports the error.
            return Optional.empty();
        }
    }

    private boolean isOld(FileTime time) {
        return time.toInstant().isBefore(started.minus(COARSEST_CLOCK));
    }

    private static Map<String, String> read(Path list) {
        if (!Storage.isFileAndNoLink(list)) {
            return Map.of();
        }
        try {
            return Storage.read(list)
                    .lines()
                    .map(line -> line.split(SEPARATOR, 2))
                    .filter(parts -> parts.length == 2 && parts[0].matches("[0-9a-f]{64}"))
                    .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0], (first, second) -> second));
        } catch (IOException e) {
            return Map.of();
        }
    }
}
