package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.app.Defect.Accepted;
import marketshaping.app.Defect.NotARecord;
import marketshaping.app.Defect.Quarantined;
import marketshaping.lake.CommitNote.FileCount;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.SmallCouncil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests defects found in extracts of councils. {@link CellDefects}, {@link RowDefects} and {@link FileDefects} list
 * them with the expected outcomes. One ingest reads all readable files, and one check reads all refused files.
 */
class DefectsTest {
    @TempDir
    private static Path folder;

    /** The defects of each file that contains nothing else, in row order. */
    private static final Map<String, List<Defect>> ROWS = rows();

    /** The inputs that those files belong to. */
    static final List<String> INPUTS = List.of("placements", "contracts", "brokering");

    /** The columns of headline figures that can't be used in more than 1% of the rows. */
    private static final List<String> OFTEN_EMPTIED = List.of(
            "placements.end_date", "placements.delivery_postcode", "placements.unit_cost", "placements.cost_frequency");

    private static IngestedRows ingested;
    private static CommandCall unaccepted;
    private static CommandCall refusal;

    @BeforeAll
    static void readAllFiles() throws IOException {
        Path in = folder.resolve("in");
        writeReadable(in);
        unaccepted = command("ingest", in);
        CommandCall done = command(
                "ingest",
                in,
                OFTEN_EMPTIED.stream()
                        .flatMap(column -> Stream.of("--accept", column + ":cells-emptied"))
                        .toArray(String[]::new));
        assertThat(done.exitCode()).as(done.err()).isZero();
        ingested = IngestedRows.of(folder.resolve("lake-of-ingest"), INPUTS);

        Path refused = folder.resolve("refused");
        SmallCouncil.withoutDefects().without("placements").write(refused);
        Files.createDirectories(refused.resolve("placements"));
        for (FileDefects.Refused file : FileDefects.refused()) {
            file.contents().write(refused.resolve(file.path()));
        }
        refusal = command("check", refused);
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void accepted_row_has_the_expected_values(Defect defect) {
        Accepted expected = (Accepted) defect.outcome();
        assertThat(rulesOf(defect)).as("rule violations").isEmpty();
        assertThat(ingested.accepted(defect.input())).containsKey(defect.key());
        assertThat(ingested.accepted(defect.input()).get(defect.key())).containsAllEntriesOf(expected.values());
    }

    @ParameterizedTest
    @MethodSource("quarantined")
    void quarantined_row_lists_every_rule_violation(Defect defect) {
        Quarantined expected = (Quarantined) defect.outcome();
        assertThat(rulesOf(defect)).containsExactlyInAnyOrderElementsOf(expected.rules());
        assertThat(ingested.accepted(defect.input())).doesNotContainKey(defect.key());
    }

    @ParameterizedTest
    @MethodSource("notRecords")
    void row_that_is_not_a_record_is_not_quarantined(Defect defect) {
        assertThat(rulesOf(defect)).isEmpty();
    }

    @Test
    void row_counts_equal_the_expected_outcomes() {
        ROWS.forEach((file, defects) -> {
            FileCount count = ingested.count(defects.get(0).input(), nameOf(file));
            assertThat(count.rowsRead()).as(file).isEqualTo(defects.size());
            assertThat(count.accepted())
                    .as(file)
                    .isEqualTo(withOutcome(defects, Accepted.class).count());
            assertThat(count.quarantined())
                    .as(file)
                    .isEqualTo(withOutcome(defects, Quarantined.class).count());
            assertThat(count.notRecords())
                    .as(file)
                    .isEqualTo(withOutcome(defects, NotARecord.class)
                            .map(defect -> ((NotARecord) defect.outcome()).kind())
                            .collect(Collectors.groupingBy(kind -> kind, Collectors.counting())));
        });
    }

    @Test
    void emptied_cells_are_counted_per_column() {
        ROWS.forEach((file, defects) -> {
            FileCount count = ingested.count(defects.get(0).input(), nameOf(file));
            assertThat(emptied(count))
                    .as(file)
                    .isEqualTo(withOutcome(defects, Accepted.class)
                            .flatMap(defect -> ((Accepted) defect.outcome()).emptied().stream())
                            .collect(Collectors.groupingBy(column -> column, Collectors.counting())));
            assertThat(count.findings())
                    .filteredOn(finding -> finding.kind() == FindingKind.CELLS_EMPTIED)
                    .allSatisfy(finding -> assertThat(finding.of()).isEqualTo(count.accepted()));
        });
    }

    @Test
    void many_emptied_cells_of_a_headline_column_stop_the_input() {
        Pattern message = Pattern.compile("MS-1312: (\\w+), column (\\w+):");
        assertThat(unaccepted.exitCode()).isEqualTo(1);
        assertThat(message.matcher(unaccepted.out() + unaccepted.err())
                        .results()
                        .map(match -> match.group(1) + "." + match.group(2))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(OFTEN_EMPTIED);
    }

    @ParameterizedTest
    @MethodSource("readable")
    void readable_file_gives_the_expected_rows(FileDefects.Readable file) {
        FileCount count = ingested.count("placements", file.name());
        Map<String, Map<String, String>> rows = ingested.accepted("placements");
        assertThat(rows.keySet().stream().filter(key -> key.startsWith(file.name() + "#")))
                .hasSameSizeAs(file.accepted());
        for (List<String> row : file.accepted()) {
            assertThat(rows.getOrDefault(FileDefects.named(row.get(0), Path.of(file.name())), Map.of()))
                    .containsEntry("start_date", row.get(1))
                    .containsEntry("provider_name", row.get(2))
                    .containsEntry("unit_cost", row.get(3))
                    .containsEntry("setting", "Home care");
        }
        assertThat(ingested.quarantined("placements", file.name())).isEmpty();
        assertThat(emptied(count)).isEqualTo(file.emptied());
        assertThat(count.notRecords()).isEqualTo(file.notRecords());
        assertThat(count.rowsRead()).isEqualTo(count.accepted() + count.quarantined() + count.rowsNotRecords());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refused_file_is_reported_once_by_name(FileDefects.Refused file) {
        String name = nameOf(file.path()).replaceFirst("[.].*", "");
        String output = (refusal.out() + refusal.err()).replaceAll("\\s+", " ");
        Pattern message = Pattern.compile(Pattern.quote(name) + ".{0,80}?" + Pattern.quote(file.message()));
        assertThat(message.matcher(output).results()).as(output).hasSize(1);
        assertThat(refusal.exitCode()).isEqualTo(1);
    }

    static Stream<Defect> accepted() {
        return ROWS.values().stream().flatMap(defects -> withOutcome(defects, Accepted.class));
    }

    static Stream<Defect> quarantined() {
        return ROWS.values().stream().flatMap(defects -> withOutcome(defects, Quarantined.class));
    }

    static Stream<Defect> notRecords() {
        return ROWS.values().stream().flatMap(defects -> withOutcome(defects, NotARecord.class));
    }

    static List<FileDefects.Readable> readable() {
        return FileDefects.readable();
    }

    static List<FileDefects.Refused> refused() {
        return FileDefects.refused();
    }

    private static Map<String, List<Defect>> rows() {
        Map<String, List<Defect>> rows = new TreeMap<>();
        CellDefects.all().forEach(cells -> rows.put(cells.input() + "/cells.csv", cells.defects()));
        rows.put("placements/rows.csv", RowDefects.all());
        return rows;
    }

    /** Writes every readable file, including those whose rows are quarantined. */
    static void writeReadable(Path in) throws IOException {
        for (CellDefects cells : CellDefects.all()) {
            write(in.resolve(cells.input() + "/cells.csv"), cells.header(), cells.defects());
        }
        write(in.resolve("placements/rows.csv"), RowDefects.HEADER, RowDefects.all());
        for (FileDefects.Readable file : FileDefects.readable()) {
            file.contents().write(in.resolve("placements").resolve(file.name()));
        }
    }

    private static void write(Path file, String header, List<Defect> defects) throws IOException {
        List<String> lines = new ArrayList<>(List.of(header));
        defects.forEach(defect -> lines.add(defect.row()));
        Files.createDirectories(file.getParent());
        // There is no final line end, because the last row may be the end-of-file character of old systems.
        Files.writeString(file, String.join("\n", lines));
    }

    private static CommandCall command(String name, Path in, String... more) {
        Path lake = folder.resolve("lake-of-" + name);
        return CommandCall.run(Stream.concat(
                        Stream.of(name, "--sample", "--input", in.toString(), "--lake", lake.toString()),
                        Stream.concat(Stream.of("--absent", "placements.end_date"), Stream.of(more)))
                .toArray(String[]::new));
    }

    private static Map<String, Long> emptied(FileCount count) {
        return count.findings().stream()
                .filter(finding -> finding.kind() == FindingKind.CELLS_EMPTIED)
                .collect(Collectors.toMap(Finding::column, Finding::rows));
    }

    private static Stream<Defect> withOutcome(List<Defect> defects, Class<?> outcome) {
        return defects.stream().filter(defect -> outcome.isInstance(defect.outcome()));
    }

    /** Returns the rule violations of the defect's row in the quarantine; empty if it is not there. */
    private static List<String> rulesOf(Defect defect) {
        for (Map.Entry<String, List<Defect>> file : ROWS.entrySet()) {
            int index = file.getValue().indexOf(defect);
            if (index >= 0) {
                long row = index + 2L;
                return ingested.quarantined(defect.input(), nameOf(file.getKey()))
                        .getOrDefault(row, List.of());
            }
        }
        throw new IllegalArgumentException("No file contains the defect " + defect);
    }

    private static String nameOf(String file) {
        return Path.of(file).getFileName().toString();
    }
}
