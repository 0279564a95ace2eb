package marketshaping.sample;

import java.util.EnumMap;
import java.util.Map;

/**
 * Chooses the details with which a line records its location: mostly a postcode, sometimes only an authority, and for
 * some care homes only a CQC location.
 */
final class Locations {
    private enum Detail {
        POSTCODE_AND_CODE,
        POSTCODE,
        CODE,
        NAME,
        UNKNOWN_POSTCODE_AND_CODE,
        CQC_LOCATION
    }

    private static final int HOUSES_OF_A_PROVIDER = 5;

    private final Map<Tier, ProportionalDealer<Council>> councils = new EnumMap<>(Tier.class);
    private final ProportionalDealer<Detail> details = new ProportionalDealer<Detail>()
            .with(Detail.POSTCODE_AND_CODE, 46)
            .with(Detail.POSTCODE, 42)
            .with(Detail.CODE, 4)
            .with(Detail.NAME, 4)
            .with(Detail.UNKNOWN_POSTCODE_AND_CODE, 1)
            .with(Detail.CQC_LOCATION, 3);
    private final ArtificialPostcodes postcodes;
    private final SeededRandom chance;

    Locations(ArtificialPostcodes postcodes, SeededRandom chance) {
        this.postcodes = postcodes;
        this.chance = chance;
        for (Tier tier : Tier.values()) {
            councils.put(tier, Council.dealer(tier));
        }
    }

    PlacementLocation of(PlacementLine line, Purchase purchase) {
        Provider provider = purchase.provider();
        CareSetting setting = line.setting();
        String cqcLocation =
                setting == CareSetting.DAY_SUPPORT || setting == CareSetting.OTHER ? "" : provider.location();
        if (line.tier() == Tier.NOT_LOCATED) {
            return new PlacementLocation("", "", setting.isCareHome() ? "" : cqcLocation);
        }
        if (!line.isMain()) {
            return new PlacementLocation("", "", cqcLocation);
        }
        if (setting.isCareHome()) {
            String postcode = postcodes.code(provider.council(), provider.postcode());
            return location(details.next(), provider.council(), postcode, cqcLocation);
        }
        Council council = councils.get(line.tier()).next();
        String postcode = setting.isAccommodation() ? house(provider, council) : postcodes.any(council, chance);
        Detail detail = details.next();
        return location(detail == Detail.CQC_LOCATION ? Detail.POSTCODE : detail, council, postcode, cqcLocation);
    }

    private PlacementLocation location(Detail detail, Council council, String postcode, String cqcLocation) {
        return switch (detail) {
            case POSTCODE_AND_CODE -> new PlacementLocation(postcode, council.code, cqcLocation);
            case POSTCODE -> new PlacementLocation(postcode, "", cqcLocation);
            case CODE -> new PlacementLocation("", council.code, cqcLocation);
            case NAME -> new PlacementLocation("", council.label, cqcLocation);
            case UNKNOWN_POSTCODE_AND_CODE ->
                new PlacementLocation(postcodes.unknown(council, chance), council.code, cqcLocation);
            case CQC_LOCATION -> new PlacementLocation("", "", cqcLocation);
        };
    }

    private String house(Provider provider, Council council) {
        int first = Math.max(0, provider.number()) * 17;
        return postcodes.code(council, (first + chance.below(HOUSES_OF_A_PROVIDER)) % postcodes.size(council));
    }
}
