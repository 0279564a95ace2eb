package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;

import java.util.List;
import marketshaping.model.contract.Field.Trait;

/**
 * Postcodes: all or part of the ONS Postcode Directory or National Statistics Postcode Lookup, as published. One row
 * per postcode. Terminated postcodes are kept because they locate old placements.
 */
public final class Postcodes {
    public static final Contract CONTRACT = new Contract(
            "postcodes",
            Contract.Need.OPTIONAL,
            "one row per postcode",
            List.of(
                    required("postcode", Type.POSTCODE).with(Trait.HEADLINE),
                    // The type is not AUTHORITY, because the directory also contains Scottish and Welsh codes.
                    optional("authority", Type.ID).with(Trait.HEADLINE, Trait.ABSENCE_CONFIRMED),
                    optional("latitude", Type.DEGREES),
                    optional("longitude", Type.DEGREES),
                    optional("terminated", Type.TEXT)),
            List.of("postcode"),
            List.of());

    private Postcodes() {}
}
