package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marketshaping.model.problem.UserProblem;
import marketshaping.testkit.TestSpark;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NarrowCopyTest {
    private static final SheetNames SHEETS = new SheetNames("p", List.of());
    private static final int COLUMNS = 8;
    private static final List<Integer> KEPT = List.of(1, 6);
    private static final String HEADER =
            IntStream.range(0, COLUMNS).mapToObj(i -> "h" + i).collect(Collectors.joining(","));

    @TempDir
    Path folder;

    private int files;

    @Test
    void narrow_copy_keeps_read_columns_and_row_numbers() throws IOException {
        ScannedFile scanned =
                narrow(text("0,Oak,2,3,4,5,\"6, 7\",7", "", "a,,,,,,,", "0,\"say \"\"hi\"\"\"", ",,,,,,,,beyond"));

        assertThat(scanned.text().path()).isNotEqualTo(scanned.file());
        assertThat(scanned.text().kept()).isEqualTo(KEPT);
        assertThat(scanned.head().get(1)).hasSize(COLUMNS);
        assertThat(read(scanned).stream().map(NarrowCopyTest::withoutLine))
                .containsExactly(
                        RowFactory.create(0, 2L, false, "Oak", "6, 7", null),
                        RowFactory.create(0, 3L, false, null, null, null),
                        RowFactory.create(0, 4L, false, null, null, "x"),
                        RowFactory.create(0, 5L, false, "say \"hi\"", null, null),
                        RowFactory.create(0, 6L, true, null, null, null));
    }

    @Test
    void narrow_copy_gives_the_same_rows_as_the_file() throws IOException {
        Random random = new Random(5);
        for (int file = 0; file < 40; file++) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                lines.add(line(random));
            }
            Path path = text(lines.toArray(String[]::new));
            ScannedFile whole;
            try {
                whole = new FileScan(staging()).scan("p", path);
            } catch (UserProblem quoteNotClosed) {
                continue;
            }
            List<Row> expected = new TextRows(TestSpark.session())
                    .read(List.of(new TextRows.Part(0, whole.text(), 1)), COLUMNS)
                    .collectAsList();
            List<Row> rows = read(new FileScan(staging(), 0).scan(SHEETS, path, head -> kept()));
            assertThat(rows).hasSameSizeAs(expected);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(comparable(rows.get(i))).as("[%s]", lines.get(i)).isEqualTo(comparable(expected.get(i)));
            }
        }
    }

    @Test
    void unfaithful_narrow_copy_is_replaced_by_a_full_one() throws IOException {
        ScannedFile separatorInACell = narrow(text("0,a\u001fb,2,3,4,5,6,7"));
        ScannedFile breakInACell = narrow(text("0,\"a\nb\",2,3,4,5,6,7"));
        ScannedFile otherEncoding = narrow(Files.write(
                folder.resolve("w.csv"),
                (HEADER + "\n0,Café,2,3,4,5,6,7\n").getBytes(Charset.forName("windows-1252"))));

        for (ScannedFile scanned : List.of(separatorInACell, breakInACell, otherEncoding)) {
            assertThat(scanned.text().kept()).isEmpty();
        }
        assertThat(new TextRows(TestSpark.session())
                        .read(List.of(new TextRows.Part(0, otherEncoding.text(), 1)), COLUMNS)
                        .first()
                        .<String>getAs("c1"))
                .isEqualTo("Café");
    }

    @Test
    void file_is_not_copied_if_most_columns_are_read() throws IOException {
        ScannedFile scanned = new FileScan(staging(), 0)
                .scan(SHEETS, text("0,1,2,3,4,5,6,7"), head -> new KeptColumns(COLUMNS, List.of(0, 1, 2, 3)));

        assertThat(scanned.text().path()).isEqualTo(scanned.file());
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder();
        for (int length = random.nextInt(24); length > 0; length--) {
            line.append("ab,,,,,\" \u00a0".charAt(random.nextInt(9)));
        }
        return line.toString();
    }

    /** Returns a row's number, its kept cells, its ragged flag and true if it contains any text. */
    private static List<Object> comparable(Row row) {
        boolean isNarrow = row.size() == 4 + KEPT.size() + 1;
        return Arrays.asList(
                row.getAs("_row"),
                row.getAs("_ragged"),
                row.getAs(isNarrow ? "c0" : "c" + KEPT.get(0)),
                row.getAs(isNarrow ? "c1" : "c" + KEPT.get(1)),
                row.<String>getAs("_line")
                        .replaceAll("[\\s\u00a0\u001f,\"]", "")
                        .isEmpty());
    }

    private static Row withoutLine(Row row) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (i != row.fieldIndex("_line")) {
                cells.add(row.get(i));
            }
        }
        return RowFactory.create(cells.toArray());
    }

    private static KeptColumns kept() {
        return new KeptColumns(COLUMNS, KEPT);
    }

    /** Each scan needs its own staging folder. */
    private Path staging() {
        return folder.resolve("staging-" + ++files);
    }

    private ScannedFile narrow(Path file) {
        return new FileScan(staging(), 0).scan(SHEETS, file, head -> kept());
    }

    private static List<Row> read(ScannedFile scanned) {
        return new TextRows(TestSpark.session())
                .read(
                        List.of(new TextRows.Part(0, scanned.text(), 1)),
                        scanned.text().columns(COLUMNS))
                .collectAsList();
    }

    private Path text(String... lines) throws IOException {
        files++;
        return Files.writeString(
                folder.resolve("p" + files + ".csv"),
                HEADER + "\n" + String.join("\n", lines) + "\n",
                StandardCharsets.UTF_8);
    }
}
