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

/** A region's month: extracts to measures on two threads, compared with the DuckDB reference on the same files. */
final class RegionBenchmark {
    static final String TITLE = "A region's month";

    private static final int FEW = 60;
    private static final double LINES_PER_PERSON = 2.573;
    private static final List<String> COUNTED = List.of("session", "read", "store", "facts", "measures");
    private static final ToDoubleFunction<ProcessMeasurement> PRODUCT =
            ran -> COUNTED.stream().mapToDouble(ran.stages()::get).sum();
    private static final ToDoubleFunction<ProcessMeasurement> DUCKDB = ran ->
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
     * Measures size by size and updates the page after each, because a large size takes hours.
     *
     * @param sizes the numbers of placement rows, in ascending order
     */
    void measure(int rounds, List<Integer> sizes, BenchmarkPage report) throws IOException {
        RoundResults results = new RoundResults();
        List<Integer> ended = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        Path extracts = scratch.resolve("extracts");
        createClassArchive(extracts);
        for (int size : sizes) {
            SampleCouncil.of((int) Math.round(size / LINES_PER_PERSON), 1).writeTo(extracts);
            try {
                for (int round = 0; round < rounds; round++) {
                    runInTurn(results, size, extracts, round);
                }
                ended.add(size);
                sentences.add(agreement(results, size));
            } catch (ChildProcess.Failed e) {
                System.err.println(e.getMessage());
                results.remove(product(size));
                results.remove(duckDb(size));
                sentences.add("%,d rows: the run failed: %s".formatted(size, e.inShort()));
            }
            FileUtils.deleteDirectory(extracts.toFile());
            FileUtils.deleteDirectory(packs().toFile());
            BenchmarkSection section = section(results, rounds, ended);
            sentences.forEach(sentence -> section.line("%n%s", sentence));
            report.show(section);
        }
    }

    private static BenchmarkSection section(RoundResults results, int rounds, List<Integer> sizes) {
        BenchmarkSection section = new BenchmarkSection(TITLE, rounds)
                .line(
                        """

                        The sample council with more people, and all inputs as plain CSV. Sizes are in placement rows;
                        contracts, cases, visits, payments and the national return add at least as many rows.
                        Market-shaping is run as users start it, with two threads and a heap of 4 GB. The stages %s are
                        counted, and the packs after them are not. DuckDB has two threads and 12 GB, because 4 GB are
                        not enough for it at 10 million rows. From the same files it computes every table but the
                        baselines, in a database on disk, with the SQL of the DuckDB reference that the tests compare
                        the product with. That SQL validates every row as the product does, and was written for
                        correctness rather than speed. It keeps no history, whereas the product does. It is therefore a
                        fair comparison for measures, and a rough one for reading. In the first round it also compares
                        the product's tables with its own; the ratios do not include that.""",
                        String.join(", ", COUNTED))
                .ratios();
        for (int i = 0; i < sizes.size(); i++) {
            int size = sizes.get(i);
            section.ratio(
                    "%,d rows".formatted(size),
                    "DuckDB",
                    results.ratio(product(size), PRODUCT, duckDb(size), DUCKDB),
                    2);
            section.ratioWithoutGoal(
                    "%,d rows, measures alone".formatted(size),
                    "DuckDB",
                    results.ratio(product(size), MEASURES, duckDb(size), MEASURES));
            if (i > 0) {
                int before = sizes.get(i - 1);
                section.ratio(
                        "%,d rows".formatted(size),
                        "%,d rows".formatted(before),
                        results.ratio(product(size), PRODUCT, product(before), PRODUCT),
                        (double) size / before);
            }
        }
        section.contenders(results);
        sizes.forEach(size -> section.stages(results, Set.of(product(size))).stages(results, Set.of(duckDb(size))));
        return section;
    }

    /** Creates the class archive, as the first run after a build does; it is part of the build and not of a run. */
    private void createClassArchive(Path extracts) throws IOException {
        SampleCouncil.of(FEW, 1).writeTo(extracts);
        product(new RoundResults(), FEW, extracts);
        FileUtils.deleteDirectory(extracts.toFile());
        FileUtils.deleteDirectory(packs().toFile());
    }

    /**
     * Returns a line on the agreement of the tables. In the first round, DuckDB also compares the product's tables with
     * its own.
     */
    private static String agreement(RoundResults results, int size) {
        List<String> differences = results.output(duckDb(size), 0)
                .lines()
                .filter(line -> line.startsWith(DuckDbContender.DIFFERS))
                .map(line -> line.substring(DuckDbContender.DIFFERS.length()))
                .toList();
        differences.forEach(System.err::println);
        return differences.isEmpty()
                ? "%,d rows: every row of every table agrees with the DuckDB reference.".formatted(size)
                : "%,d rows: **%,d differences** from the DuckDB reference, the first of which is: %s"
                        .formatted(size, differences.size(), differences.get(0));
    }

    private void runInTurn(RoundResults results, int size, Path extracts, int round) throws IOException {
        boolean isProductFirst = round % 2 == 0;
        if (isProductFirst) {
            product(results, size, extracts);
        }
        duckDb(results, size, extracts, round == 0 ? List.of(tables().toString()) : List.of());
        if (!isProductFirst) {
            product(results, size, extracts);
        }
    }

    private void product(RoundResults results, int size, Path extracts) throws IOException {
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
            results.add(
                    product(size), launcher.run(Map.of("MARKET_SHAPING_JAVA_OPTS", HEAP + " " + THREADS), arguments));
        } finally {
            FileUtils.deleteDirectory(lake.toFile());
        }
    }

    private void duckDb(RoundResults results, int size, Path extracts, List<String> productTables) throws IOException {
        Path database = Files.createDirectories(scratch.resolve("duckdb"));
        List<String> arguments = new ArrayList<>(List.of(extracts.toString(), database.toString()));
        arguments.addAll(productTables);
        try {
            results.add(duckDb(size), ChildProcess.run(List.of(HEAP), DuckDbContender.class, arguments));
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

    private static String product(int size) {
        return "market-shaping, %,d rows".formatted(size);
    }

    private static String duckDb(int size) {
        return "DuckDB, %,d rows".formatted(size);
    }
}
