package marketshaping.duckdb;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.model.document.YamlDocument;
import marketshaping.model.document.YamlSyntaxException;
import marketshaping.testkit.Home;

/**
 * The DuckDB reference: an independent computation of every table from the input files. Its SQL was written from the
 * design alone, without the Spark code. It reads CSV inputs with canonical column names and uses Hackney's settings.
 */
public final class DuckDbReference implements AutoCloseable {
    /** All table ids. */
    public static final List<String> TABLES = List.of(
            "oob_stock",
            "oob_trend",
            "oob_flow",
            "oob_spot",
            "oob_oversight",
            "oob_hosts",
            "oob_reasons",
            "oob_distance",
            "repatriation",
            "long_term_support",
            "spend_commitment",
            "spend_period",
            "route_of_new",
            "leakage",
            "price",
            "spot_premium",
            "uplift",
            "concentration",
            "contracts_expiring",
            "block_use",
            "payments_route",
            "reconciliation",
            "framework_effect",
            "brokering_times",
            "brokering_open",
            "brokering_cohort",
            "brokering_pauses",
            "brokering_market",
            "brokering_control",
            "seven_day_gap",
            "seven_day_gap_days",
            "quality",
            "watch_list",
            "cld_check",
            "data_quality",
            "data_quality_rules",
            "data_completeness",
            "baselines");

    /**
     * A table that is unknown if an optional input is missing. If the need lists columns, only these columns are
     * unknown.
     */
    private record Need(String input, String table, Set<String> columns) {}

    private static final List<Need> NEEDS = List.of(
            new Need("visits", "oob_oversight", Set.of()),
            new Need(
                    "providers",
                    "oob_hosts",
                    Set.of("outstanding", "good", "requires_improvement", "inadequate", "not_rated", "deregistered")),
            new Need(
                    "postcodes",
                    "oob_distance",
                    Set.of("placements", "median_km", "p90_km", "max_km", "beyond_32_km", "beyond_32_km_percent")),
            new Need("framework_memberships", "leakage", Set.of()),
            new Need("framework_lots", "leakage", Set.of()),
            new Need("payments", "payments_route", Set.of()),
            new Need("payments", "reconciliation", Set.of()),
            new Need("brokering_pauses", "brokering_times", Set.of("mean_net_days", "median_net_days")),
            new Need("brokering_pauses", "brokering_pauses", Set.of()),
            new Need("providers", "quality", Set.of()),
            new Need("client_level_data", "cld_check", Set.of()));

    private static final Path DATA = Home.DATA;

    private final DuckDb database;
    private final List<Need> unmet;
    private final Set<String> computed = new HashSet<>();

    private DuckDbReference(DuckDb database, List<Need> unmet) {
        this.database = database;
        this.unmet = unmet;
    }

    /**
     * Reads the inputs. Each table is computed on first use.
     *
     * @param inputs a folder of extracts as CSV, compressed or not
     * @param asAt the as-at date of the tables
     */
    public static DuckDbReference of(Path inputs, LocalDate asAt) {
        return of(inputs, asAt, List.of());
    }

    /**
     * Reads the inputs. Each table is computed on first use.
     *
     * @param limits SQL statements that set resource limits in the database first
     */
    public static DuckDbReference of(Path inputs, LocalDate asAt, List<String> limits) {
        DuckDb database = new DuckDb();
        limits.forEach(database::run);
        database.run("SET VARIABLE as_at = DATE " + DuckDb.quoted(asAt.toString()));
        database.run("SET VARIABLE reference = "
                + DuckDb.quoted(DATA.resolve("reference").toString()));
        database.run(DuckDb.script("reading.sql"));
        database.run(DuckDb.script("lists.sql"));
        settings(database);

        InputLoader loading = new InputLoader(database, inputs);
        List<ReferenceInput> supplied = new ArrayList<>();
        List<Need> unmet = new ArrayList<>();
        for (ReferenceInput input : ReferenceInput.ALL) {
            if (loading.load(input)) {
                supplied.add(input);
            } else {
                NEEDS.stream().filter(need -> need.input().equals(input.name())).forEach(unmet::add);
            }
        }
        outcome(database, supplied);
        database.run("CREATE TABLE inputs_supplied AS SELECT unnest(["
                + supplied.stream().map(input -> DuckDb.quoted(input.name())).collect(joining(", "))
                + "]) AS input");
        database.run(DuckDb.script("periods.sql"));
        database.run(DuckDb.script("facts/national_return.sql"));
        database.run(DuckDb.script("facts/placement_fact.sql"));
        database.run(DuckDb.script("facts/brokering_fact.sql"));

        return new DuckDbReference(database, List.copyOf(unmet));
    }

