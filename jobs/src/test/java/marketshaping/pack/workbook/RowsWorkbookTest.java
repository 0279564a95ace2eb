package marketshaping.pack.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.testkit.ReadWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsWorkbookTest {
    private static final int MANY = 5_000;

    @TempDir
    private Path folder;

    @Test
    void should_hold_every_row_with_its_text_as_text() throws IOException {
        Path file = folder.resolve("rows.xlsx");
        List<List<Object>> rows =
                List.of(List.of("=1+1", 7L), List.of("", 8L), List.of("a \u0007 <b>", 9L), List.of("007", 1_234_567L));
        RowsWorkbook.write(declared(), List.of(sheet(rows)), file);
        ReadWorkbook read = ReadWorkbook.of(file);
        assertThat(read.sheets()).containsExactly("About", "rows");
        assertThat(read.rows("rows"))
                .containsExactly(
                        List.of("Rows"),
                        List.of("It holds rows."),
                        List.of("text", "number"),
                        List.of("=1+1", "7"),
                        List.of("", "8"),
                        List.of("a   <b>", "9"),
                        List.of("007", "1234567"));
    }

    @Test
    void should_write_the_same_bytes_for_the_same_rows_and_leave_nothing_beside_them() throws IOException {
        Path one = folder.resolve("one.xlsx");
        Path other = folder.resolve("other.xlsx");
        RowsWorkbook.write(declared(), List.of(sheet(many())), one);
        RowsWorkbook.write(declared(), List.of(sheet(many())), other);
        assertThat(other).hasSameBinaryContentAs(one);
        assertThat(ReadWorkbook.of(one).rows("rows")).hasSize(MANY + 3);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(one, other);
        }
    }

    @Test
    void should_leave_the_last_good_file_where_the_rows_break_off() throws IOException {
        Path file = folder.resolve("rows.xlsx");
        Files.writeString(file, "the last good file");
        Iterator<List<Object>> breaking = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public List<Object> next() {
                throw new IllegalStateException("the rows broke off");
            }
        };
        RowsSheet sheet = new RowsSheet("rows", "Rows", "", List.of(), () -> breaking);
        assertThatThrownBy(() -> RowsWorkbook.write(declared(), List.of(sheet), file))
                .hasMessage("the rows broke off");
        assertThat(file).hasContent("the last good file");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static List<List<Object>> many() {
        return IntStream.range(0, MANY)
                .mapToObj(i -> List.<Object>of("row " + i, (long) i))
                .toList();
    }

    private static RowsSheet sheet(List<List<Object>> rows) {
        return new RowsSheet(
                "rows",
                "Rows",
                "It holds rows.",
                List.of(new RowsSheet.Heading("text", 20), new RowsSheet.Heading("number", 10)),
                rows);
    }

    private static Workbook declared() {
        return new Workbook(
                "Rows",
                "Hackney",
                LocalDate.of(2025, 6, 30),
                Profile.DESK,
                "OFFICIAL-SENSITIVE",
                List.of(new TextSheet("About", "About", "Rows", List.of())));
    }
}
