package marketshaping.model.contract;

/** The code lists of the inputs, each a file in {@code data/reference}. */
final class Codes {
    static final CodeList SETTINGS = CodeList.of("settings", "setting", "also");
    static final CodeList PRIMARY_SUPPORT_REASONS =
            CodeList.of("primary_support_reasons", "primary_support_reason", "also");
    static final CodeList COST_FREQUENCIES = CodeList.of("cost_frequencies", "cost_frequency", "also");
    static final CodeList PURCHASE_ROUTES = CodeList.of("purchase_routes", "purchase_route", "also");
    static final CodeList OUT_OF_BOROUGH_REASONS = CodeList.of("out_of_borough_reasons", "reason", "also");
    static final CodeList END_REASONS = CodeList.of("end_reasons", "end_reason", "also");
    static final CodeList BROKERING_STATUSES = CodeList.of("brokering_statuses", "status", "also");
    static final CodeList REFERRAL_SOURCES = CodeList.of("referral_sources", "source", "also");
    static final CodeList PAUSE_REASONS = CodeList.of("pause_reasons", "reason", "also");
    static final CodeList VISIT_TYPES = CodeList.of("visit_types", "visit_type", "also");
    static final CodeList RATINGS = CodeList.of("ratings", "rating", "also");
    static final CodeList CLIENT_TYPES = CodeList.of("client_types", "client_type", "also");
    static final CodeList EVENT_TYPES = CodeList.of("event_types", "event_type", "also");
    static final CodeList SERVICE_TYPES = CodeList.of("service_types", "service_type", "also");
    static final CodeList SERVICE_COMPONENTS = CodeList.of("service_components", "service_component", "also");
    static final CodeList DELIVERY_MECHANISMS = CodeList.of("delivery_mechanisms", "delivery_mechanism", "also");

    private Codes() {}
}
