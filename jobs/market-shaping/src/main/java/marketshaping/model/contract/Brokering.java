package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;

import java.util.List;

/** Brokering: one row per case that the brokerage team received. */
public final class Brokering {
    private static final String CLOCK_START = "coalesce(complete_referral_date, referral_date)";

    public static final Contract CONTRACT = new Contract(
            "brokering",
            Contract.Need.REQUIRED,
            "one row per case that the brokerage team received",
            List.of(
                    required("case_id", Type.ID),
                    required("person_id", Type.PERSON),
                    required("setting", Type.CODE).from(Codes.SETTINGS),
                    optional("primary_support_reason", Type.CODE).from(Codes.PRIMARY_SUPPORT_REASONS),
                    required("referral_date", Type.DATE),
                    optional("complete_referral_date", Type.DATE),
                    optional("sourced_date", Type.DATE),
                    optional("service_start_date", Type.DATE),
                    required("status", Type.CODE).from(Codes.BROKERING_STATUSES),
                    optional("closed_date", Type.DATE),
                    optional("source", Type.CODE).from(Codes.REFERRAL_SOURCES),
                    optional("urgent", Type.YES_NO),
                    optional("offers_sought", Type.WHOLE),
                    optional("offers_received", Type.WHOLE),
                    optional("placement_id", Type.ID),
                    optional("team", Type.TEXT)),
            List.of("case_id"),
            List.of(
                    new Rule(
                            "sourced_date is empty, and the status is Sourced",
                            "status = 'Sourced' AND sourced_date IS NULL"),
                    new Rule("sourced_date is before the clock starts", "sourced_date < " + CLOCK_START),
                    new Rule(
                            "closed_date is empty, and the status is Withdrawn, Cancelled or Died",
                            "status IN ('Withdrawn', 'Cancelled', 'Died') AND closed_date IS NULL")));

    private Brokering() {}
}
