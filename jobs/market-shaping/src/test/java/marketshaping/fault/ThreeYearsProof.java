package marketshaping.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.sample.SampleCouncil;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.CsvTable;
import marketshaping.testkit.DeltaLogReader;
import marketshaping.testkit.ExcelFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests three years of monthly runs on one lake, with corrections to earlier extracts and changes in their layout. The
 * lake and tables must then equal those of a lake that received only the last extracts. The lake must not be much
 * larger than its content, and a run must take little longer than on a young lake. The first pack must still be
 * reproducible.
 *
 * <p>The first runs of a process are slow for any lake, and the speed of a machine varies. Therefore the last six
 * months of the old lake alternate with the first months of a young lake, and the test compares the medians.
 */
class ThreeYearsProof {
    private static final YearMonth LAST = YearMonth.of(2026, 10);
    private static final int MONTHS = Integer.getInteger("faults.months", 36);
    private static final int COMPARED = Math.min(6, MONTHS / 2);
    private static final double MAX_SLOWDOWN = 1.3;
    private static final Set<String> WITHOUT_HISTORY = Set.of("placement_fact", "brokering_fact", "quarantine");
    private static final long MAX_RATIO_TO_NEEDED = 3;
    private static final long MAX_RATIO_TO_LIVE = 10;
    private static final int COST = 13;
    private static final int REVERSED = MONTHS / 3;
    private static final int NARROWED = REVERSED * 2;

    @TempDir
    private Path folder;

    private Path sample;

