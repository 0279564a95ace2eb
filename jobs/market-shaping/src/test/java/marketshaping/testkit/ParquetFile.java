package marketshaping.testkit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Parquet files, read and written by DuckDB instead of Spark. */
public final class ParquetFile {

    private ParquetFile() {}

    /** Returns every value in the file, decompressed, one line per row. */
    public static String text(Path file) {
        return String.join("\n", rows(List.of(file)));
    }

    /** Returns the rows of several files of one table, in an order that depends only on their content. */
    public static List<String> rows(List<Path> files) {
        String names = files.stream()
                .map(file -> quoted(file.toAbsolutePath().toString()))
                .collect(Collectors.joining(", "));
        String query = "SELECT * FROM read_parquet([%s], union_by_name = true) ORDER BY ALL".formatted(names);
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= width; column++) {
                    cells.add(result.getMetaData().getColumnName(column) + "=" + result.getString(column));
                }
                rows.add(String.join("\t", cells));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot read " + names, e);
        }
    }

    /** Writes a compressed file with one text value in one column. */
    public static void write(Path file, String value) {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute(
                    "COPY (SELECT repeat(%s, 2) AS value FROM range(1000)) TO %s (FORMAT parquet, COMPRESSION zstd)"
                            .formatted(
                                    quoted(value), quoted(file.toAbsolutePath().toString())));
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot write " + file, e);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
