package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;

import java.util.List;

/**
 * Postcodes: the ONS Postcode Directory or National Statistics Postcode Lookup as published, whole or in part. One row
 * a postcode. Terminated postcodes are kept, for they locate old placements.
 */
public final class Postcodes {
    public static final Contract CONTRACT = new Contract(
            "postcodes",
            Contract.Need.OPTIONAL,
            "one row for each postcode",
            List.of(
                    required("postcode", Type.POSTCODE),
                    // The directory's codes are taken as they are: Scotland's and Wales's are no English council's.
                    optional("authority", Type.ID),
                    optional("latitude", Type.DEGREES),
                    optional("longitude", Type.DEGREES),
                    optional("terminated", Type.TEXT)),
            List.of("postcode"),
            List.of());

    private Postcodes() {}
}
