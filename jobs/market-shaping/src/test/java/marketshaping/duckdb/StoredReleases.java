package marketshaping.duckdb;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.analysis.measure.Measure;
import marketshaping.analysis.measure.Measures;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import marketshaping.output.disclosure.Disclosure;
import marketshaping.output.disclosure.DisclosureProfile;
import marketshaping.output.disclosure.PublishedTables;
import marketshaping.output.disclosure.Release;
import marketshaping.testkit.InformedAttacker;

/**
 * The published packs of a lake. The lake stores their tables with exact counts and supporting columns, so a test can
 * publish and attack them again without another run.
 */
public final class StoredReleases {
    private static final String SEPARATOR = "\u0001";
    private static final Map<String, Measure> MEASURES =
            Measures.ALL.stream().collect(Collectors.toMap(Measure::id, Function.identity()));

    private final Path lake;

    public StoredReleases(Path lake) {
        this.lake = lake;
    }

    /**
     * Returns the hidden counts that a well-informed reader can calculate from all tables of these packs. The packs are
     * published one after the other, with exact counts from 5 upwards.
     */
    public List<String> recoveredCounts(LocalDate... dates) {
        Disclosure disclosure = new Disclosure(DisclosureProfile.SUPPRESS_UNDER_5);
        List<InformedAttacker.Pack> packs = new ArrayList<>();
        Optional<Release> previous = Optional.empty();
        for (LocalDate asAt : dates) {
            Map<String, Table> exact = tables(asAt);
            PublishedTables published = disclosure.publish(exact, asAt, previous);
            packs.add(new InformedAttacker.Pack(asAt, exact, published.tables()));
            previous = Optional.of(published.release());
        }
        return InformedAttacker.recoverHiddenCounts(packs.toArray(InformedAttacker.Pack[]::new));
    }

    private Map<String, Table> tables(LocalDate asAt) {
        Path files = lake.resolve("published_rows").resolve("as_at=" + asAt).resolve("*.parquet");
        Map<String, List<List<Object>>> rows = new LinkedHashMap<>();
        try (DuckDb database = new DuckDb()) {
            DuckDb.Rows kept = database.rows(
                    "SELECT measure, array_to_string(cells, chr(1)) AS cells FROM read_parquet('%s') ORDER BY measure, \"row\""
                            .formatted(files));
            for (List<Object> row : kept.rows()) {
                String id = row.get(0).toString();
                rows.computeIfAbsent(id, any -> new ArrayList<>())
                        .add(cells(
                                MEASURES.get(id).columns(),
                                row.get(1).toString().split(SEPARATOR, -1)));
            }
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        rows.forEach(
                (id, own) -> tables.put(id, new Table(id, id, MEASURES.get(id).columns(), own, "")));
        return tables;
    }

    private static List<Object> cells(List<Column> columns, String[] texts) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            cells.add(cell(columns.get(i), texts[i]));
        }
        return cells;
    }

    private static Object cell(Column column, String text) {
        Optional<Shorthand> shorthand = Stream.of(Shorthand.values())
                .filter(each -> each.symbol().equals(text))
                .findFirst();
        return shorthand.isPresent()
                ? shorthand.get()
                : switch (column.kind()) {
                    case DIMENSION, DATE, TEXT -> text;
                    case COUNT, COUNT_OF_THINGS -> Long.valueOf(text);
                    case PERCENT, MONEY, DAYS, NUMBER, MIXED -> new BigDecimal(text);
                };
    }
}
