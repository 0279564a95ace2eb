package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;

import java.util.List;

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
                    required("provider_id", Type.ID),
                    required("framework", Type.TEXT),
                    required("lot", Type.TEXT),
                    required("from_date", Type.DATE),
                    optional("to_date", Type.DATE)),
            List.of(),
            List.of(new Rule("to_date is before from_date", "to_date < from_date")));

    private FrameworkMemberships() {}
}
