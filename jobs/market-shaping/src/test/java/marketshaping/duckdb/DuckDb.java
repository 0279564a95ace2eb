package marketshaping.duckdb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A DuckDB database in memory. Its methods throw no checked exceptions, because every error is a defect of a test or of
 * its SQL.
 */
final class DuckDb implements AutoCloseable {
    /** The column names, the text columns and the rows of a query. */
    record Rows(List<String> columns, List<String> textColumns, List<List<Object>> rows) {}

    private final Connection connection;

    DuckDb() {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot be opened", e);
        }
    }

    /** Returns the reference query of a measure. */
    static String referenceQuery(String measure) {
        return text("/measures/" + measure + ".sql");
    }

    /** Returns the text of a SQL resource of the DuckDB reference. */
    static String script(String name) {
        return text("/duckdb/" + name);
    }

    private static String text(String name) {
        try (InputStream resource = DuckDb.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalArgumentException("There is no SQL named " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB rejects this SQL: " + sql, e);
        }
    }

    Rows rows(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> columns = new ArrayList<>();
            List<String> textColumns = new ArrayList<>();
            int width = result.getMetaData().getColumnCount();
            for (int column = 1; column <= width; column++) {
                columns.add(result.getMetaData().getColumnName(column));
                if (result.getMetaData().getColumnTypeName(column).equals("VARCHAR")) {
                    textColumns.add(result.getMetaData().getColumnName(column));
                }
            }
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int column = 1; column <= width; column++) {
                    row.add(result.getObject(column));
                }
                rows.add(row);
            }
            return new Rows(columns, textColumns, rows);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB rejects this SQL: " + query, e);
        }
    }

    /** Returns the SQL literal for a text. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Returns the SQL identifier for a name. */
    static String named(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot be closed", e);
        }
    }
}
