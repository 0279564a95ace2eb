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

/**
 * What a measure's query can read: the views with their fields and the inputs that they are made from, and the dates.
 */
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
     * @param about what one of its rows is
     * @param inputs what it is made from; empty where that is the calendar, the settings or reference lists
     */
    record View(String name, String about, List<String> fields, List<String> inputs) {}

    static final List<View> VIEWS = List.of(
            new View("placement", "placement lines", PlacementFact.SHAPE.columnNames(), PLACEMENT_INPUTS),
            new View(
                    "active",
                    "placement lines active on each date that a measure asks about",
                    Stream.concat(
                                    PlacementFact.SHAPE.columnNames().stream(),
                                    Stream.of("as_at", "age_band", "contract_state", "quality"))
                            .toList(),
                    PLACEMENT_INPUTS),
            new View(
                    "brokering",
                    "brokering cases",
                    BrokeringFact.SHAPE.columnNames(),
                    List.of("brokering", "brokering_pauses", "bank_holidays", "placements", "contracts")),
            view(
                    "pause",
                    "days paused, of each sourced case and reason",
                    "case_id reason days",
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
            view("period", "those three periods and each of the last 24 months", PERIOD),
            view(
                    "ingest_file",
                    "files that were taken in",
                    "input file rows_read rows_accepted rows_quarantined rows_not_records"),
            view("ingest_rule", "rules that rows of a file broke", "input file rule rows"),
            view("field_completeness", "fields of an input", "input field rows filled"));

    /** The single values that a query can name, after a colon. */
    static final Map<String, String> VALUES = values();

    /** A view and those of its fields that a query names. */
    record Reading(View view, List<String> fields) {}

    private static final Pattern NO_CODE = Pattern.compile("'[^']*'|--[^\\n]*");
    private static final Pattern VALUE = Pattern.compile(":(\\w+)");
    private static final Pattern SOURCE = Pattern.compile("\\b(?:FROM|JOIN)\\s+(\\w+)");
    private static final Pattern WORD = Pattern.compile("\\w+");

    private QueryLineage() {}

    /** What a query reads, in the order of the catalogue. A field counts as read where its name stands in the query. */
    static List<Reading> readBy(String query) {
        String code = NO_CODE.matcher(query).replaceAll(" ");
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

    /** The single values that a query names, each with what it is. */
    static Map<String, String> valuesIn(String query) {
        Set<String> named = all(VALUE, NO_CODE.matcher(query).replaceAll(" "), 1);
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
        values.put("given", "the inputs that there are");
        return Collections.unmodifiableMap(values);
    }
}
