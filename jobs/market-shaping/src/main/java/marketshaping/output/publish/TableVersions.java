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
 * The versions of the lake's tables that packs rest on.
 *
 * @param numbers by table
 * @param writers by table, the run that wrote that version, or none where its commit does not say: another lake may have a
 *     version of the same number
 */
public record TableVersions(Map<String, Long> numbers, Map<String, String> writers) {
    private static final String PUBLISHED = ReleaseArchive.SHAPE.name();
    public static final List<String> TABLES = Stream.concat(
                    Inputs.names().stream(),
                    Stream.of(PlacementFact.SHAPE.name(), BrokeringFact.SHAPE.name(), PUBLISHED))
            .toList();

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
     * Whether packs that a run made of those versions would be made of the same now. A run reads the pack before its own,
     * and then keeps its own rows in the same table.
     */
    public boolean areAsIn(TableVersions before, String run) {
        return TABLES.stream()
                .allMatch(table ->
                        isAsIn(before, table) || table.equals(PUBLISHED) && run.equals(writers.get(PUBLISHED)));
    }

    private boolean isAsIn(TableVersions before, String table) {
        return Objects.equals(numbers.get(table), before.numbers.get(table))
                && Objects.equals(writers.get(table), before.writers.get(table));
    }
}
