package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.LakeReader;
import marketshaping.testkit.SmallCouncil;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small council that supplies the postcodes of a whole country, in a file with far more rows and columns than its
 * other files. Its figures equal those from the few postcodes that it needs.
 */
@Tag("proof")
class OutsizedPostcodesTest {
    private static final int ROWS = 215_000;
    private static final String PLACEMENTS =
            """
            placement_id,person_id,setting,start_date,delivery_postcode,unit_cost
            L1,P1,Residential care,2025-01-14,ZA1 1AA,1250
            L2,P2,Nursing care,2025-01-14,ZA9 9ZZ,1100
            L3,P3,Supported living,2025-01-14,za11ab,900
            """;
    /** One row per defect, above the ordinary rows. */
    private static final List<String> FIRST_ROWS = List.of(
            "ZA1 1AA,E09000012,51.5,-0.1,",
            "\"ZA9 9ZZ\",E08000003,53.5,-2.2,201506",
            "ZA1 1AB,E09000002,51.5,0.1,",
            "ZA1 1AB,E09000002,51.5,0.1,",
            "ZA2 2AA,E09000002,51.5,0.1,",
            "ZA2 2AA,E09000003,51.5,0.1,",
            ",,,,",
            "ZA3 3AA,,51.5,0.1,",
            "ZA4 4AA,E09000002,north,0.1,",
            "ZA5 5AA,E09000002,51.5,0.1,",
            "ZA6 6AA,E09000002,51.5,0.1,");

    /** Repeats of rows above and one row that conflicts with a row above, below the ordinary rows. */
    private static final List<String> LAST_ROWS =
            List.of("za55aa,E09000002,51.50,0.1,", "ZA6 6AA,E09000003,51.5,0.1,", "ZA5 5AA,E09000002,51.5,0.1,");

    private static final String FILLER = ",\"E99999999\"".repeat(26);

    @TempDir
    private static Path folder;

    private static LakeReader narrow;
    private static LakeReader wide;

    @BeforeAll
    static void runNarrowAndWide() throws IOException {
        narrow = runWith(
                "narrow",
                "pcds,oslaua,lat,long,doterm",
                Stream.concat(FIRST_ROWS.stream(), LAST_ROWS.stream()),
                row -> row);
        String others = IntStream.range(0, 26).mapToObj(i -> ",other" + i).collect(Collectors.joining());
        wide = runWith(
                "wide",
                "pcds,oslaua,lat,long,doterm" + others,
                Stream.of(
                                FIRST_ROWS.stream(),
                                IntStream.range(0, ROWS).mapToObj(OutsizedPostcodesTest::ordinary),
                                LAST_ROWS.stream())
                        .flatMap(rows -> rows),
                row -> row.equals(",,,,") ? ",,,," + ",".repeat(26) : row + FILLER);
    }

    @Test
    void oversized_postcode_file_gives_the_same_figures() throws IOException {
        List<Path> tables = files(folder.resolve("packs-narrow/2025-06-30/internal"));
        assertThat(tables).hasSizeGreaterThan(15);
        for (Path table : tables) {
            if (!table.getFileName().toString().startsWith("data_")) {
                assertThat(folder.resolve("packs-wide/2025-06-30/internal").resolve(table.getFileName()))
                        .hasSameTextualContentAs(table);
            }
        }
        String all = "true";
        assertThat(rows(wide, "placement_fact", all, "*")).isEqualTo(rows(narrow, "placement_fact", all, "*"));
        assertThat(rows(wide, "placement_fact", all, "placement_id", "host_name"))
                .containsExactly("[L1,Hackney]", "[L2,Manchester]", "[L3,Barking and Dagenham]");
    }

    @Test
    void oversized_postcode_file_has_every_row_counted() {
        String condition = "input = 'postcodes'";
        assertThat(rows(wide, "quarantine", condition, "rules", "text"))
                .hasSize(4)
                .isEqualTo(rows(narrow, "quarantine", condition, "rules", "text"));
        assertThat(rows(narrow, "quarantine", condition, "row"))
                .containsExactlyInAnyOrder("[6]", "[7]", "[12]", "[14]");
        assertThat(rows(wide, "quarantine", condition, "row"))
                .containsExactlyInAnyOrder("[6]", "[7]", "[12]", "[" + (14 + ROWS) + "]");
        assertThat(wide.table("postcodes").count() - ROWS)
                .isEqualTo(narrow.table("postcodes").count())
                .isEqualTo(6);
        assertThat(rows(wide, "postcodes", "postcode LIKE 'ZA%'", "*"))
                .isEqualTo(rows(narrow, "postcodes", "postcode LIKE 'ZA%'", "*"));
    }

    private interface RowEdit {
        String of(String row);
    }

    private static LakeReader runWith(String name, String header, Stream<String> rows, RowEdit edit)
            throws IOException {
        Path in = folder.resolve("in-" + name);
        SmallCouncil.withoutDefects().with("placements", PLACEMENTS).write(in);
        try (BufferedWriter out = Files.newBufferedWriter(in.resolve("postcodes.csv"))) {
            for (String row : (Iterable<String>) Stream.concat(Stream.of(header), rows.map(edit::of))::iterator) {
                out.write(row);
                out.write('\n');
            }
        }
        Path lake = folder.resolve("lake-" + name);
        CommandCall done = CommandCall.run(
                "run",
                "--absent",
                "placements.end_date",
                "--sample",
                "--input",
                in.toString(),
                "--lake",
                lake.toString(),
                "--packs",
                folder.resolve("packs-" + name).toString(),
                "--as-at",
                "2025-06-30");
        assertThat(done.exitCode()).as(done.err()).isZero();
        return new LakeReader(lake);
    }

    private static String ordinary(int number) {
        char last = (char) ('A' + number % 20);
        char first = (char) ('A' + number / 20 % 20);
        return "A%c%d %d%c%c,E09000033,51.5,-0.2,"
                .formatted((char) ('A' + number / 400_000), number / 4_000 % 100, number / 400 % 10, first, last);
    }

    private static List<String> rows(LakeReader lake, String table, String which, String... columns) {
        return lake.table(table).where(which).selectExpr(columns).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.sorted().toList());
        }
    }
}
