package marketshaping.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import marketshaping.duckdb.DuckDbReference;

/**
 * Computes every table of some extracts with DuckDB and prints the time. If a pack is given, it then prints the
 * differences from that pack. The benchmark starts it.
 */
public final class DuckDbContender {
    /** The stage name used in the product's log. */
    static final String MEASURES = "measures";

    /** The prefix of a line that reports a difference. */
    static final String DIFFERS = "differs: ";

    static final LocalDate AS_AT = LocalDate.of(2026, 10, 31);
    private static final double NANOSECONDS = 1e9;

    private DuckDbContender() {}

    /**
     * Computes the tables and prints the time.
     *
     * @param args the folder of extracts; an empty folder for the database; optionally a pack's internal tables
     */
    public static void main(String[] args) {
        long started = System.nanoTime();
        List<String> limits = List.of(
                "SET threads = 2",
                "SET memory_limit = '12GB'",
                "SET temp_directory = '" + args[1] + "/memory'",
                "ATTACH '" + args[1] + "/tables.duckdb' AS tables",
                "USE tables");
        try (DuckDbReference reference = DuckDbReference.of(Path.of(args[0]), AS_AT, limits)) {
            long read = System.nanoTime();
            print("reading and facts", read - started);
            for (String table : DuckDbReference.TABLES) {
                // The product is also measured without them.
                if (!table.equals("baselines")) {
                    long tableStarted = System.nanoTime();
                    int rows = reference.rowCount(table);
                    double seconds = (System.nanoTime() - tableStarted) / NANOSECONDS;
                    System.out.printf(Locale.ROOT, "%s, %d rows, %.2f s%n", table, rows, seconds);
                }
            }
            print(MEASURES, System.nanoTime() - read);
            if (args.length > 2) {
                reference.compare(Path.of(args[2])).forEach(words -> System.out.println(DIFFERS + words));
            }
        }
    }

    private static void print(String name, long nanoseconds) {
        System.out.printf(Locale.ROOT, "%s: %.3f s%n", name, nanoseconds / NANOSECONDS);
    }
}
