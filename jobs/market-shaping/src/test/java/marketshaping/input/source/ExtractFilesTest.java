package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import marketshaping.model.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractFilesTest {
    private static final String TABLE = "id,name\nP1,Oak\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a.xls  | id\\tname\\nP1\\tOak\\n                       | tab-separated text
                    a.xlsx | id,name\\nP1,Oak\\n                           | comma-separated text
                    a.html | id;name\\nP1;Oak\\n                           | semicolon-separated text
                    a.csv  | <table><tr><td>id<td>name<tr><td>P1<td>Oak</table> | a web page
                    a.xls  | <?xml version='1.0'?><html><table><tr><td>id<td>name<tr><td>P1<td>Oak</table> | a web page
                    a.csv  | [{"id":"P1","name":"Oak"}]                    | JSON
                    a.csv  | {"x":[{"id":"P1","name":"Oak"}]}              | JSON
                    """)
    void content_decides_and_another_name_is_reported(String name, String text, String description) throws IOException {
        ExtractRows rows = ExtractRows.of(file(name, text.translateEscapes()));

        assertThat(rows.cells()).containsExactly(List.of("id", "name"), List.of("P1", "Oak"));
        assertThat(rows.sentences())
                .singleElement()
                .asString()
                .startsWith("MS-1801: " + name + ": the content is " + description + ", which its name does not show.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a.csv  | %PDF-1.7 ...                                | a PDF document
                    a.xls  | GIF89a...                                   | an image
                    a.xls  | \\t\\0\\4\\0\\0\\0\\20\\0                    | the format of Excel 95 or earlier
                    a.xml  | <?xml version='1.0'?><rows/>                | its content is XML
                    a.json | id,name                                     | line 1
                    a.zip  | PK\\3\\4....                                | can't be unpacked
                    a.zip  | PK\\3\\4..\\1.........                      | protected with a password
                    """)
    void unsupported_content_is_refused(String name, String text, String reason) throws IOException {
        Path file = Files.write(folder.resolve(name), text.translateEscapes().getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(file, reason);
    }

    @Test
    void empty_or_missing_file_is_refused() throws IOException {
        assertRefused(file("a.csv", ""), "its size is 0 bytes");
        assertRefused(folder.resolve("b.csv"), "still exists");
    }

    @Test
    void workbooks_are_recognised_by_their_parts() throws IOException {
        assertRefused(zip("a.xlsx", Map.of("_rels/.rels", "", "xl/workbook.bin", "")), "a binary workbook (.xlsb)");
        assertRefused(zip("a.zip", Map.of("placements.zip", "PK")), "contains no table: placements.zip");
    }

    @Test
    void only_table_of_an_archive_is_read_and_its_copy_deleted() throws IOException {
        Path file = zip(
                "a.zip",
                Map.of("x/Placements May.csv", TABLE, "__MACOSX/x/._p.csv", "?", "x/.DS", "?", "read.me", "?"));
        List<Path> before = copies();
        try (ExtractFile extract = ExtractFiles.open(file)) {
            assertThat(extract.findings()).isEmpty();
            Path copy = copies().stream()
                    .filter(path -> !before.contains(path))
                    .findFirst()
                    .orElseThrow();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .isEqualTo("rw-------");
        }
        assertThat(copies()).isEqualTo(before);
        assertThat(ExtractRows.of(file).cells()).containsExactly(List.of("id", "name"), List.of("P1", "Oak"));
    }

    @Test
    void findings_about_archives_and_their_tables_are_reported() throws IOException {
        Path file = zip("a.xlsx", Map.of("placements.xls", TABLE));

        assertThat(ExtractRows.of(file).sentences())
                .hasSize(2)
                .anyMatch(text -> text.contains("a.xlsx: the content is a zip archive"))
                .anyMatch(text -> text.contains("a.xlsx: the content is comma-separated text"));
    }

    @Test
    void archive_that_cannot_be_read_is_refused_and_its_copy_deleted() throws IOException {
        List<Path> before = copies();
        Map<String, String> two = new TreeMap<>(Map.of("one.csv", TABLE, "two.csv", TABLE, "notes", ""));

        assertRefused(zip("a.zip", two), "contains 2 tables: one.csv, two.csv");
        assertRefused(zip("a.zip", Map.of("placements.csv", "")), "a.zip is empty");
        assertRefused(zip("a.zip", Map.of("placements.csv", "id\n\0")), "a.zip, row 2: the row contains a NUL");
        assertRefused(zip("a.zip", Map.of("placements.csv", "\n".repeat(100_000_000))), "zip bomb");
        Path nested = folder.resolve("nested.csv");
        Files.copy(zip("inner.zip", Map.of("a.csv", TABLE)), nested);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("nested.csv"));
            zip.write(Files.readAllBytes(nested));
        }
        assertRefused(Files.write(folder.resolve("outer.zip"), bytes.toByteArray()), "a zip archive in another");
        assertThat(copies()).isEqualTo(before);
    }

    @Test
    void truncated_archive_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(zip("a.zip", Map.of("placements.csv", TABLE.repeat(100))));
        for (int length = 1; length < whole.length; length++) {
            Path file = Files.write(folder.resolve("short.zip"), Arrays.copyOf(whole, length));
            if (length >= 4) {
                assertRefused(file, "short.zip");
            }
        }
    }

    @Test
    void packed_file_under_another_name_is_reported() throws IOException {
        Path file = folder.resolve("a.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(TABLE.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(ExtractRows.of(file).sentences()).singleElement().asString().contains("packed with gzip");
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> ExtractRows.of(file))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContaining(reason);
    }

    private static List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(path -> path.getFileName().toString().startsWith("market-shaping-"))
                    .filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path zip(String name, Map<String, String> files) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
