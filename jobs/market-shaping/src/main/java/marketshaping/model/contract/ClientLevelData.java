package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;
import static marketshaping.model.contract.RowTest.before;

import java.util.List;

/**
 * Client level data: the national quarterly return on adult social care, as submitted. One row per event.
 *
 * <p>Codes are those of release 2. The mapping {@code client-level-data} converts the codes of release 1, and derives
 * the setting from the kind of service. Names of people, and columns that no figure needs, are ignored.
 */
public final class ClientLevelData {
    public static final Contract CONTRACT = new Contract(
            "client_level_data",
            Contract.Need.OPTIONAL,
            "one row per request, assessment, service or review",
            List.of(
                    optional("la_code", Type.ID),
                    optional("reporting_period_start_date", Type.DATE),
                    optional("reporting_period_end_date", Type.DATE),
                    required("la_person_unique_identifier", Type.PERSON),
                    optional("date_of_birth", Type.BIRTH_DATE),
                    optional("date_of_death", Type.DATE),
                    optional("client_type", Type.CODE).from(Codes.CLIENT_TYPES),
                    optional("primary_support_reason", Type.CODE).from(Codes.PRIMARY_SUPPORT_REASONS),
                    optional("accommodation_status", Type.TEXT),
                    optional("client_funding_status", Type.TEXT),
                    required("event_type", Type.CODE).from(Codes.EVENT_TYPES),
                    optional("event_reference", Type.ID),
                    required("event_start_date", Type.DATE),
                    optional("event_end_date", Type.DATE),
                    optional("event_outcome", Type.TEXT),
                    optional("service_type", Type.CODE).from(Codes.SERVICE_TYPES),
                    optional("service_component", Type.CODE).from(Codes.SERVICE_COMPONENTS),
                    optional("delivery_mechanism", Type.CODE).from(Codes.DELIVERY_MECHANISMS),
                    optional("provider_cqc_location_id", Type.UPPER_ID),
                    optional("review_reason", Type.TEXT),
                    optional("unit_cost", Type.MONEY).per("cost_frequency"),
                    optional("cost_frequency", Type.CODE).from(Codes.COST_FREQUENCIES),
                    optional("planned_units_per_week", Type.NUMBER),
                    optional("setting", Type.CODE).from(Codes.SETTINGS)),
            List.of(),
            List.of(new Rule(
                    "end-before-start",
                    "event_end_date is before event_start_date",
                    before("event_end_date", "event_start_date"))));

    private ClientLevelData() {}
}
