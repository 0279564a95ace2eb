package marketshaping.model.contract;

import java.util.List;

/**
 * A column of one input that refers to keys of others.
 *
 * @param child the column that refers
 * @param parents the columns that contain the keys; a key may be in any of them
 * @param need the consequence if most keys are not found
 */
public record Reference(Key child, List<Key> parents, Need need) {
    /** Every reference between inputs. */
    public static final List<Reference> ALL = List.of(
            required("placements.contract_id", "contracts.contract_id"),
            required("brokering_pauses.case_id", "brokering.case_id"),
            required("brokering.placement_id", "placements.placement_id"),
            reported("visits.person_id", "placements.person_id", "brokering.person_id"),
            reported("visits.placement_id", "placements.placement_id"),
            reported("framework_memberships.provider_id", "placements.provider_id", "contracts.provider_id"),
            reported("framework_lots.framework", "framework_memberships.framework", "contracts.framework"),
            reported("payments.supplier_id", "placements.provider_id", "contracts.provider_id"),
            reported("payments.contract_id", "contracts.contract_id"),
            reported("client_level_data.la_person_unique_identifier", "placements.person_id", "brokering.person_id"),
            reported("placements.cqc_location_id", "providers.location_id"),
            reported("placements.delivery_postcode", "postcodes.postcode"));

    /** A column of an input. */
    public record Key(String input, String column) {
        static Key of(String name) {
            int dot = name.indexOf('.');
            return new Key(name.substring(0, dot), name.substring(dot + 1));
        }

        @Override
        public String toString() {
            return input + "." + column;
        }
    }

    /** The consequence if most keys are not found. */
    public enum Need {
        /** The input is refused, because figures connect the two inputs. */
        REQUIRED,
        /** The number is reported. A ledger, for example, pays many suppliers without a placement. */
        REPORTED
    }

    private static Reference required(String child, String... parents) {
        return new Reference(Key.of(child), keys(parents), Need.REQUIRED);
    }

    private static Reference reported(String child, String... parents) {
        return new Reference(Key.of(child), keys(parents), Need.REPORTED);
    }

    private static List<Key> keys(String... names) {
        return java.util.stream.Stream.of(names).map(Key::of).toList();
    }
}
