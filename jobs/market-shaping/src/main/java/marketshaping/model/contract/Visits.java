package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;

import java.util.List;

/** Reviews and visits: one row per occasion on which a person was seen. */
public final class Visits {
    public static final Contract CONTRACT = new Contract(
            "visits",
            Contract.Need.OPTIONAL,
            "one row per occasion on which a person was seen",
            List.of(
                    required("person_id", Type.PERSON),
                    required("visit_date", Type.DATE),
                    required("visit_type", Type.CODE).from(Codes.VISIT_TYPES),
                    optional("placement_id", Type.ID)),
            List.of(),
            List.of());

    private Visits() {}
}
