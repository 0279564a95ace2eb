package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;
import static marketshaping.model.contract.RowTest.all;
import static marketshaping.model.contract.RowTest.before;
import static marketshaping.model.contract.RowTest.isEmpty;
import static marketshaping.model.contract.RowTest.isGiven;
import static marketshaping.model.contract.RowTest.isOneOf;

import java.util.List;
import marketshaping.model.contract.Field.Trait;

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
                    required("setting", Type.CODE).from(Codes.SETTINGS).with(Trait.HEADLINE),
                    required("start_date", Type.DATE).with(Trait.HEADLINE),
                    optional("end_date", Type.DATE).with(Trait.HEADLINE, Trait.ABSENCE_CONFIRMED),
                    optional("provider_id", Type.ID).with(Trait.HEADLINE),
                    optional("provider_name", Type.TEXT),
                    optional("cqc_location_id", Type.UPPER_ID).with(Trait.HEADLINE),
                    optional("delivery_postcode", Type.POSTCODE).with(Trait.HEADLINE),
                    optional("placement_local_authority", Type.AUTHORITY).with(Trait.HEADLINE),
                    optional("contract_id", Type.ID).with(Trait.HEADLINE),
                    optional("unit_cost", Type.MONEY).per("cost_frequency").with(Trait.HEADLINE),
                    optional("cost_frequency", Type.CODE)
                            .from(Codes.COST_FREQUENCIES)
                            .with(Trait.HEADLINE, Trait.ABSENCE_COMPARED),
                    optional("planned_units_per_week", Type.NUMBER).with(Trait.HEADLINE),
                    optional("out_of_borough_reason", Type.CODE).from(Codes.OUT_OF_BOROUGH_REASONS),
                    optional("host_authority_notified", Type.YES_NO),
                    optional("end_reason", Type.CODE).from(Codes.END_REASONS)),
            List.of("placement_id"),
            List.of(
                    new Rule("end-before-start", "end_date is before start_date", before("end_date", "start_date")),
                    new Rule(
                            "cost-without-units",
                            "planned_units_per_week is empty, and the cost is by the hour, day or session",
                            all(
                                    isGiven("unit_cost"),
                                    isEmpty("planned_units_per_week"),
                                    isOneOf("cost_frequency", "Hourly", "Daily", "Per session")))));

    private Placements() {}
}
