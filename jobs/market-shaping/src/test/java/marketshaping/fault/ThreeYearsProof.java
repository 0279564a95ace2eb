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
 * Three years of months' runs on one lake, with corrections of what was handed over before, and extracts that change their
 * shape on the way. Once they are over, the lake and the tables are those of one that never saw but the last extracts, the
 * lake has not outgrown what it holds, a run takes no longer than it did, and the first pack can still be made again.
 *
 * <p>The first runs of a process are slow whatever the lake, and a machine is faster on one minute than on the next. So a
 * second, young lake goes through its first months while the old one goes through its last: a month of the one, a month of
 * the other, six times. Medians are compared.
 */
class ThreeYearsProof {
    private static final YearMonth LAST = YearMonth.of(2026, 10);
    private static final int MONTHS = Integer.getInteger("faults.months", 36);
    private static final int COMPARED = Math.min(6, MONTHS / 2);
    private static final double SLOWER = 1.3;
    private static final Set<String> WITHOUT_HISTORY = Set.of("placement_fact", "brokering_fact", "quarantine");
    private static final long LARGER_THAN_NEEDED = 3;
    private static final long LARGER_THAN_LIVE = 10;
    private static final int COST = 13;
    private static final int TURNED_ROUND = MONTHS / 3;
    private static final int NARROWED = TURNED_ROUND * 2;

    @TempDir
    private Path folder;

    private Path sample;

    @Test
    void should_hold_after_three_years_what_the_last_extracts_say_as_fast_and_as_small() throws IOException {
        sample = folder.resolve("sample");
        SampleCouncil.of(60, 3).writeTo(sample);
        List<Double> old = new ArrayList<>();
        List<Double> young = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            handOver(month);
            double seconds = run("lake", month);
            int begun = month - (MONTHS - COMPARED);
            if (begun == 0) {
                // Its first month, which makes all tables, is not compared.
                run("young", 0);
            }
            if (begun >= 0) {
                old.add(seconds);
                young.add(run("young", begun + 1));
            }
        }
        run("fresh", MONTHS - 1);
        holdsWhatTheLastExtractsSay();
        reproducesTheFirstPack();
        keepsNoMoreThanPacksNeed();
        assertThat(median(old)).as("%s against %s", old, young).isLessThan(SLOWER * median(young));
    }

    private void holdsWhatTheLastExtractsSay() throws IOException {
        for (DeltaLogReader table : DeltaLogReader.of(folder.resolve("fresh"))) {
            // That one is kept for every pack.
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
                .as("there was something to be counted")
                .hasSizeGreaterThan(5);
    }

    /** Data of earlier versions is there only where a pack's manifest names them, and the rest takes little room. */
    private void keepsNoMoreThanPacksNeed() throws IOException {
        Map<String, Set<Long>> named = versionsThatManifestsName();
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
            assertThat(table.filesOfAnyVersion()).as(table.name()).isSubsetOf(files);
        }
        long all = bytes(everythingIn(folder.resolve("lake")));
        assertThat(all)
                .as("bytes, of which %,d live, and %,d with what packs were made of", live, needed)
                .isLessThan(LARGER_THAN_NEEDED * needed)
                .isLessThan(LARGER_THAN_LIVE * live);
    }

    private Map<String, Set<Long>> versionsThatManifestsName() throws IOException {
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

    private static List<Path> everythingIn(Path root) throws IOException {
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

    private void reproducesTheFirstPack() {
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

    /** What the council knew by the end of that month, as its systems wrote it then. */
    private void handOver(int month) throws IOException {
        Path in = Files.createDirectories(extracts(month));
        for (String input : List.of("contracts", "visits", "brokering")) {
            List<String> all = Files.readAllLines(sample.resolve(input + ".csv"));
            List<String> lines = new ArrayList<>(all.subList(0, grown(all.size(), month)));
            // One without what it can't do without, for the quarantine.
            lines.add(lines.get(lines.size() - 1).replaceFirst("^[^,]*", ""));
            Files.write(in.resolve(input + ".csv"), lines);
        }
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(sample.resolve("placements.csv"))) {
            rows.add(new ArrayList<>(Arrays.asList(line.split(",", -1))));
        }
        rows = rows.subList(0, grown(rows.size(), month));
        // A price that was wrong until it was put right in the month after.
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

    /** Up to the tenth part is still to come in the first month. */
    private static int grown(int lines, int month) {
        return lines - lines * (MONTHS - 1 - month) / (MONTHS * 10);
    }

    /** After a third of the time the columns come the other way round; after two, the last one is gone as well. */
    private static List<Integer> shape(int month, int width) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < width - (month >= NARROWED ? 1 : 0); i++) {
            columns.add(month >= TURNED_ROUND ? 0 : columns.size(), i);
        }
        return columns;
    }

    private Path extracts(int month) {
        return folder.resolve("in-" + month);
    }

    /** A month's run, and the seconds that it took. */
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
