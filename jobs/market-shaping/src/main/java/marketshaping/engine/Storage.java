package marketshaping.engine;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import marketshaping.model.problem.Problems;

/**
 * The one place that touches the file system: lake, lock, lists, packs and settings are read and written through it, on
 * local paths. Only the readers of extracts in {@code input.source} open files themselves. Methods throw an
 * {@link IOException} if the disk refuses, for the caller to report what it was doing.
 */
public final class Storage {
    private static final LinkOption NO_LINKS = LinkOption.NOFOLLOW_LINKS;

    private Storage() {}

    /** Writes one file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * The attributes by which a file is recognised as unchanged.
     *
     * @param changed when the file system last changed the file's record, which users cannot set back; its creation time
     *     where the file system has no such time
     * @param key the file's identity on its disk; null where there is none
     */
    public record Attributes(long bytes, FileTime modified, FileTime changed, Object key) {}

    public static boolean exists(Path path) {
        return Files.exists(path);
    }

    public static boolean isFile(Path path) {
        return Files.isRegularFile(path);
    }

    /** Returns whether the path is a file itself and not a link to one. */
    public static boolean isFileAndNoLink(Path path) {
        return Files.isRegularFile(path, NO_LINKS);
    }

    public static boolean isFolder(Path path) {
        return Files.isDirectory(path);
    }

    /** Returns whether the path is a folder itself and not a link to one. */
    public static boolean isFolderAndNoLink(Path path) {
        return Files.isDirectory(path, NO_LINKS);
    }

    public static long bytes(Path file) throws IOException {
        return Files.size(file);
    }

    public static Attributes attributes(Path file) throws IOException {
        BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class);
        FileTime changed = file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? (FileTime) Files.getAttribute(file, "unix:ctime")
                : basic.creationTime();
        return new Attributes(basic.size(), basic.lastModifiedTime(), changed, basic.fileKey());
    }

    /** Returns what a folder contains, by name. */
    public static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    /** Returns the files of a folder and of all folders in it, by path. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    public static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file);
    }

    /** Returns a file of UTF-8 as text. */
    public static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    /** Returns whether two files have the same bytes. */
    public static boolean isSame(Path first, Path second) throws IOException {
        return Files.mismatch(first, second) < 0;
    }

    public static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    /** Opens a file to be written from the beginning. */
    public static OutputStream create(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file));
    }

    /** Opens a new file that only its owner may read, where the file system has permissions. */
    public static OutputStream createPrivate(Path file) throws IOException {
        Files.createFile(file, permissions("rw-------"));
        return create(file);
    }

    /** Writes text as UTF-8. */
    public static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    /** Replaces a file in one step: readers see the old bytes or the new ones, and a failure leaves the old ones. */
    public static void replace(Path file, Content content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = create(part)) {
                content.writeTo(out);
            }
            move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Replaces a text file in one step. */
    public static void replace(Path file, String text) throws IOException {
        replace(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Moves a file over another in one step. */
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Copies a file with its permissions. */
    public static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    public static void copy(Path from, OutputStream to) throws IOException {
        Files.copy(from, to);
    }

    /** Deletes a file; one that does not exist is no error. */
    public static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Deletes a folder if it is empty. */
    public static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Its content stays.
        }
    }

    /**
     * Deletes a folder with everything in it; one that does not exist is no error.
     *
     * @throws marketshaping.model.problem.UserProblem if a file cannot be deleted
     */
    public static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw Problems.cannotWrite(folder, e.toString());
        }
    }

    /** Creates a new folder on this machine's own disk. */
    public static Path temporaryFolder(String prefix) throws IOException {
        return Files.createTempDirectory(prefix);
    }

    /** Creates a new folder that only its owner may read, where the file system has permissions. */
    public static Path temporaryFolder(Path parent, String prefix) throws IOException {
        return Files.createTempDirectory(parent, prefix, permissions("rwx------"));
    }

    private static FileAttribute<?>[] permissions(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
