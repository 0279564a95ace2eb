package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;
import static marketshaping.model.contract.RowTest.all;
import static marketshaping.model.contract.RowTest.before;
import static marketshaping.model.contract.RowTest.isEmpty;
import static marketshaping.model.contract.RowTest.isOneOf;

import java.util.List;
import marketshaping.model.contract.Field.Trait;

/** Brokering: one row per case that the brokerage team received. */
public final class Brokering {
    public static final Contract CONTRACT = new Contract(
            "brokering",
            Contract.Need.REQUIRED,
            "one row per case that the brokerage team received",
            List.of(
                    required("case_id", Type.ID),
                    required("person_id", Type.PERSON),
                    required("setting", Type.CODE).from(Codes.SETTINGS).with(Trait.HEADLINE),
                    optional("primary_support_reason", Type.CODE).from(Codes.PRIMARY_SUPPORT_REASONS),
                    required("referral_date", Type.DATE).with(Trait.HEADLINE),
                    optional("complete_referral_date", Type.DATE).with(Trait.HEADLINE, Trait.ABSENCE_COMPARED),
                    optional("sourced_date", Type.DATE).with(Trait.HEADLINE),
                    optional("service_start_date", Type.DATE),
                    required("status", Type.CODE).from(Codes.BROKERING_STATUSES).with(Trait.HEADLINE),
                    optional("closed_date", Type.DATE).with(Trait.HEADLINE),
                    optional("source", Type.CODE).from(Codes.REFERRAL_SOURCES),
                    optional("urgent", Type.YES_NO),
                    optional("offers_sought", Type.WHOLE),
                    optional("offers_received", Type.WHOLE),
                    optional("placement_id", Type.ID).with(Trait.HEADLINE),
                    optional("team", Type.TEXT),
                    optional("date_of_birth", Type.BIRTH_DATE)),
            List.of("case_id"),
            List.of(
                    new Rule(
                            "sourced-without-date",
                            "sourced_date is empty, and the status is Sourced",
                            all(isOneOf("status", "Sourced"), isEmpty("sourced_date"))),
                    new Rule(
                            "sourced-before-clock",
                            "sourced_date is before the clock starts",
                            before("sourced_date", "complete_referral_date", "referral_date")),
                    new Rule(
                            "closed-without-date",
                            "closed_date is empty, and the status is Withdrawn, Cancelled or Died",
                            all(isOneOf("status", "Withdrawn", "Cancelled", "Died"), isEmpty("closed_date")))));

    private Brokering() {}
}
