package marketshaping.testkit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Column.Kind;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;

/**
 * A disclosure attack by a reader of published packs with exact counts, who also has the previous pack. The reader
 * knows which rows, columns, tiers and months add up to which totals, and which tables show the same counts. The reader
 * also knows that people never exceed their placements, and which counts are the bases of percentages. Apart from the
 * tables, nothing comes from the product.
 */
public final class InformedAttacker {
    private static final Set<String> OVERLAPPING = Set.of("brokering_pauses.reason", "seven_day_gap_days.reason");
    private static final Map<String, String> TIERS = Map.of(
            "placements", "",
            "in_borough", "In borough",
            "partner_area", "Partner area",
            "rest_of_region", "Rest of region",
            "outside_region", "Outside region",
            "not_located", "Not located",
            "out_of_borough", "Out",
            "located", "Located",
            "people", "people",
            "people_out_of_borough", "people Out");

    private static final long SMALL = 4;

    private final LinearProgrammingAttack search = new LinearProgrammingAttack();

    /** Counts that a table contains; the others are only bases of percentages. */
    private final Set<String> inTables = new HashSet<>();

    private InformedAttacker() {}

    /** The exact and the published tables of one pack, by table id. */
    public record Pack(LocalDate asAt, Map<String, Table> exact, Map<String, Table> published) {}

    /**
     * Returns the hidden counts that the reader of these packs can calculate, each described in words. A count that is
     * only the basis of a percentage matters if it is small.
     */
    public static List<String> recoverHiddenCounts(Pack... packs) {
        InformedAttacker reader = new InformedAttacker();
        List<Leaf> leaves =
                Stream.of(packs).flatMap(pack -> reader.leaves(pack).stream()).toList();
        leaves.forEach(reader::read);
        leaves.forEach(reader::compare);
        return reader.search.recovered().stream()
                .filter(name -> reader.inTables.contains(name) || reader.search.exact(name) <= SMALL)
                .map(name -> name + " is " + reader.search.exact(name))
                .toList();
    }

    /** A published table with its exact version and the names of its counts by row. */
    private record Leaf(LocalDate asAt, Table exact, Table published, List<Map<String, String>> names) {
        String dimension(int row, String name) {
            return exact.columns().stream().anyMatch(column -> column.name().equals(name))
                    ? exact.cell(exact.rows().get(row), name).toString()
                    : "All";
        }
    }

    private List<Leaf> leaves(Pack pack) {
        List<Leaf> leaves = new ArrayList<>();
        pack.published().forEach((id, published) -> {
            if (published.columns().stream().noneMatch(column -> column.kind() == Kind.MIXED)) {
                List<Map<String, String>> names = new ArrayList<>();
                published.rows().forEach(row -> names.add(new LinkedHashMap<>()));
                leaves.add(new Leaf(pack.asAt(), pack.exact().get(id), published, names));
            }
        });
        return leaves;
    }

    private void read(Leaf leaf) {
        for (int row = 0; row < leaf.names().size(); row++) {
            for (Column column : leaf.published().columns()) {
                Object exact = leaf.exact().cell(leaf.exact().rows().get(row), column.name());
                if (column.kind() == Kind.COUNT && exact instanceof Number number) {
                    Object shown = leaf.published().cell(leaf.published().rows().get(row), column.name());
                    add(leaf, row, column.name(), number.longValue(), shown != Shorthand.SUPPRESSED);
                    inTables.add(leaf.names().get(row).get(column.name()));
                } else if (column.kind() == Kind.PERCENT && column.basis().startsWith("_")) {
                    readBasis(leaf, row, column);
                }
            }
        }
    }

