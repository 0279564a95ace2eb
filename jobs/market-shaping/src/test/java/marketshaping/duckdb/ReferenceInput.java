package marketshaping.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One input of the DuckDB reference.
 *
 * @param key the key column; empty if equal rows are separate records
 * @param required the columns that every record has
 * @param amounts the columns that contain an amount or a number
 * @param fields the columns, in the order of the design
 * @param leftOut an SQL condition for the rows of a published file that are excluded
 */
record ReferenceInput(
        String name, String key, List<String> required, List<String> amounts, List<Field> fields, String leftOut) {
    private static final String NO_HEADER = "(?!)";

    /**
     * A column, with a pattern for its header in the published file; by default the header is the column's own name.
     */
    record Field(String name, String header) {
        boolean isHeadedBy(String text) {
            return plain(text).matches(header);
        }
    }

    static final List<ReferenceInput> ALL = List.of(
            input("placements", "placement_id")
                    .required("placement_id person_id setting start_date")
                    .amounts("unit_cost planned_units_per_week")
                    .others("date_of_birth primary_support_reason end_date provider_id provider_name cqc_location_id"
                            + " delivery_postcode placement_local_authority contract_id cost_frequency"
                            + " out_of_borough_reason host_authority_notified end_reason"),
            input("contracts", "contract_id")
                    .required("contract_id purchase_route provider_id start_date")
                    .amounts("unit_price block_places annual_value")
                    .others("provider_name framework lot setting end_date price_frequency"),
            input("brokering", "case_id")
                    .required("case_id person_id setting referral_date status")
                    .amounts("offers_sought offers_received")
                    .others("primary_support_reason complete_referral_date sourced_date service_start_date closed_date"
                            + " source urgent placement_id team date_of_birth"),
            input("brokering_pauses", "").required("case_id pause_start").others("pause_end reason"),
            input("framework_memberships", "")
                    .required("provider_id framework lot from_date")
                    .others("to_date"),
            input("framework_lots", "")
                    .required("framework lot setting from_date")
                    .amounts("weekly_rate")
                    .others("to_date"),
            input("visits", "").required("person_id visit_date visit_type").others("placement_id"),
            input("providers", "location_id")
                    .published("location_id", "locationid")
                    .published("location_name", "locationname")
                    .published("provider_id", "providerid")
                    .published("provider_name", "providername")
                    .published("brand_name", "brandname")
                    .published("registered_from", "locationhscastartdate")
                    .published("registered_to", "locationhscaenddate")
                    .published("care_home", "carehome")
                    .published("care_home_beds", "carehomesbeds")
                    .published("inspection_directorate", "locationinspectiondirectorate")
                    .published("overall_rating", "locationlatestoverallrating")
                    .published("rating_date", "publicationdate")
                    .published("authority", "locationlocalauthority")
                    .published("postcode", "locationpostalcode")
                    .published("primary_location_id", "primaryiddualregistrationlocations")
                    .required("location_id")
                    .amounts("care_home_beds")
                    .leavingOut("code_key(inspection_directorate) NOT IN ('adultsocialcare', 'unspecified')"),
            input("postcodes", "postcode")
                    .published("postcode", "pcds")
                    .published("authority", "oslaua|laua|lad\\d\\dcd")
                    .published("latitude", "lat")
                    .published("longitude", "long")
                    .published("terminated", "doterm")
                    .required("postcode"),
            input("payments", "")
                    .required("payment_date amount")
                    .amounts("amount")
                    .others("payment_id supplier_id supplier_name expense_type expense_code cost_centre contract_id"
                            + " setting purchase_route"),
            input("client_level_data", "")
                    .published("cost_frequency", "costfrequencyunittype")
                    .published("setting", NO_HEADER)
                    .required("la_person_unique_identifier event_type event_start_date")
                    .amounts("unit_cost planned_units_per_week")
                    .others("la_code reporting_period_start_date reporting_period_end_date date_of_birth"
                            + " date_of_death client_type primary_support_reason accommodation_status"
                            + " client_funding_status event_reference event_end_date event_outcome service_type"
                            + " service_component delivery_mechanism provider_cqc_location_id review_reason"));

    static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    List<String> columns() {
        return fields.stream().map(Field::name).toList();
    }

    private static ReferenceInput input(String name, String key) {
        return new ReferenceInput(name, key, List.of(), List.of(), List.of(), "false");
    }

    private ReferenceInput required(String names) {
        return new ReferenceInput(name, key, words(names), amounts, with(names), leftOut);
    }

    private ReferenceInput amounts(String names) {
        return new ReferenceInput(name, key, required, words(names), with(names), leftOut);
    }

    private ReferenceInput others(String names) {
        return new ReferenceInput(name, key, required, amounts, with(names), leftOut);
    }

    private ReferenceInput published(String column, String header) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(column, header));
        return new ReferenceInput(name, key, required, amounts, List.copyOf(more), leftOut);
    }

    private ReferenceInput leavingOut(String condition) {
        return new ReferenceInput(name, key, required, amounts, fields, condition);
    }

    private List<Field> with(String names) {
        List<String> known = columns();
        return Stream.concat(
                        fields.stream(),
                        words(names).stream()
                                .filter(column -> !known.contains(column))
                                .map(column -> new Field(column, plain(column))))
                .toList();
    }

    private static List<String> words(String names) {
        return List.of(names.split(" "));
    }
}
