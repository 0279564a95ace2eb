package marketshaping.contract;

import static marketshaping.contract.Field.optional;
import static marketshaping.contract.Field.required;

import java.util.List;

/**
 * Providers: the Care Quality Commission's care directory as published. One row a location; a location with an end date
 * is no longer registered and is kept, for old placements name it.
 */
public final class Providers {
    public static final Contract CONTRACT = new Contract(
            "providers",
            Contract.Need.OPTIONAL,
            "one row for each registered location",
            List.of(
                    required("location_id", Type.UPPER_ID),
                    optional("location_name", Type.TEXT),
                    optional("care_home", Type.YES_NO).alsoCalled("carehome"),
                    optional("care_home_beds", Type.WHOLE).alsoCalled("carehomesbeds"),
                    optional("inspection_directorate", Type.TEXT).alsoCalled("locationinspectiondirectorate"),
                    optional("overall_rating", Type.CODE).from(Codes.RATINGS).alsoCalled("locationlatestoverallrating"),
                    optional("rating_date", Type.DATE).alsoCalled("publicationdate"),
                    optional("authority", Type.AUTHORITY).from(Codes.COUNCILS).alsoCalled("locationlocalauthority"),
                    optional("postcode", Type.POSTCODE).alsoCalled("locationpostalcode"),
                    optional("registered_from", Type.DATE).alsoCalled("locationhscastartdate"),
                    optional("registered_to", Type.DATE).alsoCalled("locationhscaenddate"),
                    optional("brand_name", Type.TEXT),
                    optional("provider_id", Type.UPPER_ID),
                    optional("provider_name", Type.TEXT)),
            List.of("location_id"),
            List.of());

    private Providers() {}
}
