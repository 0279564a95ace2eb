package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import marketshaping.model.problem.UserProblem;
import marketshaping.testkit.TestSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRowsTest {
    private final SparkSession spark = TestSpark.session();

    @TempDir
    Path folder;

    private FileScan scan;

    @BeforeEach
    void createScan() {
        scan = new FileScan(folder.resolve("staging"));
    }

    @Test
    void rows_below_the_header_have_numbers_and_cells() throws IOException {
        Dataset<Row> rows = rows(2, 2, file("placements.csv", "Placements\nid,name\nP1,Oak\n\nP2,\n"));

        assertThat(rows.columns()).containsExactly("_file", "_row", "_line", "_ragged", "c0", "c1");
        assertThat(rows.collectAsList())
                .containsExactly(
                        RowFactory.create(0, 3L, "P1,Oak", false, "P1", "Oak"),
                        RowFactory.create(0, 4L, "", false, null, null),
                        RowFactory.create(0, 5L, "P2,", false, "P2", null));
    }

    @Test
    void cells_are_split_as_in_the_scan() throws IOException {
        List<String> lines = List.of(
                "1,\"a,b\",c",
                "2,\"say \"\"hi\"\"\",c",
                "3,\"\",c",
                "4, spaced ,\" in quotes \"",
                "5,The \"Oak\" Home,5\" pipe",
                "6,\"Rose\" Cottage,c",
                "7, \"late quote, comma\" ,c",
                "8,back\\slash,\"end\\\"",
                "9,#hash,'single quote'",
                "10,,",
                "11",
                "#12,comment,c",
                "13,\u00a0hard space\u00a0,\tc\t",
                "14,\"\"\"\",c",
                "15,Zoë £5,€",
                "16,\u0001between,\u000bcontrols\u001f",
                "17,\u0001between,\"\u000bquoted controls\u001f\"",
                "18,\u0002,\u0001 \"a,b\"\u0003",
                "  ",
                ",,");
        Path file = file("placements.csv", "\ufeffid,name,x\r\n" + String.join("\r\n", lines) + "\r\n");
        ScannedFile scanned = scan.scan("placements", file);
        assertThat(scanned.text().path()).isEqualTo(file);

        List<Row> rows = rows(1, 3, scanned).collectAsList();

        assertThat(rows).hasSameSizeAs(lines);
        for (int i = 0; i < rows.size(); i++) {
            List<String> expected = new ArrayList<>(scanned.head().get(i + 1));
            expected.replaceAll(cell -> cell.isEmpty() ? null : cell);
            while (expected.size() < 3) {
                expected.add(null);
            }
            Row row = rows.get(i);
            assertThat(List.of(row.<Integer>getAs("_file"), row.<Long>getAs("_row")))
                    .isEqualTo(List.of(0, i + 2L));
            assertThat(cells(row, 3)).as(lines.get(i)).isEqualTo(expected);
            assertThat(row.<String>getAs("_line")).isEqualTo(lines.get(i));
        }
    }

    @Test
    void random_lines_are_split_as_in_the_scan() throws IOException {
        Random random = new Random(3);
        List<String> lines = new ArrayList<>();
        List<List<String>> expected = new ArrayList<>();
        while (lines.size() < 3_000) {
            StringBuilder line = new StringBuilder();
            for (int length = 1 + random.nextInt(14); length > 0; length--) {
                line.append("ab\\,,\"\" é\u00a0\t;'#".charAt(random.nextInt(14)));
            }
            try {
                RecordReader records = new RecordReader(
                        new ByteArrayInputStream(line.toString().getBytes(StandardCharsets.UTF_8)),
                        folder,
                        Separator.COMMA);
                records.next();
                if (records.tornQuotes()) {
                    // A file with such a line is staged, so the scan splits it.
                    continue;
                }
                List<String> cells = new ArrayList<>();
                records.texts(StandardCharsets.UTF_8).forEach(cell -> cells.add(Whitespace.trim(cell)));
                cells.replaceAll(cell -> cell.isEmpty() ? null : cell);
                while (cells.size() < 15) {
                    cells.add(null);
                }
                expected.add(cells);
                lines.add(line.toString());
            } catch (UserProblem quoteNotClosed) {
                // A file with such a line is refused, so its rows are never read.
            }
        }
        ScannedFile scanned = scan.scan("p", file("p.csv", "header,1,2,3\n".repeat(9) + String.join("\n", lines)));
        assertThat(scanned.text().path()).isEqualTo(scanned.file());

        List<Row> rows = rows(9, 15, scanned).collectAsList();

        for (int i = 0; i < lines.size(); i++) {
            // The two parsers keep different numbers of stray quotes, but the same text in the same position.
            assertThat(withoutQuotes(cells(rows.get(i), 15)))
                    .as("[%s]", lines.get(i))
                    .isEqualTo(withoutQuotes(expected.get(i)));
        }
    }

    @Test
    void only_text_beyond_the_header_makes_a_row_ragged() throws IOException {
        Dataset<Row> rows = rows(1, 2, file("placements.csv", "id,name\n1,a\n2,a,\n3,a,b\n4,a,,,,b\n5\n6,a,\" \"\n"));

        assertThat(rows.where("_ragged").select("c0").collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("3", "4");
        assertThat(rows.select("c0", "c1").collectAsList())
                .contains(RowFactory.create("4", "a"), RowFactory.create("5", null));
    }

    @Test
    void staged_copy_keeps_the_row_numbers_of_its_file() throws IOException {
        Path packed = folder.resolve("placements.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("id;note\n1;\"two\nlines\"\n2;\"a,b\"\n".getBytes(StandardCharsets.UTF_16));
        }

        assertThat(rows(1, 2, packed).drop("_line").collectAsList())
                .containsExactly(
                        RowFactory.create(0, 2L, false, "1", "two lines"), RowFactory.create(0, 3L, false, "2", "a,b"));
    }

    @Test
    void rows_are_numbered_per_file() throws IOException {
        Path april = file("april & may 100% é #1.csv", "id\nA1\nA2\n");
        Path empty = file("empty.csv", "id\n").resolveSibling("./empty.csv");
        Path june = file("june.csv", "Title\n\nid\nJ1\n");
        List<TextRows.Part> parts = List.of(
                new TextRows.Part(7, scan.scan("p", april).text(), 1),
                new TextRows.Part(8, scan.scan("p", empty).text(), 1),
                new TextRows.Part(9, scan.scan("p", june).text(), 3));

        assertThat(new TextRows(spark)
                        .read(parts, 1)
                        .select("_file", "_row", "c0")
                        .collectAsList())
                .containsExactlyInAnyOrder(
                        RowFactory.create(7, 2L, "A1"), RowFactory.create(7, 3L, "A2"), RowFactory.create(9, 4L, "J1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void row_numbers_do_not_depend_on_task_count(String lineEnd) throws IOException {
        Path large = file("large.csv", numbered(6_000, lineEnd));
        Path small = file("small.csv", numbered(500, lineEnd));
        List<TextRows.Part> parts = List.of(
                new TextRows.Part(0, scan.scan("p", large).text(), 1),
                new TextRows.Part(1, scan.scan("p", small).text(), 1));
        SparkSession smallPieces = spark.newSession();
        smallPieces.conf().set("spark.sql.files.maxPartitionBytes", "4k");
        smallPieces.conf().set("spark.sql.files.openCostInBytes", "1k");

        Dataset<Row> rows = new TextRows(smallPieces).read(parts, 2);

        assertThat(rows.rdd().getNumPartitions()).isGreaterThan(10);
        // The first cell of each row contains its row number.
        Dataset<Row> twice = rows.unionAll(new TextRows(smallPieces).read(parts.subList(1, 2), 2));
        assertThat(twice.where("_row != c0").count()).isZero();
        assertThat(twice.groupBy("_file").count().collectAsList())
                .containsExactlyInAnyOrder(RowFactory.create(0, 5_999L), RowFactory.create(1, 2 * 499L));
    }

    @Test
    void row_numbers_do_not_depend_on_split_starts() throws IOException {
        TextFile text = scan.scan("p", file("p.csv", "row\n2\r\n3\r4\n\n\r\n7\n" + "8".repeat(40) + "\r\n9\n10"))
                .text();
        for (int bytes : new int[] {1, 2, 3, 5, 8, 13, 21, 34}) {
            SparkSession splits = spark.newSession();
            splits.conf().set("spark.sql.files.maxPartitionBytes", String.valueOf(bytes));
            splits.conf().set("spark.sql.files.openCostInBytes", "1");

            List<Row> rows = new TextRows(splits)
                    .read(List.of(new TextRows.Part(0, text, 1)), 1)
                    .select("_row", "_line")
                    .collectAsList();

            assertThat(rows)
                    .as("splits of %d bytes", bytes)
                    .containsExactlyInAnyOrder(
                            RowFactory.create(2L, "2"),
                            RowFactory.create(3L, "3"),
                            RowFactory.create(4L, "4"),
                            RowFactory.create(5L, ""),
                            RowFactory.create(6L, ""),
                            RowFactory.create(7L, "7"),
                            RowFactory.create(8L, "8".repeat(40)),
                            RowFactory.create(9L, "9"),
                            RowFactory.create(10L, "10"));
        }
    }

    @Test
    void changed_file_splits_raise_an_error() throws IOException {
        SparkSession other = spark.newSession();
        other.conf().set("spark.sql.files.maxPartitionBytes", "4k");
        other.conf().set("spark.sql.files.openCostInBytes", "1k");
        TextFile large =
                scan.scan("p", file("large.csv", numbered(2_000, "\n"))).text();
        Dataset<Row> rows = new TextRows(other).read(List.of(new TextRows.Part(0, large, 1)), 2);

        other.conf().set("spark.sql.files.maxPartitionBytes", "3k");

        assertThatThrownBy(rows::collectAsList).hasMessageContaining("split differently");
    }

    @Test
    void file_that_grew_after_the_scan_is_refused() throws IOException {
        Path april = file("april.csv", "id\nA1\n");
        Path may = file("may.csv", "id\nM1\n");
        List<TextRows.Part> parts = List.of(
                new TextRows.Part(0, scan.scan("p", april).text(), 1),
                new TextRows.Part(1, scan.scan("p", may).text(), 1));
        file("may.csv", "id\nM1\nM2\n");

        assertThatThrownBy(() -> new TextRows(spark).read(parts, 1))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("may.csv changed while it was being read");
    }

    private static String numbered(int rows, String lineEnd) {
        StringBuilder text = new StringBuilder("row,text").append(lineEnd);
        for (int row = 2; row <= rows; row++) {
            text.append(row).append(",").append("x".repeat(row % 17)).append(lineEnd);
        }
        return text.toString();
    }

    private static List<String> cells(Row row, int columns) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            cells.add(row.getAs("c" + i));
        }
        return cells;
    }

    private static List<String> withoutQuotes(List<String> cells) {
        return cells.stream()
                .map(cell -> cell == null ? "" : cell.replace("\"", ""))
                .toList();
    }

    private Dataset<Row> rows(int headerRow, int columns, Path file) {
        return rows(headerRow, columns, scan.scan("placements", file));
    }

    private Dataset<Row> rows(int headerRow, int columns, ScannedFile file) {
        return new TextRows(spark).read(List.of(new TextRows.Part(0, file.text(), headerRow)), columns);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