    @Test
    void lake_after_three_years_is_equal_fast_and_small() throws IOException {
        sample = folder.resolve("sample");
        SampleCouncil.of(60, 3).writeTo(sample);
        List<Double> old = new ArrayList<>();
        List<Double> young = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            writeExtracts(month);
            double seconds = run("lake", month);
            int comparedMonth = month - (MONTHS - COMPARED);
            if (comparedMonth == 0) {
                // The young lake's first month creates all tables and is not compared.
                run("young", 0);
            }
            if (comparedMonth >= 0) {
                old.add(seconds);
                young.add(run("young", comparedMonth + 1));
            }
        }
        run("fresh", MONTHS - 1);
        assertEqualsFreshLake();
        assertReproducesFirstPack();
        assertKeepsOnlyNeededFiles();
        assertThat(median(old))
                .as("seconds per run: old lake %s, young lake %s", old, young)
                .isLessThan(MAX_SLOWDOWN * median(young));
    }

    private void assertEqualsFreshLake() throws IOException {
        for (DeltaLogReader table : DeltaLogReader.of(folder.resolve("fresh"))) {
            // This table keeps the rows of every pack.
            if (!table.name().equals("published_rows")) {
                assertThat(new DeltaLogReader(folder.resolve("lake").resolve(table.name())).rows())
                        .as(table.name())
                        .isEqualTo(table.rows());
            }
        }
        Path internal = Path.of(lastDay(MONTHS - 1).toString(), "internal");
        assertThat(texts(folder.resolve("packs-of-lake").resolve(internal)))
                .isEqualTo(texts(folder.resolve("packs-of-fresh").resolve(internal)));
        assertThat(CsvTable.read(folder.resolve("packs-of-lake").resolve(internal), "oob_stock")
                        .rows())
                .as("rows in oob_stock")
                .hasSizeGreaterThan(5);
    }

    /**
     * Checks that the lake keeps a data file only if a listed version needs it. Listed are the latest version, the
     * versions in manifests and, for derived tables, the version before the latest. Also checks the size of all other
     * files.
     */
    private void assertKeepsOnlyNeededFiles() throws IOException {
        Map<String, Set<Long>> named = versionsInManifests();
        long live = 0;
        long needed = 0;
        for (DeltaLogReader table : DeltaLogReader.of(folder.resolve("lake"))) {
            Set<Path> files = new TreeSet<>(table.files());
            long own = bytes(files);
            live += own;
            Set<Long> versions = WITHOUT_HISTORY.contains(table.name())
                    ? Set.of(table.latestVersion() - 1)
                    : named.getOrDefault(table.name(), Set.of());
            for (long version : versions) {
                files.addAll(table.files(version));
            }
            needed += bytes(files);
            assertThat(table.allFiles()).as(table.name()).isSubsetOf(files);
        }
        long all = bytes(filesIn(folder.resolve("lake")));
        assertThat(all)
                .as("bytes, compared with %,d in current versions and %,d in all needed versions", live, needed)
                .isLessThan(MAX_RATIO_TO_NEEDED * needed)
                .isLessThan(MAX_RATIO_TO_LIVE * live);
    }

    private Map<String, Set<Long>> versionsInManifests() throws IOException {
        Map<String, Set<Long>> versions = new TreeMap<>();
        for (int month = 0; month < MONTHS; month++) {
            Path manifest = folder.resolve("packs-of-lake")
                    .resolve(lastDay(month).toString())
                    .resolve("manifest.json");
            new JsonMapper()
                    .readTree(manifest.toFile())
                    .get("tables")
                    .properties()
                    .forEach(table -> versions.computeIfAbsent(table.getKey(), name -> new TreeSet<>())
                            .add(table.getValue().asLong()));
        }
        return versions;
    }

    private static List<Path> filesIn(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static long bytes(Collection<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private void assertReproducesFirstPack() {
        CommandCall again = CommandCall.run(
                "reproduce",
                "--sample",
                "--lake",
                folder.resolve("lake").toString(),
                "--packs",
                folder.resolve("packs-of-lake").toString(),
                "--as-at",
                lastDay(0).toString());
        assertThat(again.exitCode()).as(again.err()).isZero();
    }

    /** Writes the extracts for the end of that month, in that month's layout. */
    private void writeExtracts(int month) throws IOException {
        Path in = Files.createDirectories(extracts(month));
        for (String input : List.of("contracts", "visits", "brokering")) {
            List<String> all = Files.readAllLines(sample.resolve(input + ".csv"));
            List<String> lines = new ArrayList<>(all.subList(0, lineCount(all.size(), month)));
            // A row without a required value, for the quarantine.
            lines.add(lines.get(lines.size() - 1).replaceFirst("^[^,]*", ""));
            Files.write(in.resolve(input + ".csv"), lines);
        }
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(sample.resolve("placements.csv"))) {
            rows.add(new ArrayList<>(Arrays.asList(line.split(",", -1))));
        }
        rows = rows.subList(0, lineCount(rows.size(), month));
        // A wrong price, which the next month corrects.
        List<String> corrected = rows.get(1 + month);
        corrected.set(COST, "1.11");
        List<Integer> columns = shape(month, rows.get(0).size());
        List<List<String>> shaped = rows.stream()
                .map(row -> columns.stream().map(row::get).toList())
                .toList();
        if (month % 4 == 3) {
            ExcelFiles.write(in.resolve("Placements.xlsx"), "Export", shaped);
        } else {
            Files.write(
                    in.resolve("placements.csv"),
                    shaped.stream().map(row -> String.join(",", row)).toList());
        }
    }

    /** Returns the number of lines in that month. The first month lacks up to a tenth of them, the last month none. */
    private static int lineCount(int lines, int month) {
        return lines - lines * (MONTHS - 1 - month) / (MONTHS * 10);
    }

    /**
     * Returns the columns. After a third of the time their order is reversed, and after two thirds the last column is
     * also missing.
     */
    private static List<Integer> shape(int month, int width) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < width - (month >= NARROWED ? 1 : 0); i++) {
            columns.add(month >= REVERSED ? 0 : columns.size(), i);
        }
        return columns;
    }

    private Path extracts(int month) {
        return folder.resolve("in-" + month);
    }

    /** Runs one month and returns the duration in seconds. */
    private double run(String lake, int month) {
        String asAt = lastDay(month).toString();
        Path packs = folder.resolve("packs-of-" + lake);
        long started = System.nanoTime();
        CommandCall done = CommandCall.run(FaultTrial.arguments(folder.resolve(lake), packs, extracts(month), asAt)
                .toArray(String[]::new));
        double seconds = (System.nanoTime() - started) / 1e9;
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(packs.resolve(asAt).resolve("manifest.json")).exists();
        return seconds;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static LocalDate lastDay(int month) {
        return LAST.minusMonths(MONTHS - 1 - month).atEndOfMonth();
    }

    private static String texts(Path tables) throws IOException {
        try (Stream<Path> files = Files.list(tables)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                texts.add(file.getFileName() + "\n" + Files.readString(file));
            }
            return texts.stream().collect(Collectors.joining("\n"));
        }
    }
}
