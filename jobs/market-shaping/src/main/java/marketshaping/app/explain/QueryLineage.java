package marketshaping.app.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.analysis.fact.BrokeringFact;
import marketshaping.analysis.fact.PlacementFact;
import marketshaping.analysis.measure.Measure;

/** Lists the views and parameters that measure queries can use, and finds those that a given query uses. */
final class QueryLineage {
    private static final List<String> PLACEMENT_INPUTS = List.of(
            "placements",
            "contracts",
            "client_level_data",
            "postcodes",
            "providers",
            "framework_memberships",
            "framework_lots",
            "visits",
            "brokering");
    private static final String PERIOD = "period first_day last_day first_day_before last_day_before";

    /**
     * A view that a query can read.
     *
     * @param about a description of its rows, such as "brokering cases"
     * @param inputs the inputs that it is derived from; empty for the calendar, the settings and reference lists
     */
    record View(String name, String about, List<String> fields, List<String> inputs) {}

    static final List<View> VIEWS = List.of(
            new View("placement", "placement lines", PlacementFact.SCHEMA.columnNames(), PLACEMENT_INPUTS),
            new View(
                    "active",
                    "placement lines active on each date used by a measure",
                    Stream.concat(
                                    PlacementFact.SCHEMA.columnNames().stream(),
                                    Stream.of("as_at", "age_band", "contract_state", "quality"))
                            .toList(),
                    PLACEMENT_INPUTS),
            new View(
                    "brokering",
                    "brokering cases",
                    BrokeringFact.SCHEMA.columnNames(),
                    List.of("brokering", "brokering_pauses", "bank_holidays", "placements", "contracts")),
            view(
                    "pause",
                    "paused days per sourced case and reason",
                    "case_id reason days",
                    "brokering",
                    "brokering_pauses"),
            view(
                    "case_days",
                    "days of sourced cases per stage and reason",
                    "setting sourced_date gross_days target_days stage reason days",
                    "brokering",
                    "brokering_pauses"),
            view(
                    "contract",
                    "contracts",
                    "contract_id purchase_route provider_id provider_name setting start_date end_date block_places"
                            + " place_weekly_cost",
                    "contracts"),
            view(
                    "payment",
                    "payments",
                    "payment_date first_day_of_month provider_id provider_name amount setting purchase_route",
                    "payments"),
            view(
                    "returned_event",
                    "events of the national return",
                    "person service primary_support_reason service_type setting start_date end_date unit_cost"
                            + " cost_frequency planned_units_per_week",
                    "client_level_data"),
            view("setting_list", "settings", "setting accommodation long_term target_days"),
            view("month_end", "each of the last 24 months that have ended", "month first_day as_at"),
            view("headline_period", "the month, the financial year to date and the last 12 months", PERIOD),
            view("period", "the three headline periods and each of the last 24 months", PERIOD),
            view(
                    "ingest_file",
                    "ingested files",
                    "input file rows_read rows_accepted rows_quarantined rows_not_records"),
            view("ingest_rule", "rule violations per file", "input file rule rows"),
            view("field_completeness", "filled fields per input", "input field rows filled"));

    /** The meaning of each query parameter, by name. A query refers to a parameter by a colon and its name. */
    static final Map<String, String> VALUES = values();

    /** A view that a query reads, with the fields that the query names. */
    record Reading(View view, List<String> fields) {}

    private static final Pattern LITERAL_OR_COMMENT = Pattern.compile("'[^']*'|--[^\\n]*");
    private static final Pattern VALUE = Pattern.compile(":(\\w+)");
    private static final Pattern SOURCE = Pattern.compile("\\b(?:FROM|JOIN)\\s+(\\w+)");
    private static final Pattern WORD = Pattern.compile("\\w+");

    private QueryLineage() {}

    /** Returns the views that the calculation of a measure reads, in the order of {@link #VIEWS}. */
    static List<Reading> readBy(Measure measure) {
        return measure.tabulation()
                .map(tabulation -> {
                    Map<String, Set<String>> read = tabulation.columnsRead();
                    return VIEWS.stream()
                            .filter(view -> read.containsKey(view.name()))
                            .map(view -> new Reading(
                                    view,
                                    view.fields().stream()
                                            .filter(read.get(view.name())::contains)
                                            .toList()))
                            .toList();
                })
                .orElseGet(() -> readBy(measure.query()));
    }

    /**
     * Returns the views that a query reads, in the order of {@link #VIEWS}. A field counts as read if the query
     * contains its name.
     */
    static List<Reading> readBy(String query) {
        String code = LITERAL_OR_COMMENT.matcher(query).replaceAll(" ");
        Set<String> sources = all(SOURCE, code, 1);
        Set<String> words = all(WORD, VALUE.matcher(code).replaceAll(" "), 0);
        List<Reading> readings = new ArrayList<>();
        for (View view : VIEWS) {
            if (sources.contains(view.name())) {
                readings.add(new Reading(
                        view, view.fields().stream().filter(words::contains).toList()));
            }
        }
        return List.copyOf(readings);
    }

    /** Returns the parameters that a query uses, each with its meaning. */
    static Map<String, String> valuesIn(String query) {
        Set<String> named = all(VALUE, LITERAL_OR_COMMENT.matcher(query).replaceAll(" "), 1);
        Map<String, String> values = new LinkedHashMap<>(VALUES);
        values.keySet().retainAll(named);
        return values;
    }

    private static Set<String> all(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(group))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static View view(String name, String about, String fields, String... inputs) {
        return new View(name, about, Arrays.asList(fields.split(" ")), List.of(inputs));
    }

    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("as_at", "the as-at date");
        values.put("year_before", "the same day a year before");
        values.put("twelve_months_before", "the day before the last 12 months began");
        values.put("go_live", "the day on which the framework went live");
        values.put("given", "the inputs that the lake contains");
        return Collections.unmodifiableMap(values);
    }
}
