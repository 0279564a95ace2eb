package marketshaping.model.table;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.model.table.Column.Kind;

/**
 * The display order of a table's rows, by each dimension from left to right. {@code All} comes first, then the values
 * of reference lists or declared here, then any others in alphabetical order, which also sorts months.
 */
public final class RowOrder {
    private static final String ALL = "All";
    private static final String NOT_RECORDED = "Not recorded";

    /** The display order of values, by dimension. A value that is not listed comes after those that are. */
    private static final Map<String, List<String>> DECLARED = Map.ofEntries(
            Map.entry("setting", SettingGroups.ALL),
            Map.entry("need_group", values("primary_support_reasons", "need_group")),
            Map.entry("age_band", List.of("18 to 64", "65 and over", NOT_RECORDED)),
            Map.entry("tier", List.of("In borough", "Partner area", "Rest of region", "Outside region", "Not located")),
            Map.entry(
                    "purchase_route",
                    with(values("purchase_routes", "purchase_route"), NOT_RECORDED, "Not classified")),
            Map.entry("period", List.of("Month", "Financial year to date", "Last 12 months")),
            Map.entry("support", with(List.of("All long-term support", "Care homes"), SettingGroups.LONG_TERM)),
            Map.entry("kind", List.of("Leakage", "Addressable")),
            Map.entry("state", List.of("Expired", "Within 6 months", "Within 12 months")),
            Map.entry("level", List.of("Provider", "Brand")),
            Map.entry("stage", List.of("Searching", "Paused")),
            Map.entry(
                    "figure",
                    List.of(
                            "Framework share of starts",
                            "Median weekly price of starts",
                            "Out of borough share of starts",
                            "Median days to source",
                            "Within target percent",
                            "Mean days")),
            Map.entry("basis", List.of("People", "Weekly value", "Providers")),
            Map.entry("source", with(values("referral_sources", "source"), NOT_RECORDED)));

    private RowOrder() {}

    /** Returns the distinct values in a column of a reference list, in the order of the list. */
    private static List<String> values(String list, String column) {
        return ReferenceList.rows(list).stream()
                .map(row -> row.get(column))
                .distinct()
                .toList();
    }

    private static List<String> with(List<String> values, String... more) {
        return with(values, List.of(more));
    }

    private static List<String> with(List<String> values, List<String> more) {
        return Stream.concat(values.stream(), more.stream()).toList();
    }

    /** Returns the table with its rows in display order. Rows that are equal in every dimension keep their order. */
    public static Table sorted(Table table) {
        Comparator<List<Object>> order = IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).kind() == Kind.DIMENSION)
                .mapToObj(i -> by(table.columns().get(i).name(), i))
                .reduce(Comparator::thenComparing)
                .orElseGet(() -> Comparator.comparingInt(List::size));
        return new Table(
                table.id(),
                table.title(),
                table.columns(),
                table.rows().stream().sorted(order).toList(),
                table.note());
    }

    /** Returns a comparator for the values of one dimension. */
    public static Comparator<String> of(String dimension) {
        List<String> declared = DECLARED.getOrDefault(dimension, List.of());
        return Comparator.<String>comparingInt(value -> rank(value, declared))
                .thenComparing(String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Comparator.naturalOrder());
    }

    private static Comparator<List<Object>> by(String dimension, int column) {
        return Comparator.comparing(row -> row.get(column).toString(), of(dimension));
    }

    private static int rank(String value, List<String> declared) {
        if (value.equals(ALL)) {
            return -1;
        }
        int place = declared.indexOf(value);
        return place < 0 ? declared.size() : place;
    }
}
