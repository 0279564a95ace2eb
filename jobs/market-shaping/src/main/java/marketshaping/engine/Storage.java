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
 * Reads and writes local files for the other packages. Only three others access files themselves: the readers in {@code
 * input.source}, the lock and commit log in {@code lake}, and Spark. Methods throw an {@link IOException}, so that the
 * caller can report the operation that failed.
 */
public final class Storage {
    private static final LinkOption NO_LINKS = LinkOption.NOFOLLOW_LINKS;

    private Storage() {}

    /** Writes the content of one file to a stream. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * The attributes of a file that change if its content changes.
     *
     * @param changed the status change time, which users cannot set back; the creation time if the file system has none
     * @param key the file's identity on its disk, such as its inode; null if the file system has none
     */
    public record Attributes(long bytes, FileTime modified, FileTime changed, Object key) {}

    public static boolean exists(Path path) {
        return Files.exists(path);
    }

    public static boolean isFile(Path path) {
        return Files.isRegularFile(path);
    }

    /** Returns true if the path is a file and not a symbolic link. */
    public static boolean isFileAndNoLink(Path path) {
        return Files.isRegularFile(path, NO_LINKS);
    }

    public static boolean isFolder(Path path) {
        return Files.isDirectory(path);
    }

    /** Returns true if the path is a folder and not a symbolic link. */
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

    /** Returns the files and folders in a folder, sorted by name. */
    public static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    /** Returns all files in a folder and its subfolders, sorted by path. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    public static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file);
    }

    /** Reads a UTF-8 file as text. */
    public static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    /** Returns true if two files have the same bytes. */
    public static boolean isSame(Path first, Path second) throws IOException {
        return Files.mismatch(first, second) < 0;
    }

    public static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    /** Opens a file for writing and deletes any previous content. */
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

    /**
     * Replaces a file atomically. Readers see either the old or the new content, and a failure leaves the old content.
     */
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

    /** Replaces a text file atomically. */
    public static void replace(Path file, String text) throws IOException {
        replace(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Moves a file atomically and replaces any file at the new path. */
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

    /** Deletes a file if it exists. */
    public static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Deletes a folder if it is empty. */
    public static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // A folder that is not empty stays.
        }
    }

    /**
     * Deletes a folder and everything in it, if it exists.
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