    /** Adds the basis of a percentage. A shown percentage other than zero, next to its numerator, reveals its basis. */
    private void readBasis(Leaf leaf, int row, Column percent) {
        Object basis = leaf.exact().cell(leaf.exact().rows().get(row), percent.basis());
        Object shown = leaf.published().cell(leaf.published().rows().get(row), percent.name());
        if (basis instanceof Number number && !percent.numerator().isEmpty()) {
            boolean isRevealed = shown instanceof Number share && share.doubleValue() != 0;
            add(leaf, row, percent.basis().substring(1), number.longValue(), isRevealed);
        }
    }

    private void add(Leaf leaf, int row, String column, long exact, boolean isShown) {
        String name = name(leaf, row, column);
        // If inputs were revised between two packs, the same count has two values and needs two names.
        String own = search.knows(name) && search.exact(name) != exact ? name + " as at " + leaf.asAt() : name;
        search.count(own, exact, isShown || search.knows(own) && search.isShown(own));
        leaf.names().get(row).put(column, own);
    }

    /**
     * Returns the name of a count. The same count has the same name in every table and pack. A count that only one
     * table contains is named after its position.
     */
    private static String name(Leaf leaf, int row, String column) {
        Table table = leaf.exact();
        String asAt = leaf.asAt().toString();
        String setting = leaf.dimension(row, "setting");
        String care = setting.equals("All") ? "accommodation" : setting;
        String need = leaf.dimension(row, "need_group");
        String route = leaf.dimension(row, "purchase_route");
        String month = leaf.dimension(row, "month");
        String own = asAt + " " + table.id() + " " + dimensions(leaf, row) + " " + column;
        return switch (table.id() + (TIERS.containsKey(column) ? "" : "." + column)) {
            case "oob_stock" -> stock(asAt, care, need, leaf.dimension(row, "age_band"), route, TIERS.get(column));
            case "oob_trend" ->
                stock(YearMonth.parse(month).atEndOfMonth().toString(), care, "All", "All", "All", TIERS.get(column));
            case "oob_spot" -> stock(asAt, care, need, "All", "Spot", TIERS.get(column));
            case "oob_hosts" ->
                leaf.dimension(row, "host_code").equals("All")
                        ? stock(asAt, care, "All", "All", "All", (TIERS.get(column) + " " + tier(leaf, row)).strip())
                        : own;
            case "oob_oversight" -> stock(asAt, care, "All", "All", "All", "people Out");
            case "oob_reasons" ->
                leaf.dimension(row, "reason").equals("All")
                        ? stock(asAt, care, "All", "All", "All", (TIERS.get(column) + " Out").strip())
                        : own;
            case "repatriation" ->
                need.equals("All") ? asAt + " oob_reasons No local capacity|" + setting + " " + column : own;
            case "spend_commitment" -> stock(asAt, setting, need, "All", route, TIERS.get(column));
            case "leakage.spot_lines" -> stock(asAt, setting, "All", "All", "Spot", "");
            case "long_term_support" -> stock(asAt, support(leaf, row), "All", "All", "All", TIERS.get(column));
            case "cld_check.people_in_placements" -> stock(asAt, support(leaf, row), "All", "All", "All", "people");
            case "brokering_times.cases" -> cases(leaf, row, "");
            case "brokering_times.breaches" -> cases(leaf, row, "breaches");
            case "brokering_times.within_target" -> cases(leaf, row, "within");
            case "brokering_market.cases" -> cases("Last 12 months", asAt, setting, "All", "");
            case "seven_day_gap_days.breaches" ->
                leaf.dimension(row, "stage").equals("All")
                        ? cases("Last 12 months", asAt, setting, "All", "breaches")
                        : own;
            case "brokering_open.open_cases" -> "open " + asAt + " " + dimensions(leaf, row);
            case "route_of_new" ->
                month.matches("\\d{4}-\\d{2}") ? "started " + month + " " + setting + " " + route : own;
            case "route_of_new.placements_all_routes" ->
                month.matches("\\d{4}-\\d{2}") ? "started " + month + " " + setting + " All" : own;
            case "payments_route.payments" -> "paid " + dimensions(leaf, row);
            case "brokering_cohort.cases" -> "begun " + month + " " + setting;
            case "price.lines" -> "priced " + asAt + " " + dimensions(leaf, row);
            case "spot_premium.spot_lines" -> premium(leaf, row, "Spot");
            case "spot_premium.framework_lines" -> premium(leaf, row, "Framework");
            default -> own;
        };
    }

