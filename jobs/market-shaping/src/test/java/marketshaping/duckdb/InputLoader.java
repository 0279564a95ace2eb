package marketshaping.duckdb;

import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Loads the inputs of a folder into the database: first as text, then typed and validated by the rules of the design.
 */
final class InputLoader {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** A column name that no header can have. */
    private static final String ROW = DuckDb.named("row of the file");

    private final DuckDb database;
    private final Path folder;

    InputLoader(DuckDb database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Loads an input and returns true if it has a file. Otherwise its table stays empty. */
    boolean load(ReferenceInput input) {
        List<Path> files = filesOf(input);
        database.run("CREATE TABLE " + input.name() + "_raw (file VARCHAR, row BIGINT, is_header BOOLEAN, "
                + input.columns().stream().map(column -> column + " VARCHAR").collect(joining(", ")) + ")");
        files.forEach(file -> read(input, file));
        validate(input);
        return !files.isEmpty();
    }

    private void read(ReferenceInput input, Path file) {
        String csv = "read_csv(" + DuckDb.quoted(inUtf8(file).toString())
                + ", header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"', null_padding = true)";
        List<String> headers =
                database.rows("SELECT * FROM " + csv + " LIMIT 0").columns();
        String cells = input.fields().stream()
                .map(field -> headers.stream()
                        .filter(field::isHeadedBy)
                        .findFirst()
                        .map(header -> "text_of(" + DuckDb.named(header) + ")")
                        .orElse("NULL"))
                .collect(joining(", "));
        String header = headers.stream()
                .filter(text -> input.fields().stream().anyMatch(field -> field.isHeadedBy(text)))
                .map(text -> "coalesce(code_key(" + DuckDb.named(text) + ") = "
                        + DuckDb.quoted(ReferenceInput.plain(text)) + ", false)")
                .collect(joining(" AND "));
        // DuckDB numbers the rows in a single thread, so this statement does nothing else.
        database.run("CREATE TEMP TABLE numbered AS SELECT row_number() OVER () AS " + ROW + ", * FROM " + csv);
        database.run("INSERT INTO " + input.name() + "_raw SELECT "
                + DuckDb.quoted(file.getFileName().toString()) + ", " + ROW + ", " + header + ", " + cells
                + " FROM numbered");
        database.run("DROP TABLE numbered");
        // DuckDB skips lines that are entirely empty.
        database.run("INSERT INTO " + input.name() + "_raw (file, row, is_header) SELECT "
                + DuckDb.quoted(file.getFileName().toString()) + ", -row, false FROM range(1, "
                + (emptyLinesIn(file) + 1) + ") AS lines(row)");
    }

    /** Returns the file if it is UTF-8. Otherwise returns a UTF-8 copy of its Windows-1252 text. */
    private static Path inUtf8(Path file) {
        try {
            if (isUtf8(file)) {
                return file;
            }
            Path copy = Files.createTempFile("reference", ".csv");
            copy.toFile().deleteOnExit();
            try (Reader text = new InputStreamReader(open(file), WINDOWS_1252);
                    Writer out = Files.newBufferedWriter(copy)) {
                text.transferTo(out);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns true if the file is valid UTF-8. Reads it in pieces, because a region's file can exceed the maximum array
     * size.
     */
    private static boolean isUtf8(Path file) throws IOException {
        try (Reader text = new InputStreamReader(open(file), StandardCharsets.UTF_8.newDecoder())) {
            text.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /**
     * Returns the number of empty lines. The content of other lines does not matter, so the fastest encoding is used.
     */
    private static long emptyLinesIn(Path file) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open(file), StandardCharsets.ISO_8859_1))) {
            return lines.lines().filter(String::isEmpty).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }

    private void validate(ReferenceInput input) {
        database.run(DuckDb.script("rows.sql")
                .replace("${read}", DuckDb.script("inputs/" + input.name() + ".sql"))
                .replace("${input}", input.name())
                .replace(
                        "${cells}",
                        input.columns().stream()
                                .map(column -> "coalesce(" + column + ", '')")
                                .collect(joining(", ")))
                .replace("${columns}", String.join(", ", input.columns()))
                .replace("${total}", total(input))
                .replace("${left_out}", input.leftOut())
                .replace("same ${key} and", "same " + input.key() + " and")
                .replace("${keyed}", String.valueOf(!input.key().isEmpty()))
                .replace("${key}", input.key().isEmpty() ? "NULL" : "r." + input.key()));
    }

    /**
     * Returns the SQL condition for a total row: it has amounts, and its required text columns are empty or contain a
     * word such as Total. A record can also lack a required column. If there is only one, the condition therefore
     * applies to all text columns.
     */
    private static String total(ReferenceInput input) {
        if (input.amounts().isEmpty()) {
            return "false";
        }
        List<String> texts = input.columns().stream()
                .filter(column -> !input.amounts().contains(column))
                .toList();
        List<String> required =
                texts.stream().filter(input.required()::contains).toList();
        return Stream.concat(
                        (required.size() > 1 ? required : texts)
                                .stream().map(column -> "is_total_text(" + column + ")"),
                        Stream.of(input.amounts().stream()
                                .map(column -> "money_of(" + column + ")")
                                .collect(joining(", ", "coalesce(", ", NULL) IS NOT NULL"))))
                .collect(joining(" AND "));
    }

    private List<Path> filesOf(ReferenceInput input) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> nameOf(path).equals(input.name()))
                    .flatMap(InputLoader::filesIn)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.csv(\\.gz)?$", "");
    }

    private static Stream<Path> filesIn(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
