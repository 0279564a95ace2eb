package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;

import java.util.List;
import marketshaping.model.contract.Field.Trait;

/** Reviews and visits: one row per occasion on which a person was seen. */
public final class Visits {
    public static final Contract CONTRACT = new Contract(
            "visits",
            Contract.Need.OPTIONAL,
            "one row per occasion on which a person was seen",
            List.of(
                    required("person_id", Type.PERSON).with(Trait.HEADLINE),
                    required("visit_date", Type.DATE).with(Trait.HEADLINE),
                    required("visit_type", Type.CODE).from(Codes.VISIT_TYPES).with(Trait.HEADLINE),
                    optional("placement_id", Type.ID)),
            List.of(),
            List.of());

    private Visits() {}
}
