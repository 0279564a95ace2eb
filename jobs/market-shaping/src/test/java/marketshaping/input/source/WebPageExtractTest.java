package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebPageExtractTest {
    @TempDir
    Path folder;

    @Test
    void table_under_the_name_of_a_workbook_is_read() throws IOException {
        ExtractRows rows = rows(
                "<html><head><meta charset=utf-8></head><body><table border=1><tr><td>id</td><td>note</td>"
                        + "</tr><tr><td></td></tr><tr style='display:none'><td>P1</td><td>a<br>b <b>c</b>d&nbsp;e\n <p>f</p></td></tr>"
                        + "<tr><td>P2</td><td>Caf\u00e9 &amp; \u200eCo</td></tr><tr><td> </td></tr></table></body></html>");

        assertThat(rows.cells())
                .containsExactly(List.of("id", "note"), List.of("P1", "a b cd e f"), List.of("P2", "Café & Co"));
        assertThat(rows.numbers()).containsExactly(1L, 3L, 4L);
        assertThat(rows.count()).isEqualTo(4);
        assertThat(rows.readAs()).isEqualTo(new ExtractFile.ReadAs("web page", "UTF-8", ""));
        assertThat(rows.sentences())
                .satisfiesExactly(
                        naming -> assertThat(naming).contains("placements.xls: the content is a web page"),
                        hidden -> assertThat(hidden).contains("placements.xls: 1 rows are hidden"));
    }

    @Test
    void hidden_rows_are_read_and_reported() throws IOException {
        ExtractRows rows = rows("<table><tr><td>id<tr hidden><td>1<tr STYLE='color:red; DISPLAY : none'><td>2"
                + "<tr style='display:none'><td><tr style='display:block'><td>3</tr>"
                + "<tbody style='visibility: collapse'><tr><td>4</table>");

        assertThat(rows.cells()).containsExactly(List.of("id"), List.of("1"), List.of("2"), List.of("3"), List.of("4"));
        assertThat(rows.findings())
                .contains(Finding.ofFile(FindingKind.ROWS_HIDDEN, "placements.xls", 3, ""))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<form><table><tr><td>User name<td><input><tr><td>Password:<td><input></table></form>",
                "<html><table><tr><td>id<td>name<tr><td>1<td>x</table><input type=PASSWORD name=p></html>",
                "<html><label>Passwords</label><input type='password'></html>"
            })
    void login_page_is_refused_whatever_tables_it_has(String page) {
        assertRefused(page, "MS-1129");
    }

    @Test
    void page_with_another_field_is_read() throws IOException {
        assertThat(rows("<table><tr><td>id<td>note<tr><td>1<td>the password was reset</table><input name=search>")
                        .cells())
                .containsExactly(List.of("id", "note"), List.of("1", "the password was reset"));
    }

    @Test
    void page_of_frames_is_refused_with_the_files_of_the_rows() {
        String frames = "<frame src='placements_files/sheet001.htm'><frame src='placements_files/tabstrip.htm'>"
                + "<noframes><body><table><tr><td>This page uses frames</table></body></noframes></frameset>";

        assertRefused(
                "<html><head><meta name='Excel Workbook Frameset'></head><frameset rows='*,39'>" + frames,
                "in frames: placements_files/sheet001.htm, placements_files/tabstrip.htm. The rows are in one");
        assertRefused("<FRAMESET>" + frames, "MS-1130");
    }

    @Test
    void nested_tables_are_tables_of_their_own() throws IOException {
        Path file = file(
                "<table><caption>Outer <i>list</i></caption><tr><td>a<table><tr><td>x<td>y</table></td><td>b</td></tr>"
                        + "</table><table></table>");
        try (ExtractFile extract = ExtractFiles.open(file)) {
            assertThat(extract.tables())
                    .containsExactly(new ExtractTable(0, "Outer list", true), new ExtractTable(1, "table 2", true));
        }
        assertThat(ExtractRows.of(file, 0).cells()).containsExactly(List.of("a", "b"));
        assertThat(ExtractRows.of(file, 1).cells()).containsExactly(List.of("x", "y"));
    }

    @Test
    void spanned_rows_repeat_the_value_and_spanned_columns_do_not() throws IOException {
        ExtractRows rows = rows("<table><thead><tr><th rowspan=2>id<th colspan=2>dates<tr><th>from<th>to</thead>"
                + "<tr><td rowspan=3>P1<td>1<td>2<tr><td rowspan=99>3<td>4<tr><td>5<tr><td colspan=2>P2<td>6</table>");

        assertThat(rows.cells())
                .containsExactly(
                        List.of("id", "dates"),
                        List.of("id", "from", "to"),
                        List.of("P1", "1", "2"),
                        List.of("P1", "3", "4"),
                        List.of("P1", "3", "5"),
                        List.of("P2", "", "6"));
        assertThat(rows.sentences())
                .anyMatch(
                        text -> text.contains("6 cells are part of merged ranges: column 1 of rows 3 to 5 and 1 more"));
    }

    @Test
    void span_of_rows_and_columns_keeps_the_cells_after_it_in_place() throws IOException {
        ExtractRows rows = rows("<table><thead><tr><th rowspan=9>a<th>b<th>c<th>d</thead>"
                + "<tr><td>1<td rowspan=2 colspan=2>x<td>2<tr><td>3<td>4</table>");

        assertThat(rows.cells())
                .containsExactly(List.of("a", "b", "c", "d"), List.of("1", "x", "", "2"), List.of("3", "x", "", "4"));
    }

    @Test
    void page_that_ends_within_a_table_is_reported() throws IOException {
        assertThat(rows("<TABLE><TR><TD>x</TD></TR></TABLE><p>").sentences()).hasSize(1);
        assertThat(rows("<TABLE><TR><TD>x</TD></TR><TR><TD>y</T").sentences())
                .hasSize(2)
                .anyMatch(text -> text.contains("the web page ends within a table. Rows may be missing"));
    }

    @Test
    void windows_1252_page_is_decoded() throws IOException {
        Path file = Files.write(
                folder.resolve("a.htm"), "<table><tr><td>Café £5</table>".getBytes(Charset.forName("windows-1252")));

        assertThat(ExtractRows.of(file).cells()).containsExactly(List.of("Café £5"));
        assertThat(ExtractRows.of(file).findings()).isEmpty();
    }

    @Test
    void page_without_a_table_is_refused() {
        assertRefused("<!DOCTYPE html><html>Please log in</html>", "is a web page without a table");
        assertRefused("<table></table>", "is a web page without a table");
        assertRefused(
                "MIME-Version: 1.0\nContent-Type: multipart/related\n\n<table><tr><td>x</table>", "a web page archive");
    }

    @Test
    void page_above_a_limit_is_refused() throws IOException {
        assertRefused("<table><tr>" + "<td>x".repeat(3_000) + "</table>", "row 1: the row has more than 2000 columns");
        assertRefused(
                "<table><tr><td>x<tr>" + "<td colspan=900000>x".repeat(9) + "</table>", "row 2: the row has more");
        Path file = file("<table><tr><td>x</table>");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(65L * 1024 * 1024);
        }
        assertThatThrownBy(() -> ExtractRows.of(file))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("larger than 64 MB");
    }

    @Test
    void damaged_page_is_refused_or_read() throws IOException {
        byte[] whole = "<html><table><tr><td rowspan=2>a<td>b<br>c</td></tr><tr><td>d<table><tr><th>e</table></table>"
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = whole.clone();
            for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                ExtractRows.of(Files.write(folder.resolve("damaged.html"), damaged));
                read++;
            } catch (UserProblem problem) {
                assertThat(problem).hasMessageContaining("damaged.html");
            }
        }
        assertThat(read).isBetween(1, 2_999);
    }

    private void assertRefused(String page, String reason) {
        assertThatThrownBy(() -> rows(page)).isInstanceOf(UserProblem.class).hasMessageContaining(reason);
    }

    private ExtractRows rows(String page) throws IOException {
        return ExtractRows.of(file(page));
    }

    private Path file(String page) throws IOException {
        return Files.writeString(folder.resolve("placements.xls"), page);
    }
}
