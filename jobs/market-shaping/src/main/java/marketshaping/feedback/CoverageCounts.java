package marketshaping.feedback;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import marketshaping.feedback.InputRows.Column;
import marketshaping.model.table.ReferenceList;
import marketshaping.model.table.SettingGroups;

/**
 * Counts missing information in accepted rows: for each gap the rows that have it, and for each kind of thing the number
 * of rows. The definitions are those of the placement fact; a test holds them equal.
 */
final class CoverageCounts {
    private static final Object NOT_RECORDED = "Not recorded";

    private final Function<String, InputRows> inputs;
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, String> needGroups;
    private final Set<String> costsByUnit;

    private CoverageCounts(Function<String, InputRows> inputs) {
        this.inputs = inputs;
        needGroups = ReferenceList.rows("primary_support_reasons").stream()
                .collect(Collectors.toMap(row -> row.get("primary_support_reason"), row -> row.get("need_group")));
        costsByUnit = ReferenceList.rows("cost_frequencies").stream()
                .filter(row -> Boolean.parseBoolean(row.get("by_unit")))
                .map(row -> row.get("cost_frequency"))
                .collect(Collectors.toSet());
    }

    /**
     * Counts all gaps.
     *
     * @param inputs returns the accepted rows of an input; none if it is missing
     */
    static Map<String, Long> of(Function<String, InputRows> inputs) {
        CoverageCounts counts = new CoverageCounts(inputs);
        counts.placements();
        counts.cases();
        counts.pauses();
        counts.memberships();
        return counts.counts;
    }

    private void count(String gap, boolean isGap) {
        counts.merge(gap, isGap ? 1L : 0L, Long::sum);
    }

    private void placements() {
        InputRows placements = inputs.apply("placements");
        InputRows contracts = inputs.apply("contracts");
        InputRows postcodes = inputs.apply("postcodes");
        InputRows providers = inputs.apply("providers");
        Map<Object, Object[]> contractById = contracts.by("contract_id");
        Map<Object, Object[]> postcodeByCode = postcodes.by("postcode");
        Map<Object, Object[]> providerById = providers.by("location_id");
        ReturnedValues returned = ReturnedValues.of(inputs.apply("client_level_data"));
        Column setting = placements.column("setting");
        Column postcode = placements.column("delivery_postcode");
        Column authority = placements.column("placement_local_authority");
        Column location = placements.column("cqc_location_id");
        Column contractId = placements.column("contract_id");
        Column person = placements.column("person_id");
        Column reason = placements.column("primary_support_reason");
        Column born = placements.column("date_of_birth");
        Column provider = placements.column("provider_id");
        Column unitCost = placements.column("unit_cost");
        Column frequency = placements.column("cost_frequency");
        Column units = placements.column("planned_units_per_week");
        for (Object[] row : placements.rows()) {
            boolean isCareHome = SettingGroups.CARE_HOMES.contains(setting.of(row));
            Object[] place = postcodeByCode.get(postcode.of(row));
            Object[] home = providerById.get(location.of(row));
            Object[] contract = contractById.get(contractId.of(row));
            boolean isLocated = place != null && postcodes.column("authority").of(place) != null
                    || authority.of(row) != null
                    || isCareHome
                            && home != null
                            && providers.column("authority").of(home) != null;
            boolean hasPlace = postcode.of(row) != null || isCareHome && location.of(row) != null;
            count("placements", true);
            count("not_located", !isLocated && !hasPlace);
            count("not_looked_up", !isLocated && hasPlace);
            count("postcode_not_there", postcode.of(row) != null && place == null);
            count("no_location", isCareHome && location.of(row) == null);
            count("location_not_there", location.of(row) != null && home == null);
            count("no_need", isNeedMissing(reason.of(row), returned.reason(person.of(row))));
            count("no_age", born.of(row) == null);
            boolean isRouteMissing = !"Direct payment".equals(setting.of(row))
                    && (contract == null
                            || NOT_RECORDED.equals(
                                    contracts.column("purchase_route").of(contract)));
            count("no_contract", isRouteMissing && contractId.of(row) == null);
            count("contract_not_there", isRouteMissing && contractId.of(row) != null);
            Object contractPrice =
                    contract == null ? null : contracts.column("unit_price").of(contract);
            Cost cost = unitCost.of(row) != null
                    ? new Cost(unitCost.of(row), frequency.of(row), units.of(row))
                    : contractPrice != null
                            ? new Cost(
                                    contractPrice,
                                    contracts.column("price_frequency").of(contract),
                                    units.of(row))
                            : returned.cost(person.of(row), setting.of(row)).orUnits(units.of(row));
            count("no_cost", isUnknown(cost));
            Object contractProvider =
                    contract == null ? null : contracts.column("provider_id").of(contract);
            count(
                    "no_provider",
                    provider.of(row) == null && contractProvider == null && !"Direct payment".equals(setting.of(row)));
        }
    }

