package marketshaping.output.pack;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.analysis.measure.Definition;
import marketshaping.analysis.measure.Measure;
import marketshaping.analysis.measure.Section;
import marketshaping.model.settings.AreaWords;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import marketshaping.output.pack.sheet.PackInputs;
import marketshaping.output.pack.sheet.PackInputs.Intention;
import marketshaping.output.pack.sheet.PackInputs.Milestone;
import marketshaping.output.pack.sheet.PackInputs.Source;

/** Small, plausible tables of a made-up council, with the columns of the real tables. */
final class PackFixture {
    static final LocalDate AS_AT = LocalDate.of(2025, 6, 30);
    static final LocalDate GO_LIVE = LocalDate.of(2025, 2, 3);

    private PackFixture() {}

    private static final AreaWords AREAS = new AreaWords(
            "borough",
            Map.of(
                    "Partner area", "North East London",
                    "Rest of region", "Other London",
                    "Outside region", "Outside London"));

    static PackInputs inputs() {
        List<Table> tables = tables();
        return inputs(tables);
    }

    /** Returns the inputs with every number replaced by the shorthand. */
    static PackInputs inputsWithout(Shorthand shorthand) {
        UnaryOperator<Object> hidden = cell -> cell instanceof Number ? shorthand : cell;
        return inputs(tables().stream()
                .map(table -> new Table(
                        table.id(),
                        table.title(),
                        table.columns(),
                        table.rows().stream()
                                .map(row -> row.stream().map(hidden).toList())
                                .toList(),
                        table.note()))
                .toList());
    }

    static PackInputs inputs(List<Table> tables) {
        Map<String, Table> byId = new LinkedHashMap<>();
        tables.forEach(table -> byId.put(table.id(), table));
        List<Measure> measures = tables.stream()
                .filter(table -> !table.id().startsWith("data_quality"))
                .map(PackFixture::measure)
                .toList();
        return new PackInputs(
                "Fleetham & Marsh",
                AREAS,
                "London",
                AS_AT,
                byId,
                measures,
                List.of(
                        new Source("placements", List.of("placements-2025-06.csv"), "30 June 2025"),
                        new Source("brokering", List.of("a.csv", "b.csv", "c.csv", "d.csv"), "not stated")),
                "None: counts of one person are shown.",
                "OFFICIAL-SENSITIVE",
                "Market shaping team, market.shaping@fleetham.example",
                List.of(new Milestone("Framework went live", GO_LIVE)),
                Map.of(
                        "Residential care",
                        7,
                        "Nursing care",
                        7,
                        "Supported living",
                        7,
                        "Extra care",
                        7,
                        "Shared Lives",
                        7),
                List.of(new Intention("Extra care", "All", 40, LocalDate.of(2030, 3, 31), "=Homes & more")),
                List.of("Visits were not supplied, so oversight is not available."),
                List.of());
    }

    private static Measure measure(Table table) {
        Section section = table.id().matches("oob.*|repatriation")
                ? Section.OUT_OF_BOROUGH
                : table.id().startsWith("brokering")
                        ? Section.BROKERING
                        : table.id().matches("quality|baselines")
                                ? Section.QUALITY_AND_DATA
                                : Section.FRAMEWORK_AND_SPOT;
        Definition definition = new Definition(
                "people and placements in accommodation with care.",
                "placements whose location is known.",
                "active on the as-at date.",
                "Home care, day support and direct payments.",
                "placements that can't be located are shown as Not located and are in no percentage.");
        return new Measure(table.id(), section, table.title(), definition, List.of(), table.columns(), "");
    }

    static final List<String> SETTINGS =
            List.of("All", "Residential care", "Nursing care", "Supported living", "Extra care", "Shared Lives");
    static final List<String> BROKERED =
            Stream.concat(SETTINGS.stream(), Stream.of("Day support")).toList();
    static final List<String> NEEDS =
            List.of("All", "Physical support", "Learning disability", "Mental health", "Memory and cognition");
    static final List<String> TIERS =
            List.of("In borough", "Partner area", "Rest of region", "Outside region", "Not located");
    static final List<String> ROUTES = List.of("All", "Spot", "Framework", "Block", "Not recorded");

    static List<Table> tables() {
        return List.of(
                OutOfBoroughTables.stock(),
                OutOfBoroughTables.trend(),
                OutOfBoroughTables.flow(),
                OutOfBoroughTables.spot(),
                OutOfBoroughTables.oversight(),
                MarketTables.hosts(),
                MarketTables.repatriation(),
                SpendTables.commitment(),
                SpendTables.period(),
                SpendTables.routeOfNew(),
                SpendTables.leakage(),
                MarketTables.price(),
                OtherTables.brokeringTimes(),
                OtherTables.brokeringOpen(),
                MarketTables.control(),
                OtherTables.quality(),
                OtherTables.dataQuality(),
                OtherTables.baselines());
    }

    static List<YearMonth> months() {
        return IntStream.rangeClosed(1, 24)
                .mapToObj(i -> YearMonth.from(AS_AT).minusMonths(24 - i))
                .toList();
    }

    static List<Column> columns(List<Column> values, String... dimensions) {
        return Stream.concat(Stream.of(dimensions).map(Column::dimension), values.stream())
                .toList();
    }

    static List<Object> row(List<Object> dimensions, List<Object> values) {
        return Stream.concat(dimensions.stream(), values.stream()).toList();
    }
}
