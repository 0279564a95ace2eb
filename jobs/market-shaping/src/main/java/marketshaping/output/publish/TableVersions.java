package marketshaping.output.publish;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import marketshaping.analysis.fact.BrokeringFact;
import marketshaping.analysis.fact.PlacementFact;
import marketshaping.lake.CommitNote;
import marketshaping.lake.Lake;
import marketshaping.model.contract.Inputs;

/**
 * The versions of lake tables on which packs are based. A version number alone is not enough, because two lakes can
 * have different versions with the same number.
 *
 * @param numbers the version of each table
 * @param writers the run that wrote this version of each table; empty if the commit does not name a run
 */
public record TableVersions(Map<String, Long> numbers, Map<String, String> writers) {
    private static final String PUBLISHED = ReleaseArchive.SCHEMA.name();
    /** The tables that packs depend on: all inputs, both fact tables and the archive of releases. */
    public static final List<String> TABLES = Stream.concat(
                    Inputs.names().stream(),
                    Stream.of(PlacementFact.SCHEMA.name(), BrokeringFact.SCHEMA.name(), PUBLISHED))
            .toList();

    /** Returns the current versions of the tables that exist. */
    public static TableVersions of(Lake lake) {
        Map<String, Long> numbers = new TreeMap<>();
        Map<String, String> writers = new TreeMap<>();
        for (String table : TABLES) {
            lake.version(table).ifPresent(number -> {
                numbers.put(table, number);
                writers.put(table, lake.note(table).map(CommitNote::run).orElse(""));
            });
        }
        return new TableVersions(numbers, writers);
    }

    /**
     * Returns true if no table has changed since the given versions, so that packs based on them are up to date.
     *
     * @param run the run that made the packs; it stored its own release after reading the table, so a version that it
     *     wrote counts as unchanged
     */
    public boolean matches(TableVersions before, String run) {
        return TABLES.stream()
                .allMatch(table ->
                        isSameVersion(before, table) || table.equals(PUBLISHED) && run.equals(writers.get(PUBLISHED)));
    }

    private boolean isSameVersion(TableVersions before, String table) {
        return Objects.equals(numbers.get(table), before.numbers.get(table))
                && Objects.equals(writers.get(table), before.writers.get(table));
    }
}
