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
 * The copy of a table that the engine can read in parallel: UTF-8, commas, quotes where they are needed, one record a
 * line whatever its cells hold. Readable by its owner alone, for it holds what the extract holds.
 */
final class StagedText implements Closeable {
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\r\\n]");

    private final Path path;
    private final Path file;
    private Writer out;
    private long left;
    private long records;

    /** @param file what it is a copy of; one that grows beyond what such a file can hold is refused */
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

    /** A new file that its owner alone can read. */
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

    /** Adds the next record, its cells trimmed. One without cells, or with one that is empty, is a blank line. */
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

    /** Adds the record of that number and blank ones before it where there is a gap; nothing if it has no cells. */
    void add(long number, List<String> cells) {
        if (cells.isEmpty()) {
            return;
        }
        while (records < number - 1) {
            add(List.of());
        }
        add(cells);
    }

    /** Takes back all that was added. */
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
            throw Problems.inflatesTooMuch(file);
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