    private static String premium(Leaf leaf, int row, String route) {
        return "priced " + leaf.asAt() + " " + dimensions(leaf, row) + "|All|" + route;
    }

    private static String tier(Leaf leaf, int row) {
        return leaf.dimension(row, "tier").replace("All", "");
    }

    private static String support(Leaf leaf, int row) {
        return leaf.dimension(row, "support");
    }

    private static String stock(String day, String setting, String need, String age, String route, String of) {
        return String.join(" ", "stock", day, setting, need, age, route, of).strip();
    }

    private static String cases(Leaf leaf, int row, String of) {
        return cases(
                leaf.dimension(row, "period"),
                leaf.asAt().toString(),
                leaf.dimension(row, "setting"),
                leaf.dimension(row, "source"),
                of);
    }

    private static String cases(String period, String asAt, String setting, String source, String of) {
        boolean isMonth = period.matches("\\d{4}-\\d{2}");
        return String.join(" ", "sourced", isMonth ? period : period + " to " + asAt, setting, source, of)
                .strip();
    }

    private static String dimensions(Leaf leaf, int row) {
        List<Column> columns = leaf.exact().columns();
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).kind() == Kind.DIMENSION)
                .filter(i -> !columns.get(i).name().equals("host_name"))
                .mapToObj(i -> leaf.exact().rows().get(row).get(i).toString())
                .collect(Collectors.joining("|"));
    }

    private void compare(Leaf leaf) {
        List<String> dimensions = leaf.exact().columns().stream()
                .filter(column ->
                        column.kind() == Kind.DIMENSION && !column.name().equals("host_name"))
                .map(Column::name)
                .toList();
        for (String dimension : dimensions) {
            if (!OVERLAPPING.contains(leaf.exact().id() + "." + dimension) && !dimension.equals("stage")) {
                addUp(leaf, dimensions, dimension);
            }
        }
        leaf.names().forEach(this::compareColumns);
        if (leaf.exact().id().equals("oob_distance")) {
            compareDistances(leaf);
        }
        if (leaf.exact().id().equals("brokering_times")) {
            compareMonths(leaf);
        }
        if (leaf.exact().id().equals("oob_flow")) {
            compareStarts(leaf);
        }
    }

    private void addUp(Leaf leaf, List<String> dimensions, String dimension) {
        Map<String, Integer> totals = new HashMap<>();
        Map<String, List<Integer>> parts = new LinkedHashMap<>();
        for (int row = 0; row < leaf.names().size(); row++) {
            int at = row;
            String others = dimensions.stream()
                    .filter(each -> !each.equals(dimension))
                    .map(each -> leaf.dimension(at, each))
                    .collect(Collectors.joining("|"));
            if (leaf.dimension(row, dimension).equals("All")) {
                totals.put(others, row);
            } else {
                parts.computeIfAbsent(others, any -> new ArrayList<>()).add(row);
            }
        }
        totals.forEach((others, total) -> leaf.names().get(total).forEach((column, name) -> {
            List<String> own = parts.getOrDefault(others, List.of()).stream()
                    .flatMap(row -> Stream.ofNullable(leaf.names().get(row).get(column)))
                    .toList();
            if (column.contains("people")
                    || column.equals("cases") && leaf.exact().id().equals("brokering_pauses")) {
                search.atMost(name, own);
                own.forEach(part -> search.atLeast(name, List.of(part)));
            } else if (!own.isEmpty()) {
                search.equal(name, own);
            }
        }));
    }

    private void compareColumns(Map<String, String> row) {
        equal(row, "placements", "in_borough", "partner_area", "rest_of_region", "outside_region", "not_located");
        equal(row, "out_of_borough", "partner_area", "rest_of_region", "outside_region");
        equal(row, "placements", "located", "not_located");
        equal(row, "with_target", "within_target", "breaches");
        equal(row, "people_in_placements", "people_in_both", "only_in_placements");
        equal(row, "people_in_return", "people_in_both", "only_in_return");
        atLeast(row, "placements", "people");
        atLeast(row, "out_of_borough", "people_out_of_borough");
        atLeast(row, "people", "people_out_of_borough");
        atLeast(row, "placements", "placements_without_cost");
        atLeast(row, "cases", "within_target", "breaches");
        atLeast(row, "cases", "sourced_within_target", "still_open", "withdrawn");
        atLeast(row, "cases", "at_risk");
    }

    private void equal(Map<String, String> row, String total, String... parts) {
        if (row.containsKey(total) && row.keySet().containsAll(List.of(parts))) {
            search.equal(row.get(total), Stream.of(parts).map(row::get).toList());
        }
    }

    private void atLeast(Map<String, String> row, String total, String... parts) {
        if (row.containsKey(total) && row.keySet().containsAll(List.of(parts))) {
            search.atLeast(row.get(total), Stream.of(parts).map(row::get).toList());
        }
    }

    private void compareDistances(Leaf leaf) {
        for (int row = 0; row < leaf.names().size(); row++) {
            Map<String, String> names = leaf.names().get(row);
            String setting = leaf.dimension(row, "setting").replace("All", "accommodation");
            String all = stock(leaf.asAt().toString(), setting, leaf.dimension(row, "need_group"), "All", "All", "");
            if (search.knows(all) && names.containsKey("placements")) {
                search.equal(all, List.of(names.get("placements"), names.get("without_distance")));
            }
        }
    }

    private void compareMonths(Leaf leaf) {
        if (leaf.asAt().equals(YearMonth.from(leaf.asAt()).atEndOfMonth())) {
            for (int row = 0; row < leaf.names().size(); row++) {
                int at = row;
                leaf.names().get(row).forEach((column, name) -> {
                    String of = Map.of("breaches", "breaches", "within_target", "within")
                            .getOrDefault(column, "");
                    if (column.equals("cases") || !of.isEmpty()) {
                        months(
                                leaf.dimension(at, "period"),
                                leaf.asAt(),
                                month -> cases(
                                        month, "", leaf.dimension(at, "setting"), leaf.dimension(at, "source"), of),
                                name);
                    }
                });
            }
        }
    }

    private void compareStarts(Leaf leaf) {
        if (leaf.asAt().equals(YearMonth.from(leaf.asAt()).atEndOfMonth())) {
            for (int row = 0; row < leaf.names().size(); row++) {
                String setting = leaf.dimension(row, "setting");
                if (leaf.dimension(row, "tier").equals("All")
                        && leaf.dimension(row, "need_group").equals("All")
                        && !setting.equals("All")) {
                    months(
                            "Last 12 months",
                            leaf.asAt(),
                            month -> "started " + month + " " + setting + " All",
                            leaf.names().get(row).get("started_placements"));
                }
            }
        }
    }

    private void months(String period, LocalDate asAt, UnaryOperator<String> ofMonth, String total) {
        int months =
                switch (period) {
                    case "Month" -> 1;
                    case "Financial year to date" -> (asAt.getMonthValue() + 8) % 12 + 1;
                    case "Last 12 months" -> 12;
                    default -> 0;
                };
        List<String> parts = IntStream.range(0, months)
                .mapToObj(i -> ofMonth.apply(YearMonth.from(asAt).minusMonths(i).toString()))
                .filter(search::knows)
                .toList();
        if (!parts.isEmpty()) {
            search.equal(total, parts);
        }
    }
}
