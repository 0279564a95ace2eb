package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import marketshaping.model.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextExtractTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String HEADER = "placement_id,person_id,setting,start_date,end_date,Address,authority\n";

    @TempDir
    Path folder;

    @Test
    void rows_have_record_numbers_and_blank_rows_count() throws IOException {
        ExtractRows rows = rows("Placements\n\nid,name\r\nP1,\"two\r\nlines\"\r,,\n \nP2,x,\n\n");

        assertThat(rows.numbers()).containsExactly(1L, 3L, 4L, 7L);
        assertThat(rows.cells())
                .containsExactly(
                        List.of("Placements"), List.of("id", "name"), List.of("P1", "two lines"), List.of("P2", "x"));
        assertThat(rows.count()).isEqualTo(8);
        assertThat(rows.readAs()).isEqualTo(new ExtractFile.ReadAs("CSV", "UTF-8", "comma"));
        assertThat(rows.findings()).isEmpty();
    }

    @Test
    void carriage_return_at_the_end_of_a_quoted_cell_loses_no_row() throws IOException {
        assertThat(rows("id,x\n1,\"a\r\"\n\"2\r\"\n3,b\n").cells())
                .containsExactly(List.of("id", "x"), List.of("1", "a"), List.of("2"), List.of("3", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a,\"b\"", "a,\"b\" ", "a,\"b\"\n", "a, b ", "a,b,", "a,b,\"\"\r\n"})
    void last_row_may_end_without_a_line_break(String row) throws IOException {
        ExtractRows rows = rows("id,name\n" + row);

        assertThat(rows.cells().get(1)).containsExactly("a", "b");
        assertThat(rows.count()).isEqualTo(2);
    }

    @Test
    void reading_stops_when_the_consumer_returns_false() throws IOException {
        Path file = file("a,b\n\n1,2\n3,4\n", StandardCharsets.UTF_8);
        try (ExtractFile extract = ExtractFiles.open(file)) {
            assertThat(extract.read(extract.tables().get(0), row -> row.number() < 3))
                    .isEqualTo(3);
            assertThat(extract.read(extract.tables().get(0), row -> false)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF-8", "windows-1252, Windows-1252"})
    void encoding_without_a_mark_is_found(String charset, String label) throws IOException {
        ExtractRows rows = ExtractRows.of(file("id;amount\nP1;£1,234.50 Café\n", Charset.forName(charset)));

        assertThat(rows.cells().get(1)).containsExactly("P1", "£1,234.50 Café");
        assertThat(rows.readAs()).isEqualTo(new ExtractFile.ReadAs("CSV", label, "semicolon"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF-8 with BOM", "UTF-16LE, UTF-16 little-endian", "UTF-16BE, UTF-16 big-endian"})
    void byte_order_mark_is_removed(String charset, String label) throws IOException {
        ExtractRows rows = ExtractRows.of(file("\ufeffid,name\nP1,Zoë \ud83c\udfe0 €5\n", Charset.forName(charset)));

        assertThat(rows.cells()).containsExactly(List.of("id", "name"), List.of("P1", "Zoë \ud83c\udfe0 €5"));
        assertThat(rows.readAs().encoding()).isEqualTo(label);
    }

    @Test
    void one_late_windows_1252_letter_sets_the_encoding() throws IOException {
        String text = "id,name\n" + "P1,Oak\n".repeat(200_000) + "P2,Café\n";

        assertThat(ExtractRows.of(file(text, WINDOWS_1252)).cells().get(200_001))
                .containsExactly("P2", "Café");
        assertThat(ExtractRows.of(file(text, StandardCharsets.UTF_8)).cells().get(200_001))
                .containsExactly("P2", "Café");
    }

    @ParameterizedTest
    @EnumSource(Separator.class)
    void separator_is_found_if_cells_contain_the_others(Separator separator) throws IOException {
        String row = String.join(
                String.valueOf(separator.symbol), "P1", "\"Smith, Jones; Sons\"", "\"a|b\tc\"", "12.50", "Physical");
        ExtractRows rows = rows("Placements, as at May; draft\n\n" + (row + "\n").repeat(20));

        assertThat(rows.cells().get(1))
                .containsExactly("P1", "Smith, Jones; Sons", "a|b c".replace(' ', '\t'), "12.50", "Physical");
        assertThat(rows.readAs().separator()).isEqualTo(separator.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\n", "SEP=;\r\n", "\"sep=;\"\n", "sep=;\r"})
    void separator_line_decides_and_is_no_row_with_text(String line) throws IOException {
        ExtractRows rows = rows(line + "a,1;b,2\n1,5;2,5\n");

        assertThat(rows.numbers()).containsExactly(2L, 3L);
        assertThat(rows.cells()).containsExactly(List.of("a,1", "b,2"), List.of("1,5", "2,5"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            textBlock =
                    """
                    1,The "Oak" Home,5" pipe      ~ 1/The "Oak" Home/5" pipe
                    3,  "a,b" ,c                  ~ 3/a,b/c
                    4,"say ""hi""\",c              ~ 4/say "hi"/c
                    6,back\\slash,"end\\"         ~ 6/back\\slash/end\\
                    7,#hash,'single quote'        ~ 7/#hash/'single quote'
                    `#8,comment,c`                ~ #8/comment/c
                    9,""\"",c                     ~ 9/"/c
                    10,"","x ""y"" z"             ~ 10//x "y" z
                    11,5\\",6\\"                  ~ 11/5\\"/6\\"
                    12," ""a"" , ""b"" "          ~ 12/"a" , "b"
                    """)
    void quotes_are_text_unless_they_enclose_a_cell(String line, String cells) throws IOException {
        assertThat(rows("id,name,x\n" + line + "\n").cells().get(1)).containsExactly(cells.split("/", -1));
    }

    @Test
    void address_with_line_breaks_and_many_commas_is_read() throws IOException {
        String row = "P%d,70001,Residential care,2024-05-14,,%s,E09000012\n";
        List<String> addresses = List.of(
                "Flat 2, Alder House,\n2 Birch Road, Lower Clapton, London, E5 0AA",
                "Flat 2,\n2 Birch Road, Lower Clapton, London, Hackney, E5 0AA",
                "a, b, c, d, e, f, g, h, i\nj, k, l, m, n",
                "1, Birch Road\n,,,,,,\n,,,,,,,");
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 10; i++) {
            text.append(row.formatted(i, "3 Birch Road"));
        }
        for (String address : addresses) {
            text.append(row.formatted(99, '"' + address + '"'));
        }

        ExtractRows rows = rows(text.toString());

        assertThat(rows.count()).isEqualTo(15);
        assertThat(rows.cells().subList(11, 15))
                .extracting(cells -> cells.get(5))
                .containsExactlyElementsOf(addresses.stream()
                        .map(address -> address.replace('\n', ' '))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"4, 4, row 5", "4, 9, row 5", "3, 8, row 4", "1, 2, row 2"})
    void stray_quotes_around_rows_are_refused(int opened, int closed, String place) throws IOException {
        for (int column = 0; column < 7; column++) {
            for (int other = 0; other < 7; other++) {
                List<String> lines = new ArrayList<>();
                for (int i = 1; i <= 12; i++) {
                    lines.add("P%d,700%d,Home care,2024-05-14,open,%d Birch Road,E0900001".formatted(i, i, i));
                }
                String first = quoted(lines.get(opened - 1), column, "\"", "");
                String last = quoted(lines.get(closed), other, "", "\"");
                lines.set(opened - 1, first);
                lines.set(closed, last);
                String text = HEADER + String.join("\n", lines) + "\n";

                assertThatThrownBy(() -> rows(text))
                        .as(text)
                        .isInstanceOf(UserProblem.class)
                        .hasMessageContaining(place)
                        .hasMessageContaining("as many separators as whole rows");
            }
        }
    }

    private static String quoted(String line, int column, String before, String after) {
        String[] cells = line.split(",");
        cells[column] = before + cells[column] + after;
        return String.join(",", cells);
    }

    @Test
    void quotes_escaped_by_backslashes_throughout_are_read() throws IOException {
        ExtractRows rows =
                rows("id,name,x\n1,\"The \\\"Alders\\\", Ltd\",a\n2,plain,\"\"\n3,\"The \\\"Birches\\\"\",b\n"
                        + "4,\"\\\"x\\\"\",\"two\\\"\nlines\"\n5,\"C:\\\\\",c\n");

        assertThat(rows.cells())
                .containsExactly(
                        List.of("id", "name", "x"),
                        List.of("1", "The \"Alders\", Ltd", "a"),
                        List.of("2", "plain"),
                        List.of("3", "The \"Birches\"", "b"),
                        List.of("4", "\"x\"", "two\" lines"),
                        List.of("5", "C:\\", "c"));
    }

    @Test
    void null_of_a_database_is_an_empty_cell() throws IOException {
        assertThat(rows("id,path,end,x\n1,C:\\,\\N,a\n\\N,\"\\N\",\\n,\\N\n\\\\N,b,N,\\NA\n")
                        .cells())
                .containsExactly(
                        List.of("id", "path", "end", "x"),
                        List.of("1", "C:\\", "", "a"),
                        List.of("", "", "\\n"),
                        List.of("\\\\N", "b", "N", "\\NA"));
    }

    @Test
    void separators_and_line_breaks_are_escaped_in_files_with_nulls() throws IOException {
        ExtractRows rows = rows("id\tname\tend\n1\tThe\\\tAlders\\\nLtd\t\\N\n2\t\"C:\\\"\t\\N\n3\tC:\\\\\t\\N\n");

        assertThat(rows.cells())
                .containsExactly(
                        List.of("id", "name", "end"),
                        List.of("1", "The\tAlders Ltd"),
                        List.of("2", "C:\\"),
                        List.of("3", "C:\\\\"));
        assertThat(rows("id\tname\tend\n1\tC:\\\ta\n2\tD:\\\n").cells())
                .containsExactly(List.of("id", "name", "end"), List.of("1", "C:\\", "a"), List.of("2", "D:\\"));
    }

    @Test
    void last_quote_of_a_cell_may_be_escaped_by_a_backslash() throws IOException {
        assertThat(rows("id,pipe,x\n1,\"5\\\"\",a\n2,\"6\\\"\",b\n").cells().subList(1, 3))
                .containsExactly(List.of("1", "5\"", "a"), List.of("2", "6\"", "b"));
    }

    @Test
    void mixed_escapes_are_refused_with_row_and_cause() {
        assertThatThrownBy(() -> rows("id,name,x\n1,\"a \"\"b\"\"\",c\n2,d,e\n3,\"The \\\"Alders\\\", Ltd\",c\n"))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("row 2: a quoted cell contains a doubled quote");
    }

    @Test
    void backslash_before_a_closing_quote_is_text() throws IOException {
        assertThat(rows("id,path,other\n1,\"C:\\data\\\",\"D:\\\"\n2,\"say \"\"C:\\\"\"\",x\n")
                        .cells()
                        .subList(1, 3))
                .containsExactly(List.of("1", "C:\\data\\", "D:\\"), List.of("2", "say \"C:\\\"", "x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    id,name\\n1,x\\n2,"Rose Cottage\\n3,y\\n               | row 3: a cell starts with a quote
                    id,name\\n1,x\\n2,"Rose Cottage\\n3,"Lily Cottage"\\n  | row 3: a cell starts with a quote
                    id,name\\n1,x\\n2,"                                    | row 3: a cell starts with a quote
                    id,name\\n1,x\\n2,"Rose" Cottage\\n                    | row 3: a cell starts with a quote
                    id,name\\n1,x\\n2,"x ""y"" z" t,"b"                     | row 3: a cell starts with a quote
                    id,name\\n1,a\\0b\\n                                   | row 2: the row contains a NUL byte
                    id,name\\n1,x\\n2,"a\\0b"\\n                           | row 3: the row contains a NUL byte
                    """)
    void invalid_text_is_refused_with_its_row(String text, String reason) {
        assertRefused(text.translateEscapes(), reason);
    }

    @Test
    void utf_16_without_a_mark_is_refused() throws IOException {
        Path file = file("id,name\nP1,Café\n", StandardCharsets.UTF_16LE);

        assertThatThrownBy(() -> ExtractRows.of(file))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("row 1: the row contains a NUL");
    }

    @Test
    void text_above_a_limit_is_refused() {
        assertRefused("id\n" + "x".repeat(300_000) + "\n", "row 2: a cell is longer than 262144 bytes");
        assertRefused("id\n\"" + "x\n".repeat(200_000) + "\"\n", "row 2: a cell is longer");
        assertRefused("id\n" + "x,".repeat(10_000) + "\n", "row 2: the row has more than 2000 columns");
        assertRefused(" ".repeat(50_000_000), "row 1: the row is longer");
        assertRefused("id\n" + ("x".repeat(250_000) + ",").repeat(20) + "\n", "row 2: the row is longer");
    }

    @Test
    void bytes_that_no_encoding_decodes_are_refused() throws IOException {
        byte[] windows = "id,name\nP1,\u0081\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] marked = "\u00ef\u00bb\u00bfid,name\nP1,Zo\u00eb\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = "\u00ff\u00fei\0d".getBytes(StandardCharsets.ISO_8859_1);
        for (byte[] bytes : List.of(windows, marked, wide)) {
            Path file = Files.write(folder.resolve("placements.csv"), bytes);

            assertThatThrownBy(() -> ExtractRows.of(file))
                    .isInstanceOf(UserProblem.class)
                    .hasMessageContaining("not valid text in its encoding");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ab,cd\r\n", "ab,cd\r", "ab,cd\n", "\"a\"\"b\",c\r\n", "a, \"b,c\" \r\n", "\"a\r\nb\",c\r\n"})
    void rows_do_not_depend_on_buffer_boundaries(String row) throws IOException {
        int rows = 200 * 1024 / row.length();
        for (int shift = 0; shift < row.length(); shift++) {
            String lineEnd = row.endsWith("\r\n") ? "\r\n" : row.substring(row.length() - 1);
            ExtractRows read = rows("x".repeat(shift) + ",y" + lineEnd + row.repeat(rows));

            assertThat(read.count()).as("%s characters before", shift).isEqualTo(rows + 1);
            assertThat(read.cells().subList(1, rows + 1))
                    .containsOnly(read.cells().get(1))
                    .allMatch(cells -> cells.size() == 2);
        }
    }

    @Test
    void random_tables_are_read_back() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            Separator separator = Separator.values()[random.nextInt(4)];
            Encoding encoding = Encoding.values()[random.nextInt(5)];
            String lineEnd = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
            List<List<String>> table = table(random);
            StringBuilder text = new StringBuilder();
            for (List<String> row : table) {
                text.append(row.stream()
                                .map(cell -> written(cell, random, separator.symbol))
                                .collect(Collectors.joining(String.valueOf(separator.symbol))))
                        .append(lineEnd);
            }
            boolean isMarked = !encoding.mark.isEmpty();
            Path file = file((isMarked ? "\ufeff" : "") + "sep=" + separator.symbol + "\n" + text, encoding.charset);

            List<List<String>> expected = table.stream()
                    .map(row ->
                            CellText.upToLast(row.stream().map(CellText::clean).toList()))
                    .toList();
            assertThat(ExtractRows.of(file).cells()).as("%s", text).isEqualTo(expected);
        }
    }

    private static List<List<String>> table(Random random) {
        int columns = 2 + random.nextInt(6);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            List<String> row = new ArrayList<>(List.of("id" + i));
            for (int column = 1; column < columns; column++) {
                StringBuilder cell = new StringBuilder();
                for (int length = random.nextInt(8); length > 0; length--) {
                    cell.append("ab1 ,;|\t\"'é£€\\\u00a0".charAt(random.nextInt(15)));
                }
                row.add(cell.toString());
            }
            rows.add(row);
        }
        return rows;
    }

    private static String written(String cell, Random random, char separator) {
        boolean mustBeQuoted = cell.indexOf(separator) >= 0 || cell.indexOf('"') >= 0;
        return mustBeQuoted || random.nextInt(4) == 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    @Test
    void damaged_text_is_refused_or_read() throws IOException {
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
                ExtractRows.of(Files.write(folder.resolve("damaged.csv"), damaged));
                read++;
            } catch (UserProblem problem) {
                assertThat(problem).hasMessageContaining("damaged.csv");
            }
        }
        assertThat(read).isBetween(1, 2_999);
    }

    @Test
    void rows_cut_by_line_breaks_without_quotes_are_refused() {
        String header = "id,address,setting,start,end\n";
        String whole = "P1,1 High Road,Home care,2024-05-01,\n";
        assertRefused(
                header + whole + "P2,Flat 2\n3 High Road,Home care,2024-05-01,\n",
                "row 3: a line break without quotes");
        assertRefused(
                header + whole + "P2,Flat 2\nHigh Road\n\nN1,Home care,2024-05-01,\n" + whole, "cuts 1 row into lines");
    }

    @Test
    void rows_without_trailing_separators_are_read() throws IOException {
        String rows = "id,address,setting,start,end\nP1,1 High Road,Home care,2024-05-01\n"
                + "P2,,Home care,2024-05-01,2024-06-01\nP3,2 High Road,Home care\nP4,,Home care\nP5,3 High Road\n";
        assertThat(rows(rows).cells()).hasSize(6);
    }

    @Test
    void packed_text_is_read_and_limited() throws IOException {
        Path file = gzip("id,name\nP1,\"Oak, \"\"The\"\"\"\n");
        assertThat(ExtractRows.of(file).cells()).containsExactly(List.of("id", "name"), List.of("P1", "Oak, \"The\""));

        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 30));
        assertThatThrownBy(() -> ExtractRows.of(file))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("cut short");

        Path bomb = gzip("\n".repeat(100_000_000));
        assertThatThrownBy(() -> ExtractRows.of(bomb))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("zip bomb");
    }

    private void assertRefused(String text, String reason) {
        assertThatThrownBy(() -> rows(text))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("placements.csv")
                .hasMessageContaining(reason);
    }

    private ExtractRows rows(String text) throws IOException {
        return ExtractRows.of(file(text, StandardCharsets.UTF_8));
    }

    private Path file(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("placements.csv"), text.getBytes(charset));
    }

    private Path gzip(String text) throws IOException {
        Path file = folder.resolve("placements.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