    /**
     * Compares the tables of a pack with the reference tables.
     *
     * @param internal the folder with one CSV file per table, without disclosure control
     * @return every difference in words; empty if all rows agree
     */
    public List<String> compare(Path internal) {
        return new TableComparison(database, internal)
                .of(TABLES.stream().map(this::table).toList());
    }

    /** Returns the reference version of a table. */
    ReferenceTable table(String name) {
        compute(name);
        DuckDb.Rows rows = database.rows("SELECT * FROM result_" + name);
        if (isUnknown(name)) {
            return ReferenceTable.unknown(name, rows);
        }
        List<String> unknown = unmet.stream()
                .filter(need -> need.table().equals(name))
                .flatMap(need -> need.columns().stream())
                .toList();
        ReferenceTable table = ReferenceTable.of(name, rows, unknown);
        return name.equals("baselines")
                ? table.unknownWhere("table", source -> !TABLES.contains(source) || isUnknown(source))
                : table;
    }

    /** Computes a table with all its rows and returns the row count. */
    public int rowCount(String table) {
        return table(table).rows().size();
    }

    private void compute(String table) {
        if (!computed.add(table)) {
            return;
        }
        if (table.equals("baselines")) {
            List<String> others =
                    TABLES.stream().filter(name -> !name.equals(table)).toList();
            others.forEach(this::compute);
            database.run("CREATE TABLE finished AS "
                    + others.stream()
                            .filter(name -> !isUnknown(name))
                            .map(name -> "SELECT " + DuckDb.quoted(name)
                                    + " AS \"table\", to_json(t) AS cells FROM result_" + name + " t")
                            .collect(joining(" UNION ALL ")));
        }
        database.run("CREATE TABLE result_" + table + " AS " + DuckDb.referenceQuery(table));
    }

    private boolean isUnknown(String table) {
        return unmet.stream()
                .anyMatch(need -> need.table().equals(table) && need.columns().isEmpty());
    }

    /**
     * Creates views of the outcome of every row, of the rule violations, and of the completeness of the accepted rows.
     */
    private static void outcome(DuckDb database, List<ReferenceInput> supplied) {
        database.run("CREATE VIEW row_outcomes AS "
                + supplied.stream()
                        .map(input -> DuckDb.script("outcomes.sql").replace("${input}", input.name()))
                        .collect(joining(" UNION ALL ")));
        database.run("CREATE VIEW violations_found AS "
                + supplied.stream()
                        .map(input -> "SELECT '%1$s' AS input, file, unnest(violations) AS rule FROM %1$s_validated"
                                .formatted(input.name()))
                        .collect(joining(" UNION ALL ")));
        database.run("CREATE VIEW fields_filled AS "
                + supplied.stream()
                        .flatMap(input -> input.columns().stream()
                                .map(field -> ("SELECT '%1$s' AS input, '%2$s' AS field, count(*) AS rows,"
                                                + " count(%2$s) AS filled FROM %1$s")
                                        .formatted(input.name(), field)))
                        .collect(joining(" UNION ALL ")));
    }

    private static void settings(DuckDb database) {
        JsonNode settings = settingsFile();
        JsonNode council = settings.get("council");
        database.run("CREATE TABLE council AS SELECT %s AS code, %s AS region, %s AS latitude, %s AS longitude"
                .formatted(
                        DuckDb.quoted(council.get("code").asText()),
                        DuckDb.quoted(settings.get("region").get("name").asText()),
                        council.get("latitude").asDouble(),
                        council.get("longitude").asDouble()));
        database.run("CREATE TABLE go_live AS SELECT DATE "
                + DuckDb.quoted(settings.get("framework-go-live").asText()) + " AS day");
        database.run("CREATE TABLE partners (code VARCHAR)");
        settings.get("partners")
                .forEach(code -> database.run("INSERT INTO partners VALUES (" + DuckDb.quoted(code.asText()) + ")"));
        database.run("CREATE TABLE targets (setting VARCHAR, days BIGINT)");
        for (Map.Entry<String, JsonNode> target : settings.get("targets").properties()) {
            database.run("INSERT INTO targets VALUES (" + DuckDb.quoted(target.getKey()) + ", "
                    + target.getValue().asInt() + ")");
        }
    }

    private static JsonNode settingsFile() {
        try {
            return YamlDocument.parse(Files.readString(DATA.resolve("settings.yaml")))
                    .json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (YamlSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
