package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;

import java.util.List;
import marketshaping.model.contract.Field.Trait;

/**
 * Providers: the Care Quality Commission's care directory, as published. One row per location. A location with an end
 * date is no longer registered; it is kept because old placements refer to it.
 */
public final class Providers {
    public static final Contract CONTRACT = new Contract(
            "providers",
            Contract.Need.OPTIONAL,
            "one row per registered location",
            List.of(
                    required("location_id", Type.UPPER_ID).with(Trait.HEADLINE),
                    optional("location_name", Type.TEXT),
                    optional("care_home", Type.YES_NO),
                    optional("care_home_beds", Type.WHOLE),
                    optional("inspection_directorate", Type.TEXT),
                    optional("overall_rating", Type.CODE).from(Codes.RATINGS).with(Trait.HEADLINE),
                    optional("rating_date", Type.DATE),
                    optional("authority", Type.AUTHORITY).with(Trait.HEADLINE),
                    optional("postcode", Type.POSTCODE).with(Trait.HEADLINE),
                    // If a location is registered twice, this column of the second registration contains the id of the
                    // first.
                    optional("primary_location_id", Type.UPPER_ID),
                    optional("registered_from", Type.DATE),
                    optional("registered_to", Type.DATE),
                    optional("brand_name", Type.TEXT),
                    optional("provider_id", Type.UPPER_ID),
                    optional("provider_name", Type.TEXT)),
            List.of("location_id"),
            List.of());

    private Providers() {}
}
