package marketshaping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** A working list of many rows, written by the product and by POI's own writers. */
final class WorkingListBenchmark {
    static final String TITLE = "A long working list";

    private static final int ROWS = 200_000;
    private static final String PRODUCT = "market-shaping";
    private static final String MANY = "market-shaping, collected often";
    private static final String FEW = "market-shaping, collected often, a tenth of the rows";
    /** Limits the young generation to a size that causes garbage collection even for a short list. */
    private static final String OFTEN = "-Xmn16m";

    private static final String PLAIN = "plain XSSF";
    private static final String STREAMED = "SXSSF";
    private static final ToDoubleFunction<ProcessMeasurement> SECONDS =
            ran -> ran.stages().get(WorkingListWriter.WRITING);
    private static final ToDoubleFunction<ProcessMeasurement> HEAP =
            ran -> ran.stages().get(WorkingListWriter.HEAP);

    private final Path scratch;

    WorkingListBenchmark(Path scratch) {
        this.scratch = scratch;
    }

    BenchmarkSection measure(int rounds) throws IOException {
        RoundResults results = new RoundResults();
        for (int round = 0; round < rounds; round++) {
            add(results, PRODUCT, WorkingListWriter.PRODUCT, ROWS);
            add(results, PLAIN, WorkingListWriter.PLAIN, ROWS);
            add(results, STREAMED, WorkingListWriter.STREAMED, ROWS);
            add(results, MANY, WorkingListWriter.PRODUCT, ROWS, OFTEN);
            add(results, FEW, WorkingListWriter.PRODUCT, ROWS / 10, OFTEN);
        }
        BenchmarkSection section = new BenchmarkSection(TITLE, rounds)
                .line(
                        """

                        %d rows of 14 cells: text, dates and money in the cell styles of the working list. Seconds are
                        for writing the file, after an uncounted short list written in the same way. Heap is the peak
                        usage after a garbage collection, of the 4 GB allowed.""",
                        ROWS)
                .ratios()
                .ratio("time", "plain XSSF", results.ratio(PRODUCT, PLAIN, SECONDS), 0.1)
                .ratioWithoutGoal("time", "POI's streaming writer, SXSSF", results.ratio(PRODUCT, STREAMED, SECONDS))
                .ratio("heap", "a tenth of the rows", results.ratio(MANY, FEW, HEAP), 1.5)
                .ratioWithoutGoal("heap", "plain XSSF", results.ratio(MANY, PLAIN, HEAP))
                .line("%n| measured | seconds | heap, MB |%n|---|---|---|");
        for (String contender : results.contenders()) {
            section.line(
                    "| %s | %s | %s |",
                    contender,
                    results.of(contender, SECONDS).words(2),
                    results.of(contender, HEAP).words(0));
        }
        return section;
    }

    private void add(RoundResults results, String contender, String writer, int rows, String... options)
            throws IOException {
        Path file = scratch.resolve("list.xlsx");
        results.add(
                contender,
                ChildProcess.run(
                        Stream.concat(Stream.of("-Xmx4g", "-XX:+UseParallelGC"), Arrays.stream(options))
                                .toList(),
                        WorkingListWriter.class,
                        List.of(writer, Integer.toString(rows), file.toString())));
        Files.delete(file);
    }
}
