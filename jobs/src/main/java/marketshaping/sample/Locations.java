package marketshaping.sample;

import java.util.EnumMap;
import java.util.Map;

/** Says where each line is: mostly by postcode, sometimes by the authority alone, for some care homes only by their location. */
final class Locations {
    private enum Way {
        POSTCODE_AND_CODE,
        POSTCODE,
        CODE,
        NAME,
        UNKNOWN_POSTCODE_AND_CODE,
        CQC_LOCATION
    }

    private static final int HOUSES_OF_A_PROVIDER = 5;

    private final Map<Tier, Dealer<Council>> councils = new EnumMap<>(Tier.class);
    private final Dealer<Way> ways = new Dealer<Way>()
            .with(Way.POSTCODE_AND_CODE, 46)
            .with(Way.POSTCODE, 42)
            .with(Way.CODE, 4)
            .with(Way.NAME, 4)
            .with(Way.UNKNOWN_POSTCODE_AND_CODE, 1)
            .with(Way.CQC_LOCATION, 3);
    private final Postcodes postcodes;
    private final Chance chance;

    Locations(Postcodes postcodes, Chance chance) {
        this.postcodes = postcodes;
        this.chance = chance;
        for (Tier tier : Tier.values()) {
            councils.put(tier, Council.dealer(tier));
        }
    }

    Whereabouts of(Line line, Purchase purchase) {
        Provider provider = purchase.provider();
        Setting setting = line.setting();
        String cqcLocation = setting == Setting.DAY_SUPPORT || setting == Setting.OTHER ? "" : provider.location();
        if (line.tier() == Tier.NOT_LOCATED) {
            return new Whereabouts("", "", setting.isCareHome() ? "" : cqcLocation);
        }
        if (!line.isMain()) {
            return new Whereabouts("", "", cqcLocation);
        }
        if (setting.isCareHome()) {
            String postcode = postcodes.code(provider.council(), provider.postcode());
            return said(ways.next(), provider.council(), postcode, cqcLocation);
        }
        Council council = councils.get(line.tier()).next();
        String postcode = setting.isAccommodation() ? house(provider, council) : postcodes.any(council, chance);
        Way way = ways.next();
        return said(way == Way.CQC_LOCATION ? Way.POSTCODE : way, council, postcode, cqcLocation);
    }

    private Whereabouts said(Way way, Council council, String postcode, String cqcLocation) {
        return switch (way) {
            case POSTCODE_AND_CODE -> new Whereabouts(postcode, council.code, cqcLocation);
            case POSTCODE -> new Whereabouts(postcode, "", cqcLocation);
            case CODE -> new Whereabouts("", council.code, cqcLocation);
            case NAME -> new Whereabouts("", council.label, cqcLocation);
            case UNKNOWN_POSTCODE_AND_CODE ->
                new Whereabouts(postcodes.unknown(council, chance), council.code, cqcLocation);
            case CQC_LOCATION -> new Whereabouts("", "", cqcLocation);
        };
    }

    private String house(Provider provider, Council council) {
        int first = Math.max(0, provider.number()) * 17;
        return postcodes.code(council, (first + chance.below(HOUSES_OF_A_PROVIDER)) % postcodes.size(council));
    }
}
