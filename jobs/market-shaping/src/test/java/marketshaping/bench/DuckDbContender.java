package marketshaping.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import marketshaping.duckdb.DuckDbReference;

/**
 * Makes every table of some extracts by DuckDB, and says how long that took; then, where there is a pack of ours, what
 * differs from that. The benchmark starts it.
 */
public final class DuckDbContender {
    /** Named as in the product's log. */
    static final String MEASURES = "measures";

    /** What a line begins with that says what differs. */
    static final String DIFFERS = "differs: ";

    static final LocalDate AS_AT = LocalDate.of(2026, 10, 31);
    private static final double NANOSECONDS = 1e9;

    private DuckDbContender() {}

    /** @param args the folder of extracts, an empty one for the database, and a pack's undisclosed tables if any */
    public static void main(String[] args) {
        long started = System.nanoTime();
        List<String> limits = List.of(
                "SET threads = 2",
                "SET memory_limit = '12GB'",
                "SET temp_directory = '" + args[1] + "/memory'",
                "ATTACH '" + args[1] + "/tables.duckdb' AS tables",
                "USE tables");
        try (DuckDbReference oracle = DuckDbReference.of(Path.of(args[0]), AS_AT, limits)) {
            long read = System.nanoTime();
            say("reading and facts", read - started);
            for (String table : DuckDbReference.TABLES) {
                // Ours are measured without them too.
                if (!table.equals("baselines")) {
                    long begun = System.nanoTime();
                    int rows = oracle.rowsOf(table);
                    double seconds = (System.nanoTime() - begun) / NANOSECONDS;
                    System.out.printf(Locale.ROOT, "%s, %d rows, %.2f s%n", table, rows, seconds);
                }
            }
            say(MEASURES, System.nanoTime() - read);
            if (args.length > 2) {
                oracle.compare(Path.of(args[2])).forEach(words -> System.out.println(DIFFERS + words));
            }
        }
    }

    private static void say(String name, long nanoseconds) {
        System.out.printf(Locale.ROOT, "%s: %.3f s%n", name, nanoseconds / NANOSECONDS);
    }
}
