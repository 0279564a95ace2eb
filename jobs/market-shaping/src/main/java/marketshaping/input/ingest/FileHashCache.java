package marketshaping.input.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
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
import marketshaping.input.source.Fingerprint;
import marketshaping.model.problem.Problems;

/**
 * The large files that a lake was brought up to date with: the SHA-256 of each, and what the file system said of it
 * then. For as long as that says the same, a file is not read again only to find that it is the same.
 *
 * <p>Kept in the lake as a text of one line a file, which the launcher looks into too: SHA-256, bytes, path, when it was
 * written, when anything about it changed, and what the file system knows it by. A lost or mangled list costs time only.
 */
public final class FileHashCache {
    public static final String NAME = ".known-files";

    /** Smaller ones are read sooner than they are talked about. */
    private static final long WORTH_KNOWING = 16L << 20;

    /** File systems keep time to two seconds at worst: a file written since then may be written again and look the same. */
    private static final Duration COARSEST_CLOCK = Duration.ofSeconds(2);

    private static final String SEPARATOR = "\t";

    private final Path list;
    private final Instant started;
    private final long worthKnowing;
    private final Function<Path, String> sha256;
    private final Map<String, String> before;
    private final Map<String, String> seen = new ConcurrentHashMap<>();

    /** @param started when the run began, before it looked at any file */
    public FileHashCache(Path lake, Instant started) {
        this(lake, started, WORTH_KNOWING, file -> Fingerprint.of(file).sha256());
    }

    public FileHashCache(Path lake, Instant started, long worthKnowing, Function<Path, String> sha256) {
        this.list = lake.resolve(NAME);
        this.started = started;
        this.worthKnowing = worthKnowing;
        this.sha256 = sha256;
        this.before = held(list);
    }

    /** Of the file as it is now; read only if it is not plainly the one that was read before. */
    public String sha256(Path file) {
        Optional<String> looks = looks(file);
        String known = looks.map(before::get).orElse(null);
        String hash = known == null ? sha256.apply(file) : known;
        // A file that was written to while it was read is like nothing that was read.
        looks.filter(then -> looks(file).equals(Optional.of(then))).ifPresent(then -> seen.put(then, hash));
        return hash;
    }

    /** Keeps what was seen, once the lake holds the rows of it; what was not seen this time is forgotten. */
    public void keep() {
        Map<String, String> now = new TreeMap<>(seen);
        if (now.equals(new TreeMap<>(before))) {
            return;
        }
        List<String> lines = now.entrySet().stream()
                .map(entry -> entry.getValue() + SEPARATOR + entry.getKey())
                .toList();
        try {
            Path whole = list.resolveSibling(NAME + ".new");
            Files.write(whole, lines, StandardCharsets.UTF_8);
            Files.move(whole, list, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problems.cannotWrite(list, e.toString());
        }
    }

    /** What the file system says of a file, in one line; nothing where that would not tell it from another. */
    private Optional<String> looks(Path file) {
        try {
            Path place = file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            FileTime changed = changed(file, attributes);
            boolean isLarge = attributes.size() >= worthKnowing;
            boolean isOld = isOld(attributes.lastModifiedTime()) && isOld(changed);
            boolean isOneLine = place.toString().chars().noneMatch(Character::isISOControl);
            if (!isLarge || !isOld || !isOneLine) {
                return Optional.empty();
            }
            return Optional.of(
                    Stream.of(attributes.size(), place, attributes.lastModifiedTime(), changed, attributes.fileKey())
                            .map(String::valueOf)
                            .collect(Collectors.joining(SEPARATOR)));
        } catch (IOException e) {
            // Whoever reads it will say why it can't be read.
            return Optional.empty();
        }
    }

    /** Where the file system keeps it, a time that nobody can set back. */
    private static FileTime changed(Path file, BasicFileAttributes attributes) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? (FileTime) Files.getAttribute(file, "unix:ctime")
                : attributes.creationTime();
    }

    private boolean isOld(FileTime time) {
        return time.toInstant().isBefore(started.minus(COARSEST_CLOCK));
    }

    private static Map<String, String> held(Path list) {
        if (!Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
            return Map.of();
        }
        try (Stream<String> lines = Files.lines(list, StandardCharsets.UTF_8)) {
            return lines.map(line -> line.split(SEPARATOR, 2))
                    .filter(parts -> parts.length == 2 && parts[0].matches("[0-9a-f]{64}"))
                    .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0], (first, second) -> second));
        } catch (IOException | java.io.UncheckedIOException e) {
            return Map.of();
        }
    }
}
