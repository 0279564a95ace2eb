package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import marketshaping.model.problem.UserProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FileScanTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private FileScan scan;

    @BeforeEach
    void createScan() {
        scan = new FileScan(folder.resolve("staging"));
    }

    @Test
    void plain_file_is_not_copied() throws IOException {
        Path file = file("placements.csv", "placement_id,setting\r\nP1,Nursing care\r\nP2,\r\n");

        ScannedFile scanned = scan(file);

        assertThat(scanned.encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(scanned.records()).isEqualTo(3);
        assertThat(scanned.widest()).isEqualTo(2);
        assertThat(scanned.head())
                .containsExactly(List.of("placement_id", "setting"), List.of("P1", "Nursing care"), List.of("P2", ""));
        assertThat(scanned.text().path()).isEqualTo(file);
        assertThat(folder.resolve("staging")).doesNotExist();
    }

    @Test
    void fingerprint_is_of_the_unconverted_bytes() throws IOException {
        Path file = file("placements.csv", "abc");

        ScannedFile scanned = scan(file);

        assertThat(scanned.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Fingerprint.of(file)).isEqualTo(new Fingerprint(scanned.sha256(), 3));
        Path packed = gzip("packed.csv.gz", "abc");
        assertThat(new Fingerprint(scan(packed).sha256(), scan(packed).bytes())).isEqualTo(Fingerprint.of(packed));
    }

    @ParameterizedTest
    @EnumSource(Separator.class)
    void separator_is_found_if_cells_contain_the_others(Separator separator) throws IOException {
        String row = String.join(
                String.valueOf(separator.symbol()),
                "P1",
                "\"Smith, Jones; Sons\"",
                "\"a|b\tc\"",
                "12.50",
                "Physical support");
        Path file = file("placements.csv", "Placements, as at May; draft\n\n" + (row + "\n").repeat(20));

        ScannedFile scanned = scan(file);

        assertThat(scanned.separator()).isEqualTo(separator);
        assertThat(scanned.head().get(2))
                .containsExactly("P1", "Smith, Jones; Sons", "a|b\tc", "12.50", "Physical support");
    }

    @Test
    void commas_in_amounts_are_not_the_separator() throws IOException {
        Path file = file("payments.csv", "date;supplier;amount\n" + "1/4/2026;Oak Home;1,234.50\n".repeat(9));

        assertThat(scan(file).separator()).isEqualTo(Separator.SEMICOLON);
    }

    @Test
    void pipe_in_every_row_is_not_the_separator() throws IOException {
        StringBuilder text = new StringBuilder("id,reason,a,b,c,d,e,f\n");
        for (int i = 0; i < 40; i++) {
            text.append("P")
                    .append(i)
                    .append(",Physical support | Access")
                    .append(",x".repeat(2 + i % 5))
                    .append('\n');
        }

        assertThat(scan(file("placements.csv", text.toString())).separator()).isEqualTo(Separator.COMMA);
    }

    @Test
    void file_with_one_column_has_separator_comma() throws IOException {
        assertThat(scan(file("placements.csv", "id\n1\n2\n")).separator()).isEqualTo(Separator.COMMA);
    }

    @Test
    void byte_order_mark_is_removed_from_the_first_cell() throws IOException {
        ScannedFile scanned = scan(file("placements.csv", "\ufeffplacement_id,setting\nP1,x\n"));

        assertThat(scanned.encoding()).isEqualTo(Encoding.UTF_8_BOM);
        assertThat(scanned.head().get(0)).containsExactly("placement_id", "setting");
        assertThat(scanned.text().path()).isEqualTo(scanned.file());
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, UTF_16LE", "UTF-16BE, UTF_16BE"})
    void utf_16_file_is_staged(String charset, Encoding encoding) throws IOException {
        Path file = file("placements.csv", "\ufeffid;name\nP1;Zoë \ud83c\udfe0 €5\n", Charset.forName(charset));

        ScannedFile scanned = scan(file);

        assertThat(scanned.encoding()).isEqualTo(encoding);
        assertThat(scanned.separator()).isEqualTo(Separator.SEMICOLON);
        assertThat(scanned.head()).containsExactly(List.of("id", "name"), List.of("P1", "Zoë \ud83c\udfe0 €5"));
        assertThat(staged(scanned)).isEqualTo("id,name\nP1,Zoë \ud83c\udfe0 €5\n");
    }

    @Test
    void windows_1252_file_is_staged() throws IOException {
        ScannedFile scanned =
                scan(file("placements.csv", "id;amount;name\nP1;£1,234.50;Café – “Rose”\n", WINDOWS_1252));

        assertThat(scanned.encoding()).isEqualTo(Encoding.WINDOWS_1252);
        assertThat(scanned.head().get(1)).containsExactly("P1", "£1,234.50", "Café – “Rose”");
        assertThat(staged(scanned)).isEqualTo("id,amount,name\nP1,\"£1,234.50\",Café – “Rose”\n");
    }

    @Test
    void one_late_windows_1252_letter_sets_the_encoding() throws IOException {
        String text = "id,name\n" + "P1,Oak\n".repeat(200_000) + "P2,Café\n";

        assertThat(scan(file("a.csv", text, WINDOWS_1252)).encoding()).isEqualTo(Encoding.WINDOWS_1252);
        assertThat(scan(file("b.csv", text)).encoding()).isEqualTo(Encoding.UTF_8);
    }

    @Test
    void packed_file_is_staged() throws IOException {
        ScannedFile scanned = scan(gzip("placements.csv.gz", "id,name\nP1,\"Oak, \"\"The\"\"\"\n"));

        assertThat(scanned.kind()).isEqualTo(FileKind.GZIP);
        assertThat(scanned.records()).isEqualTo(2);
        assertThat(staged(scanned)).isEqualTo("id,name\nP1,\"Oak, \"\"The\"\"\"\n");
    }

    @Test
    void line_breaks_in_cells_are_staged_as_spaces() throws IOException {
        ScannedFile scanned =
                scan(file("placements.csv", "id,note,x\r\n1,\"two\r\nlines\",a\r\n\r\n3,\"a\n\nb\",\r\n4,plain,b\r\n"));

        assertThat(scanned.lineBreaksInCells()).isTrue();
        assertThat(scanned.records()).isEqualTo(5);
        assertThat(staged(scanned)).isEqualTo("id,note,x\n1,two lines,a\n\n3,a  b,\n4,plain,b\n");
    }

    @Test
    void file_name_with_wildcards_is_staged() throws IOException {
        for (String name : List.of("april[1].csv", "_april.csv", "april*.csv", "{april}.csv", "a:b.csv")) {
            ScannedFile scanned = scan(file(name, "id,name\nP1,Oak\n"));

            assertThat(staged(scanned)).as(name).isEqualTo("id,name\nP1,Oak\n");
        }
    }

    @Test
    void staged_copy_is_readable_by_its_owner_only() throws IOException {
        ScannedFile scanned = scan(gzip("placements.csv.gz", "id\nP1\n"));

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(scanned.text().path())))
                .isEqualTo("rw-------");
    }

    @Test
    void quotes_within_a_cell_are_text() throws IOException {
        ScannedFile scanned =
                scan(file("p.csv", "id,name\n1,The \"Oak\" Home\n2,\"Rose\" Cottage\n3, \"a,b\" \n4,5\" pipe\n"));

        assertThat(scanned.records()).isEqualTo(5);
        assertThat(scanned.head())
                .extracting(cells -> cells.get(1))
                .containsExactly("name", "The \"Oak\" Home", "\"Rose\" Cottage", "a,b", "5\" pipe");
    }

    @Test
    void records_end_at_any_line_end_or_end_of_file() throws IOException {
        assertThat(scan(file("a.csv", "a\nb\r\nc\rd")).records()).isEqualTo(4);
        assertThat(scan(file("b.csv", "a\n\n\n")).records()).isEqualTo(3);
        assertThat(scan(file("c.csv", "a,\"b\"")).head()).containsExactly(List.of("a", "b"));
    }

    @Test
    void records_do_not_depend_on_buffer_boundaries() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            text.append(i).append(",\"a\"\"").append("x".repeat(i % 37)).append(",\r\n\",  \"q\" ,é\r\n");
        }

        ScannedFile scanned = scan(file("placements.csv", text.toString()));

        assertThat(scanned.records()).isEqualTo(60_000);
        assertThat(scanned.widest()).isEqualTo(4);
        List<String> lines = Files.readAllLines(scanned.text().path());
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).isEqualTo(i + ",\"a\"\"" + "x".repeat(i % 37) + ",\",q,é");
        }
    }

    @Test
    void head_contains_at_most_fifty_records() throws IOException {
        assertThat(scan(file("placements.csv", "a,b\n".repeat(500))).head()).hasSize(FileScan.HEAD_RECORDS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    unclosed.csv  | id,name\\n1,x\\n2,"Rose Cottage\\n3,y\\n               | row 3
                    torn.csv      | id,name\\n1,x\\n2,"Rose Cottage\\n3,"Lily Cottage"\\n  | row 3
                    nul.csv       | id,name\\n1,a\\0b\\n                                   | row 2
                    nulquoted.csv | id,name\\n1,x\\n2,"a\\0b"\\n                           | row 3
                    page.csv      | <!DOCTYPE html><html>Please log in</html>              | a web page
                    renamed.xlsx  | id,name\\n1,x\\n                                       | end in .csv
                    renamed.csv.gz| id,name\\n1,x\\n                                       | end in .csv
                    zipped.csv    | PK\\3\\4....                                           | a workbook or another zip
                    holidays.json | {}                                                     | no list of objects
                    """)
    void invalid_text_is_refused_with_name_and_reason(String name, String text, String reason) throws IOException {
        Path file = file(name, text.translateEscapes());

        assertThatThrownBy(() -> scan(file))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(name)
                .hasMessageContaining(reason);
    }

    @Test
    void empty_file_is_refused() throws IOException {
        Path file = file("placements.csv", "");

        assertThatThrownBy(() -> scan(file)).isInstanceOf(UserProblem.class).hasMessageContaining("empty");
    }

    @Test
    void packed_content_with_a_plain_name_is_refused() throws IOException {
        Path file = gzip("placements.csv", "id\n1\n");

        assertThatThrownBy(() -> scan(file)).isInstanceOf(UserProblem.class).hasMessageContaining(".csv.gz");
    }

    @Test
    void truncated_packed_file_is_refused() throws IOException {
        Path file = gzip("placements.csv.gz", "id,name\nP1,Oak Home\n".repeat(1000));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> scan(file)).isInstanceOf(UserProblem.class).hasMessageContaining("cut short");
    }

    @Test
    void text_above_a_limit_is_refused_in_bounded_memory() throws IOException {
        Path cell = file("cell.csv", "id\n" + "x".repeat(1_000_000) + "\n");
        Path columns = file("columns.csv", "id\n" + "x,".repeat(10_000) + "\n");
        Path line = folder.resolve("line.csv");
        try (OutputStream out = Files.newOutputStream(line)) {
            byte[] spaces = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 50; i++) {
                out.write(spaces);
            }
        }

        assertThatThrownBy(() -> scan(cell))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("row 2: a cell is longer");
        assertThatThrownBy(() -> scan(columns)).isInstanceOf(UserProblem.class).hasMessageContaining("2000 columns");
        assertThatThrownBy(() -> scan(line))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("row 1: the row is longer");
    }

    @Test
    void zip_bomb_is_refused() throws IOException {
        Path file = folder.resolve("placements.csv.gz");
        byte[] lines = "\n".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 100; i++) {
                out.write(lines);
            }
        }

        assertThatThrownBy(() -> scan(file)).isInstanceOf(UserProblem.class).hasMessageContaining("zip bomb");
    }

    @Test
    void bytes_invalid_in_every_encoding_are_refused() throws IOException {
        Path file = folder.resolve("placements.csv");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("id,name\nP1,".getBytes(StandardCharsets.UTF_8));
        bytes.write(0x81);
        bytes.write('\n');
        Files.write(file, bytes.toByteArray());

        assertThatThrownBy(() -> scan(file)).isInstanceOf(UserProblem.class).hasMessageContaining("CSV UTF-8");
    }

    @Test
    void utf_8_mark_before_another_encoding_is_refused() throws IOException {
        byte[] text = "\ufeffid,name\nP1,Zo".getBytes(StandardCharsets.UTF_8);
        byte[] broken = Arrays.copyOf(text, text.length + 2);
        broken[text.length] = (byte) 0xEB;
        broken[text.length + 1] = '\n';
        Path file = Files.write(folder.resolve("placements.csv"), broken);

        assertThatThrownBy(() -> scan(file)).isInstanceOf(UserProblem.class).hasMessageContaining("not valid text");
    }

    @Test
    void damaged_text_is_refused_or_read_completely() throws IOException {
        byte[] whole = ("\ufeffid;name;amount\r\n" + "P1;\"Zoë; \"\"Oak\"\"\";£1,234.50\r\n".repeat(30))
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(5);
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = Arrays.copyOf(whole, whole.length - random.nextInt(20));
            for (int hits = random.nextInt(4); hits > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                ScannedFile scanned = scan(Files.write(folder.resolve("damaged.csv"), damaged));
                long lines = Files.readString(scanned.text().path()).lines().count();
                assertThat(lines).isEqualTo(scanned.records());
                read++;
            } catch (UserProblem problem) {
                assertThat(problem).hasMessageContaining("damaged.csv");
            }
        }
        assertThat(read).isBetween(1, 2_999);
    }

    @Test
    void deleted_file_is_refused() {
        Path file = folder.resolve("placements.csv");

        assertThatThrownBy(() -> scan(file))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("still exists");
    }

    private ScannedFile scan(Path file) {
        return scan.scan("placements", file);
    }

    private static String staged(ScannedFile scanned) throws IOException {
        assertThat(scanned.text().path()).isNotEqualTo(scanned.file());
        assertThat(scanned.text().separator()).isEqualTo(Separator.COMMA);
        return Files.readString(scanned.text().path());
    }

    private Path file(String name, String text) throws IOException {
        return file(name, text, StandardCharsets.UTF_8);
    }

    private Path file(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private Path gzip(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
