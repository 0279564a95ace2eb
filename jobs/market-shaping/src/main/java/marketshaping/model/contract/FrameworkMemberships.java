package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;
import static marketshaping.model.contract.RowTest.before;

import java.util.List;
import marketshaping.model.contract.Field.Trait;

/**
 * Framework memberships: the providers on each lot of a framework. Membership is dated because a provider can join
 * late, leave, and still be bought spot.
 */
public final class FrameworkMemberships {
    public static final Contract CONTRACT = new Contract(
            "framework_memberships",
            Contract.Need.OPTIONAL,
            "one row per provider, framework, lot and period of membership",
            List.of(
                    required("provider_id", Type.ID).with(Trait.HEADLINE),
                    required("framework", Type.TEXT).with(Trait.HEADLINE),
                    required("lot", Type.TEXT).with(Trait.HEADLINE),
                    required("from_date", Type.DATE).with(Trait.HEADLINE),
                    optional("to_date", Type.DATE).with(Trait.HEADLINE, Trait.ABSENCE_COMPARED)),
            List.of(),
            List.of(new Rule("end-before-start", "to_date is before from_date", before("to_date", "from_date"))));

    private FrameworkMemberships() {}
}