    private boolean isNeedMissing(Object stated, Object returned) {
        Object reason = stated == null || stated.equals("Unknown") ? returned : stated;
        return reason == null || needGroups.getOrDefault(reason, "Not recorded").equals(NOT_RECORDED);
    }

    private boolean isUnknown(Cost cost) {
        return cost.price() == null || costsByUnit.contains(cost.frequency()) && cost.units() == null;
    }

    private void cases() {
        InputRows cases = inputs.apply("brokering");
        Set<List<Object>> placements = inputs.apply("placements").values("placement_id");
        Column complete = cases.column("complete_referral_date");
        Column status = cases.column("status");
        Column placement = cases.column("placement_id");
        Column source = cases.column("source");
        for (Object[] row : cases.rows()) {
            count("cases", true);
            count("no_complete_referral", complete.of(row) == null);
            count("sourced_without_placement", "Sourced".equals(status.of(row)) && placement.of(row) == null);
            count("placement_not_there", placement.of(row) != null && !placements.contains(List.of(placement.of(row))));
            count("no_source", source.of(row) == null || NOT_RECORDED.equals(source.of(row)));
        }
    }

    private void pauses() {
        InputRows pauses = inputs.apply("brokering_pauses");
        Set<List<Object>> cases = inputs.apply("brokering").values("case_id");
        for (Object[] row : pauses.rows()) {
            count("pauses", true);
            count(
                    "case_not_there",
                    !cases.contains(List.of(pauses.column("case_id").of(row))));
        }
    }

    private void memberships() {
        InputRows memberships = inputs.apply("framework_memberships");
        Set<List<Object>> lots = inputs.apply("framework_lots").values("framework", "lot");
        for (Object[] row : memberships.rows()) {
            count("memberships", true);
            count(
                    "lot_not_there",
                    !lots.contains(List.of(
                            memberships.column("framework").of(row),
                            memberships.column("lot").of(row))));
        }
    }

    /** A price with its frequency and planned units; null for each that is unknown. */
    private record Cost(Object price, Object frequency, Object units) {
        static final Cost UNKNOWN = new Cost(null, null, null);

        Cost orUnits(Object stated) {
            return new Cost(price, frequency, stated == null ? units : stated);
        }
    }

    /** The latest support reason of each person and the latest cost of each person and setting, from the national return. */
    private record ReturnedValues(Map<Object, Object> reasons, Map<List<Object>, Cost> costs) {

        private record Event(LocalDate start, Comparable<?> first, Comparable<?> second, Comparable<?> third) {
            @SuppressWarnings("unchecked")
            static final Comparator<Event> ORDER = Comparator.comparing(Event::start)
                    .thenComparing(event -> (Comparable<Object>) event.first(), nullsFirst())
                    .thenComparing(event -> (Comparable<Object>) event.second(), nullsFirst())
                    .thenComparing(event -> (Comparable<Object>) event.third(), nullsFirst());

            private static Comparator<Comparable<Object>> nullsFirst() {
                return Comparator.nullsFirst(Comparator.naturalOrder());
            }
        }

        static ReturnedValues of(InputRows events) {
            Map<Object, Event> reasons = new HashMap<>();
            Map<List<Object>, Event> costs = new HashMap<>();
            for (Object[] row : events.rows()) {
                Object person = events.column("la_person_unique_identifier").of(row);
                LocalDate start = (LocalDate) events.column("event_start_date").of(row);
                Object reason = events.column("primary_support_reason").of(row);
                if (reason != null && !reason.equals("Unknown")) {
                    reasons.merge(person, new Event(start, (Comparable<?>) reason, null, null), ReturnedValues::later);
                }
                Object setting = events.column("setting").of(row);
                Object cost = events.column("unit_cost").of(row);
                Object client = events.column("client_type").of(row);
                boolean isService = "Service".equals(events.column("event_type").of(row))
                        && (client == null || client.equals("Service user"));
                if (isService && setting != null && cost != null) {
                    costs.merge(
                            List.of(person, setting),
                            new Event(
                                    start,
                                    (Comparable<?>) cost,
                                    (Comparable<?>)
                                            events.column("cost_frequency").of(row),
                                    (Comparable<?>) events.column("planned_units_per_week")
                                            .of(row)),
                            ReturnedValues::later);
                }
            }
            Map<Object, Object> latestReasons = new HashMap<>();
            reasons.forEach((person, event) -> latestReasons.put(person, event.first()));
            Map<List<Object>, Cost> latestCosts = new HashMap<>();
            costs.forEach((key, event) -> latestCosts.put(key, new Cost(event.first(), event.second(), event.third())));
            return new ReturnedValues(latestReasons, latestCosts);
        }

        private static Event later(Event first, Event second) {
            return Event.ORDER.compare(first, second) >= 0 ? first : second;
        }

        Object reason(Object person) {
            return reasons.get(person);
        }

        Cost cost(Object person, Object setting) {
            return costs.getOrDefault(List.of(person, setting), Cost.UNKNOWN);
        }
    }
}
