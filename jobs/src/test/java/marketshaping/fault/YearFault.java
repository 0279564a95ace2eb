package marketshaping.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.sample.SampleCouncil;
import marketshaping.testkit.CommandLine;
import marketshaping.testkit.CsvTable;
import marketshaping.testkit.DeltaFolder;
import marketshaping.testkit.Workbooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twelve months' runs on one lake, with corrections of what was handed over before, and extracts that change their shape on
 * the way. Once they are over, the lake and the tables are those of one that never saw but the last extracts.
 */
class YearFault {
    private static final YearMonth FIRST = YearMonth.of(2025, 11);
    private static final int MONTHS = 12;
    private static final int COST = 13;

    @TempDir
    private Path folder;

    @Test
    void should_hold_after_a_year_what_the_last_extracts_say() throws IOException {
        Path sample = folder.resolve("sample");
        SampleCouncil.of(60, 3).writeTo(sample);
        for (int month = 0; month < MONTHS; month++) {
            Path extracts = handOver(sample, month);
            CommandLine done = run("lake", extracts, month);
            assertThat(done.exitCode()).as(done.err()).isZero();
            assertThat(folder.resolve("packs-of-lake/" + lastDay(month) + "/manifest.json"))
                    .exists();
        }
        CommandLine fresh = run("fresh", folder.resolve("in-" + (MONTHS - 1)), MONTHS - 1);
        assertThat(fresh.exitCode()).as(fresh.err()).isZero();
        for (DeltaFolder table : DeltaFolder.of(folder.resolve("fresh"))) {
            // That one is kept for every pack.
            if (!table.name().equals("published_rows")) {
                assertThat(new DeltaFolder(folder.resolve("lake").resolve(table.name())).rows())
                        .as(table.name())
                        .isEqualTo(table.rows());
            }
        }
        String last = lastDay(MONTHS - 1).toString();
        assertThat(texts(folder.resolve("packs-of-lake").resolve(last).resolve("internal")))
                .isEqualTo(texts(folder.resolve("packs-of-fresh").resolve(last).resolve("internal")));
        assertThat(CsvTable.read(folder.resolve("packs-of-lake").resolve(last).resolve("internal"), "oob_stock")
                        .rows())
                .as("there was something to be counted")
                .hasSizeGreaterThan(5);
    }

    /** What the council knew by the end of that month, as its systems wrote it then. */
    private Path handOver(Path sample, int month) throws IOException {
        Path in = Files.createDirectories(folder.resolve("in-" + month));
        for (String input : List.of("contracts", "visits", "brokering")) {
            List<String> lines = Files.readAllLines(sample.resolve(input + ".csv"));
            Files.write(in.resolve(input + ".csv"), lines.subList(0, grown(lines.size(), month)));
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
            Workbooks.write(in.resolve("Placements.xlsx"), "Export", shaped);
        } else {
            Files.write(
                    in.resolve("placements.csv"),
                    shaped.stream().map(row -> String.join(",", row)).toList());
        }
        return in;
    }

    /** Up to the tenth part is still to come in the first month. */
    private static int grown(int lines, int month) {
        return lines - lines * (MONTHS - 1 - month) / (MONTHS * 10);
    }

    /** From the fourth month on the columns come the other way round; from the eighth, the last one is gone as well. */
    private static List<Integer> shape(int month, int width) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < width - (month >= 8 ? 1 : 0); i++) {
            columns.add(month >= 4 ? 0 : columns.size(), i);
        }
        return columns;
    }

    private CommandLine run(String lake, Path extracts, int month) {
        return CommandLine.run(Trial.arguments(
                        folder.resolve(lake),
                        folder.resolve("packs-of-" + lake),
                        extracts,
                        lastDay(month).toString())
                .toArray(String[]::new));
    }

    private static LocalDate lastDay(int month) {
        return FIRST.plusMonths(month).atEndOfMonth();
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
