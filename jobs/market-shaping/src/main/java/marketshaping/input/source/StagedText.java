package marketshaping.input.source;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import marketshaping.model.problem.Problems;

/**
 * A copy of a table that Spark can read in parallel: UTF-8, comma-separated, quotes only if required, one record per
 * line. Line breaks in cells become spaces. Only the owner can read it, because it contains personal data.
 */
final class StagedText implements Closeable {
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\r\\n]");

    private final Path path;
    private final Path file;
    private Writer out;
    private long left;
    private long records;

    /**
     * Creates an empty copy.
     *
     * @param path the path of the copy
     * @param file the source file; a copy larger than the inflation limit for its size is refused
     */
    StagedText(Path path, Path file) {
        this.path = path;
        this.file = file;
        try {
            left = Limits.inflated(Files.size(file));
            out = writer(create(path));
        } catch (IOException e) {
            throw Problems.cannotWrite(path, e.toString());
        }
    }

    /** Creates a file that only its owner can read. */
    static OutputStream create(Path path) {
        try {
            Files.createDirectories(path.getParent());
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        path,
                        PosixFilePermissions.asFileAttribute(
                                EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)));
            }
            return Files.newOutputStream(path);
        } catch (IOException e) {
            throw Problems.cannotWrite(path, e.toString());
        }
    }

    /** Adds the next record with trimmed cells. No cells, or one empty cell, make a blank line. */
    void add(List<String> cells) {
        records++;
        try {
            for (int i = 0; i < cells.size(); i++) {
                if (i > 0) {
                    write(",");
                }
                write(written(Whitespace.trim(cells.get(i))));
            }
            write("\n");
        } catch (IOException e) {
            throw Problems.cannotWrite(path, e.toString());
        }
    }

    /** Adds a record with a given number, after blank records for any gap. Ignores a record without cells. */
    void add(long number, List<String> cells) {
        if (cells.isEmpty()) {
            return;
        }
        while (records < number - 1) {
            add(List.of());
        }
        add(cells);
    }

    /** Deletes all records added so far. */
    void restart() {
        try {
            out.close();
            out = writer(Files.newOutputStream(path));
            records = 0;
        } catch (IOException e) {
            throw Problems.cannotWrite(path, e.toString());
        }
    }

    private void write(String text) throws IOException {
        left -= text.length();
        if (left < 0) {
            throw Problems.archiveTooLarge(file);
        }
        out.write(text);
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 64 * 1024);
    }

    private static String written(String cell) {
        boolean comma = false;
        boolean quote = false;
        boolean lineBreak = false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            comma |= c == ',';
            quote |= c == '"';
            lineBreak |= c == '\n' || c == '\r';
        }
        String line = lineBreak ? LINE_BREAK.matcher(cell).replaceAll(" ") : cell;
        return quote ? '"' + line.replace("\"", "\"\"") + '"' : comma ? '"' + line + '"' : line;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw Problems.cannotWrite(path, e.toString());
        }
    }
}
