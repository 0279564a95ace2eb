package marketshaping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import marketshaping.sample.SampleCouncil;
import org.apache.commons.io.FileUtils;

/** A region's month: extracts to measures on two threads, against a second engine making the same tables of them. */
final class RegionBenchmark {
    static final String TITLE = "A region's month";

    private static final int FEW = 60;
    private static final double LINES_A_PERSON = 2.573;
    private static final List<String> COUNTED = List.of("session", "read", "store", "facts", "measures");
    private static final ToDoubleFunction<ProcessMeasurement> OURS =
            ran -> COUNTED.stream().mapToDouble(ran.stages()::get).sum();
    private static final ToDoubleFunction<ProcessMeasurement> SECOND = ran ->
            ran.stages().values().stream().mapToDouble(Double::doubleValue).sum();
    private static final ToDoubleFunction<ProcessMeasurement> MEASURES =
            ran -> ran.stages().get(DuckDbContender.MEASURES);
    private static final String HEAP = "-Xmx4g";
    private static final String THREADS =
            "-Dspark.master=local[2] -Dspark.driver.host=localhost -Dspark.driver.bindAddress=127.0.0.1";

    private final LauncherCommand launcher;
    private final Path scratch;

    RegionBenchmark(LauncherCommand launcher, Path scratch) {
        this.launcher = launcher;
        this.scratch = scratch;
    }

    /**
     * Measures size by size, and shows what there is after each: a large one takes hours.
     *
     * @param sizes in placement rows, the smallest first
     */
    void measure(int rounds, List<Integer> sizes, BenchmarkPage report) throws IOException {
        RoundResults results = new RoundResults();
        List<Integer> ended = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Path extracts = scratch.resolve("extracts");
        leaveArchiveBehind(extracts);
        for (int size : sizes) {
            SampleCouncil.of((int) Math.round(size / LINES_A_PERSON), 1).writeTo(extracts);
            try {
                for (int round = 0; round < rounds; round++) {
                    beside(results, size, extracts, round);
                }
                ended.add(size);
                words.add(agreement(results, size));
            } catch (ChildProcess.Failed e) {
                System.err.println(e.getMessage());
                results.leaveOut(ours(size));
                results.leaveOut(second(size));
                words.add("%,d rows did not come to an end: %s".formatted(size, e.inShort()));
            }
            FileUtils.deleteDirectory(extracts.toFile());
            FileUtils.deleteDirectory(packs().toFile());
            BenchmarkSection section = section(results, rounds, ended);
            words.forEach(sentence -> section.line("%n%s", sentence));
            report.show(section);
        }
    }

    private static BenchmarkSection section(RoundResults results, int rounds, List<Integer> sizes) {
        BenchmarkSection section = new BenchmarkSection(TITLE, rounds)
                .line(
                        """

                        The sample council with more people, all inputs as plain CSV; sizes are in placement rows, and there are as many
                        rows again and more of contracts, cases, visits, payments and the national return. Ours is the run as users start
                        it, two threads and a heap of 4 GB: the stages %s are counted, the packs after them are not.
                        DuckDB has two threads and 12 GB, for 4 GB are not enough for it at 10 million rows. It makes every table but
                        the baselines of the same files, with the SQL that the tests hold ours against, in a database on disk. That
                        judges every row as ours does, was written to be right and not to be fast, and keeps no history, where ours
                        does: a fair peer for measures, and a rough one for reading. In the first round it then holds our tables
                        against its own, which is not counted in the ratios.""",
                        String.join(", ", COUNTED))
                .ratios();
        for (int i = 0; i < sizes.size(); i++) {
            int size = sizes.get(i);
            section.ratio(
                    "%,d rows".formatted(size), "DuckDB", results.ratio(ours(size), OURS, second(size), SECOND), 2);
            section.ratioWithoutGoal(
                    "%,d rows, measures alone".formatted(size),
                    "DuckDB",
                    results.ratio(ours(size), MEASURES, second(size), MEASURES));
            if (i > 0) {
                int before = sizes.get(i - 1);
                section.ratio(
                        "%,d rows".formatted(size),
                        "%,d rows".formatted(before),
                        results.ratio(ours(size), OURS, ours(before), OURS),
                        (double) size / before);
            }
        }
        section.contenders(results);
        sizes.forEach(size -> section.stages(results, Set.of(ours(size))).stages(results, Set.of(second(size))));
        return section;
    }

    /** Of classes, as the first run after a build does; it belongs to the build and not to a run. */
    private void leaveArchiveBehind(Path extracts) throws IOException {
        SampleCouncil.of(FEW, 1).writeTo(extracts);
        ours(new RoundResults(), FEW, extracts);
        FileUtils.deleteDirectory(extracts.toFile());
        FileUtils.deleteDirectory(packs().toFile());
    }

    /** The first round's DuckDB has our tables beside it. */
    private static String agreement(RoundResults results, int size) {
        List<String> differences = results.said(second(size), 0)
                .lines()
                .filter(line -> line.startsWith(DuckDbContender.DIFFERS))
                .map(line -> line.substring(DuckDbContender.DIFFERS.length()))
                .toList();
        differences.forEach(System.err::println);
        return differences.isEmpty()
                ? "%,d rows: every table is the same as DuckDB's, to the last row.".formatted(size)
                : "%,d rows: **%,d differences** between the tables and DuckDB's, of which the first is: %s"
                        .formatted(size, differences.size(), differences.get(0));
    }

    private void beside(RoundResults results, int size, Path extracts, int round) throws IOException {
        boolean isOursFirst = round % 2 == 0;
        if (isOursFirst) {
            ours(results, size, extracts);
        }
        second(results, size, extracts, round == 0 ? List.of(tables().toString()) : List.of());
        if (!isOursFirst) {
            ours(results, size, extracts);
        }
    }

    private void ours(RoundResults results, int size, Path extracts) throws IOException {
        Path lake = scratch.resolve("lake");
        List<String> arguments = List.of(
                "run",
                "--sample",
                "--input",
                extracts.toString(),
                "--lake",
                lake.toString(),
                "--packs",
                packs().toString());
        try {
            results.add(ours(size), launcher.run(Map.of("MARKET_SHAPING_JAVA_OPTS", HEAP + " " + THREADS), arguments));
        } finally {
            FileUtils.deleteDirectory(lake.toFile());
        }
    }

    private void second(RoundResults results, int size, Path extracts, List<String> ours) throws IOException {
        Path database = Files.createDirectories(scratch.resolve("duckdb"));
        List<String> arguments = new ArrayList<>(List.of(extracts.toString(), database.toString()));
        arguments.addAll(ours);
        try {
            results.add(second(size), ChildProcess.run(List.of(HEAP), DuckDbContender.class, arguments));
        } finally {
            FileUtils.deleteDirectory(database.toFile());
        }
    }

    private Path packs() {
        return scratch.resolve("packs");
    }

    private Path tables() {
        return packs().resolve(DuckDbContender.AS_AT.toString()).resolve("internal");
    }

    private static String ours(int size) {
        return "ours, %,d rows".formatted(size);
    }

    private static String second(int size) {
        return "DuckDB, %,d rows".formatted(size);
    }
}
