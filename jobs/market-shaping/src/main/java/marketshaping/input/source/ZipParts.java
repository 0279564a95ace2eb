package marketshaping.input.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import marketshaping.model.problem.Problems;

/** The parts of a zipped workbook. Each part is unpacked when it is read, up to a size limit. */
final class ZipParts implements Closeable {
    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();

    ZipParts(Path file) throws IOException {
        this.file = file;
        zip = new ZipFile(file.toFile());
        zip.stream().forEach(entry -> parts.putIfAbsent(key(entry.getName()), entry));
    }

    Path file() {
        return file;
    }

    boolean has(String part) {
        return parts.containsKey(key(part));
    }

    /** Returns true if the predicate accepts the lower-case name of any part. */
    boolean any(Predicate<String> names) {
        return parts.keySet().stream().anyMatch(names);
    }

    InputStream bytes(String part) throws IOException {
        ZipEntry entry = parts.get(key(part));
        if (entry == null) {
            throw Problems.workbookBroken(file, part);
        }
        return new BoundedInput(
                zip.getInputStream(entry),
                Limits.inflated(entry.getCompressedSize()),
                () -> Problems.archiveTooLarge(file));
    }

    /** Normalises a part name: case is not significant, and some programs write backslashes. */
    private static String key(String part) {
        String path = part.replace('\\', '/').toLowerCase(Locale.ROOT);
        return path.startsWith("/") ? path.substring(1) : path;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
