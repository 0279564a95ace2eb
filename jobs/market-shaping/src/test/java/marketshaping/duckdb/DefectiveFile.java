package marketshaping.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** An extract under construction: its rows, and defects that can occur in any row. */
final class DefectiveFile {
    private static final String EMPTY_LINE = "";

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Starts a file without rows.
     *
     * @param header the columns, separated by bars
     */
    DefectiveFile(String header) {
        this.header = List.of(header.split("\\|"));
    }

    void add(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(
                    "A row of " + cells.length + " cells in a file of " + header.size() + " columns");
        }
        rows.add(List.of(cells));
    }

    /** Adds the same row again with some cells replaced: column, cell, column, cell. */
    void repeat(int row, String... named) {
        rows.add(with(rows.get(row), named));
    }

    void repeatHeader() {
        rows.add(header);
    }

    void emptyCells() {
        only();
    }

    void emptyLine() {
        rows.add(List.of(EMPTY_LINE));
    }

    /** Adds a row that is empty except for some cells: column, cell, column, cell. */
    void only(String... named) {
        rows.add(with(header.stream().map(column -> "").toList(), named));
    }

    String cell(int row, String column) {
        return rows.get(row).get(header.indexOf(column));
    }

    int size() {
        return rows.size();
    }

    void write(Path file, Charset charset) {
        write(file, charset, rows);
    }

    /** Writes the rows in two files of one folder. */
    void writeHalves(Path folder, Charset charset) {
        write(folder.resolve("a.csv"), charset, rows.subList(0, rows.size() / 2));
        write(folder.resolve("b.csv"), charset, rows.subList(rows.size() / 2, rows.size()));
    }

    private void write(Path file, Charset charset, List<List<String>> lines) {
        List<List<String>> all = new ArrayList<>(List.of(header));
        all.addAll(lines);
        try {
            Files.createDirectories(file.getParent());
            Files.write(
                    file,
                    all.stream()
                            .map(cells ->
                                    cells.stream().map(DefectiveFile::quoted).collect(Collectors.joining(",")))
                            .toList(),
                    charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> with(List<String> row, String... named) {
        List<String> cells = new ArrayList<>(row);
        for (int i = 0; i < named.length; i += 2) {
            cells.set(header.indexOf(named[i]), named[i + 1]);
        }
        return List.copyOf(cells);
    }

    private static String quoted(String cell) {
        return Arrays.stream(new String[] {",", "\"", "\n"}).anyMatch(cell::contains)
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
