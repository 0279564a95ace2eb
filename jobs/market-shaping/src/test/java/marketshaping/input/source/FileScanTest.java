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
    void stageBesideTheFiles() {
        scan = new FileScan(folder.resolve("staging"));
    }

    @Test
    void should_leave_a_plain_file_where_it_is() throws IOException {
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
    void should_tell_the_fingerprint_of_the_bytes_as_they_lie() throws IOException {
        Path file = file("placements.csv", "abc");

        ScannedFile scanned = scan(file);

        assertThat(scanned.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Fingerprint.of(file)).isEqualTo(new Fingerprint(scanned.sha256(), 3));
        Path packed = gzip("packed.csv.gz", "abc");
        assertThat(new Fingerprint(scan(packed).sha256(), scan(packed).bytes())).isEqualTo(Fingerprint.of(packed));
    }

    @ParameterizedTest
    @EnumSource(Separator.class)
    void should_tell_the_separator_though_cells_hold_the_others(Separator separator) throws IOException {
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
    void should_not_take_the_commas_of_amounts_for_the_separator() throws IOException {
        Path file = file("payments.csv", "date;supplier;amount\n" + "1/4/2026;Oak Home;1,234.50\n".repeat(9));

        assertThat(scan(file).separator()).isEqualTo(Separator.SEMICOLON);
    }

    @Test
    void should_not_take_a_pipe_in_every_row_for_the_separator_of_ragged_rows() throws IOException {
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
    void should_say_that_a_file_of_one_column_has_commas() throws IOException {
        assertThat(scan(file("placements.csv", "id\n1\n2\n")).separator()).isEqualTo(Separator.COMMA);
    }

    @Test
    void should_take_a_mark_off_the_first_cell() throws IOException {
        ScannedFile scanned = scan(file("placements.csv", "\ufeffplacement_id,setting\nP1,x\n"));

        assertThat(scanned.encoding()).isEqualTo(Encoding.UTF_8_BOM);
        assertThat(scanned.head().get(0)).containsExactly("placement_id", "setting");
        assertThat(scanned.text().path()).isEqualTo(scanned.file());
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, UTF_16LE", "UTF-16BE, UTF_16BE"})
    void should_stage_utf_16(String charset, Encoding encoding) throws IOException {
        Path file = file("placements.csv", "\ufeffid;name\nP1;Zoë \ud83c\udfe0 €5\n", Charset.forName(charset));

        ScannedFile scanned = scan(file);

        assertThat(scanned.encoding()).isEqualTo(encoding);
        assertThat(scanned.separator()).isEqualTo(Separator.SEMICOLON);
        assertThat(scanned.head()).containsExactly(List.of("id", "name"), List.of("P1", "Zoë \ud83c\udfe0 €5"));
        assertThat(staged(scanned)).isEqualTo("id,name\nP1,Zoë \ud83c\udfe0 €5\n");
    }

    @Test
    void should_stage_windows_1252() throws IOException {
        ScannedFile scanned =
                scan(file("placements.csv", "id;amount;name\nP1;£1,234.50;Café – “Rose”\n", WINDOWS_1252));

        assertThat(scanned.encoding()).isEqualTo(Encoding.WINDOWS_1252);
        assertThat(scanned.head().get(1)).containsExactly("P1", "£1,234.50", "Café – “Rose”");
        assertThat(staged(scanned)).isEqualTo("id,amount,name\nP1,\"£1,234.50\",Café – “Rose”\n");
    }

    @Test
    void should_tell_windows_1252_from_a_single_letter_far_down() throws IOException {
        String text = "id,name\n" + "P1,Oak\n".repeat(200_000) + "P2,Café\n";

        assertThat(scan(file("a.csv", text, WINDOWS_1252)).encoding()).isEqualTo(Encoding.WINDOWS_1252);
        assertThat(scan(file("b.csv", text)).encoding()).isEqualTo(Encoding.UTF_8);
    }

    @Test
    void should_stage_a_packed_file() throws IOException {
        ScannedFile scanned = scan(gzip("placements.csv.gz", "id,name\nP1,\"Oak, \"\"The\"\"\"\n"));

        assertThat(scanned.kind()).isEqualTo(FileKind.GZIP);
        assertThat(scanned.records()).isEqualTo(2);
        assertThat(staged(scanned)).isEqualTo("id,name\nP1,\"Oak, \"\"The\"\"\"\n");
    }

    @Test
    void should_stage_line_breaks_in_cells_as_spaces_so_that_each_record_keeps_its_number() throws IOException {
        ScannedFile scanned =
                scan(file("placements.csv", "id,note,x\r\n1,\"two\r\nlines\",a\r\n\r\n3,\"a\n\nb\",\r\n4,plain,b\r\n"));

        assertThat(scanned.lineBreaksInCells()).isTrue();
        assertThat(scanned.records()).isEqualTo(5);
        assertThat(staged(scanned)).isEqualTo("id,note,x\n1,two lines,a\n\n3,a  b,\n4,plain,b\n");
    }

    @Test
    void should_stage_a_file_whose_name_the_engine_would_misread() throws IOException {
        for (String name : List.of("april[1].csv", "_april.csv", "april*.csv", "{april}.csv", "a:b.csv")) {
            ScannedFile scanned = scan(file(name, "id,name\nP1,Oak\n"));

            assertThat(staged(scanned)).as(name).isEqualTo("id,name\nP1,Oak\n");
        }
    }

    @Test
    void should_keep_staged_copies_from_other_eyes() throws IOException {
        ScannedFile scanned = scan(gzip("placements.csv.gz", "id\nP1\n"));

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(scanned.text().path())))
                .isEqualTo("rw-------");
    }

    @Test
    void should_take_quotes_within_a_cell_as_text() throws IOException {
        ScannedFile scanned =
                scan(file("p.csv", "id,name\n1,The \"Oak\" Home\n2,\"Rose\" Cottage\n3, \"a,b\" \n4,5\" pipe\n"));

        assertThat(scanned.records()).isEqualTo(5);
        assertThat(scanned.head())
                .extracting(cells -> cells.get(1))
                .containsExactly("name", "The \"Oak\" Home", "\"Rose\" Cottage", "a,b", "5\" pipe");
    }

    @Test
    void should_end_records_at_any_line_end_and_count_a_last_one_without() throws IOException {
        assertThat(scan(file("a.csv", "a\nb\r\nc\rd")).records()).isEqualTo(4);
        assertThat(scan(file("b.csv", "a\n\n\n")).records()).isEqualTo(3);
        assertThat(scan(file("c.csv", "a,\"b\"")).head()).containsExactly(List.of("a", "b"));
    }

    @Test
    void should_cut_records_alike_wherever_the_buffer_ends() throws IOException {
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
    void should_keep_at_most_fifty_records_of_the_head() throws IOException {
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
    void should_refuse_by_name_and_reason(String name, String text, String reason) throws IOException {
        Path file = file(name, text.translateEscapes());

        assertThatThrownBy(() -> scan(file))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(name)
                .hasMessageContaining(reason);
    }

    @Test
    void should_refuse_an_empty_file() throws IOException {
        Path file = file("placements.csv", "");

        assertThatThrownBy(() -> scan(file)).isInstanceOf(UserProblem.class).hasMessageContaining("empty");
    }

    @Test
    void should_refuse_packed_content_under_a_plain_name() throws IOException {
        Path file = gzip("placements.csv", "id\n1\n");

        assertThatThrownBy(() -> scan(file)).isInstanceOf(UserProblem.class).hasMessageContaining(".csv.gz");
    }

    @Test
    void should_refuse_a_packed_file_that_was_cut_short() throws IOException {
        Path file = gzip("placements.csv.gz", "id,name\nP1,Oak Home\n".repeat(1000));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> scan(file)).isInstanceOf(UserProblem.class).hasMessageContaining("cut short");
    }

    @Test
    void should_refuse_what_is_beyond_all_measure_without_holding_it_in_memory() throws IOException {
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
    void should_refuse_a_packed_file_that_unpacks_to_far_more_than_a_table_would() throws IOException {
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
    void should_refuse_bytes_that_are_text_in_no_encoding() throws IOException {
        Path file = folder.resolve("placements.csv");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("id,name\nP1,".getBytes(StandardCharsets.UTF_8));
        bytes.write(0x81);
        bytes.write('\n');
        Files.write(file, bytes.toByteArray());

        assertThatThrownBy(() -> scan(file)).isInstanceOf(UserProblem.class).hasMessageContaining("CSV UTF-8");
    }

    @Test
    void should_refuse_a_mark_of_utf_8_before_another_encoding() throws IOException {
        byte[] text = "\ufeffid,name\nP1,Zo".getBytes(StandardCharsets.UTF_8);
        byte[] broken = Arrays.copyOf(text, text.length + 2);
        broken[text.length] = (byte) 0xEB;
        broken[text.length + 1] = '\n';
        Path file = Files.write(folder.resolve("placements.csv"), broken);

        assertThatThrownBy(() -> scan(file)).isInstanceOf(UserProblem.class).hasMessageContaining("no text");
    }

    @Test
    void should_refuse_or_read_whole_a_text_with_any_damage() throws IOException {
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
    void should_refuse_a_file_that_vanished() {
        Path file = folder.resolve("placements.csv");

        assertThatThrownBy(() -> scan(file))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("still there");
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
