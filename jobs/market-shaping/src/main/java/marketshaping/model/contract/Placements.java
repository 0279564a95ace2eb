package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;

import java.util.List;

/** Placements, from the case management system: one row per person, service, provider and period. */
public final class Placements {
    public static final Contract CONTRACT = new Contract(
            "placements",
            Contract.Need.REQUIRED,
            "one row per person, service, provider and period",
            List.of(
                    required("placement_id", Type.ID),
                    required("person_id", Type.PERSON),
                    optional("date_of_birth", Type.BIRTH_DATE),
                    optional("primary_support_reason", Type.CODE).from(Codes.PRIMARY_SUPPORT_REASONS),
                    required("setting", Type.CODE).from(Codes.SETTINGS),
                    required("start_date", Type.DATE),
                    optional("end_date", Type.DATE),
                    optional("provider_id", Type.ID),
                    optional("provider_name", Type.TEXT),
                    optional("cqc_location_id", Type.UPPER_ID),
                    optional("delivery_postcode", Type.POSTCODE),
                    optional("placement_local_authority", Type.AUTHORITY).from(Codes.COUNCILS),
                    optional("contract_id", Type.ID),
                    optional("unit_cost", Type.MONEY),
                    optional("cost_frequency", Type.CODE).from(Codes.COST_FREQUENCIES),
                    optional("planned_units_per_week", Type.NUMBER),
                    optional("out_of_borough_reason", Type.CODE).from(Codes.OUT_OF_BOROUGH_REASONS),
                    optional("host_authority_notified", Type.YES_NO)),
            List.of("placement_id"),
            List.of(
                    new Rule("end_date is before start_date", "end_date < start_date"),
                    new Rule(
                            "planned_units_per_week is empty, and the cost is by the hour, day or session",
                            "unit_cost IS NOT NULL AND planned_units_per_week IS NULL"
                                    + " AND cost_frequency IN ('Hourly', 'Daily', 'Per session')")));

    private Placements() {}
}
