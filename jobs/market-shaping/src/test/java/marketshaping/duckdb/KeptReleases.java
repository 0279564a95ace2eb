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
 * The published packs of a lake, which keeps their tables as they are, supporting columns and all. So they can be
 * published again with exact counts, and attacked, without another run.
 */
public final class KeptReleases {
    private static final String BETWEEN = "\u0001";
    private static final Map<String, Measure> MEASURES =
            Measures.ALL.stream().collect(Collectors.toMap(Measure::id, Function.identity()));

    private final Path lake;

    public KeptReleases(Path lake) {
        this.lake = lake;
    }

    /**
     * The hidden counts that a careful reader works out of all tables of these packs, published one after the other with
     * exact counts from 5 on.
     */
    public List<String> recovered(LocalDate... dates) {
        Disclosure disclosure = new Disclosure(DisclosureProfile.SUPPRESS_UNDER_5);
        List<InformedAttacker.Pack> packs = new ArrayList<>();
        Optional<Release> before = Optional.empty();
        for (LocalDate asAt : dates) {
            Map<String, Table> exact = tables(asAt);
            PublishedTables published = disclosure.publish(exact, asAt, before);
            packs.add(new InformedAttacker.Pack(asAt, exact, published.tables()));
            before = Optional.of(published.release());
        }
        return InformedAttacker.recovers(packs.toArray(InformedAttacker.Pack[]::new));
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
                                row.get(1).toString().split(BETWEEN, -1)));
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
        Optional<Shorthand> mark = Stream.of(Shorthand.values())
                .filter(shorthand -> shorthand.mark().equals(text))
                .findFirst();
        return mark.isPresent()
                ? mark.get()
                : switch (column.kind()) {
                    case DIMENSION, DATE, TEXT -> text;
                    case COUNT, COUNT_OF_THINGS -> Long.valueOf(text);
                    case PERCENT, MONEY, DAYS, NUMBER, MIXED -> new BigDecimal(text);
                };
    }
}
