package marketshaping.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** All providers of the market, by setting and by the tier in which they offer places. */
final class ProviderMarket {
    private static final List<Tier> TIERS =
            List.of(Tier.IN_BOROUGH, Tier.NORTH_EAST_LONDON, Tier.OTHER_LONDON, Tier.OUTSIDE_LONDON);

    private final Map<CareSetting, Map<Tier, List<Provider>>> market = new EnumMap<>(CareSetting.class);
    private final ProportionalDealer<String> ratings = new ProportionalDealer<String>()
            .with("Good", 30)
            .with("Requires improvement", 5)
            .with("Outstanding", 3)
            .with("Inadequate", 1)
            .with("", 1);
    private final Map<Tier, ProportionalDealer<Council>> councils = new EnumMap<>(Tier.class);
    private final CumulativeRounding closures = new CumulativeRounding();
    private final SeededRandom chance;
    private final ArtificialPostcodes postcodes;
    private int providers;

    ProviderMarket(int council, ArtificialPostcodes postcodes, SeededRandom chance) {
        this.postcodes = postcodes;
        this.chance = chance;
        TIERS.forEach(tier -> councils.put(tier, Council.dealer(tier)));
        offer(CareSetting.RESIDENTIAL, council, 8, 15, 15, 36);
        offer(CareSetting.NURSING, council, 5, 9, 8, 10);
        offer(CareSetting.SUPPORTED_LIVING, council, 18, 9, 8, 14);
        offer(CareSetting.EXTRA_CARE, council, 5, 2, 1, 1);
        offer(CareSetting.SHARED_LIVES, council, 1, 1, 1, 1);
        offer(CareSetting.HOME_CARE, council, 26, 1, 1, 1);
        offer(CareSetting.DAY_SUPPORT, council, 12, 1, 1, 1);
    }

    List<Provider> in(CareSetting setting, Tier tier) {
        return market.get(setting).get(tier);
    }

    /**
     * Returns a provider that is open on this day and passes the test. Large providers are preferred. Returns {@link
     * Provider#NOBODY} if there is none.
     */
    Provider any(CareSetting setting, Tier tier, LocalDate day, Predicate<Provider> test, SeededRandom choice) {
        List<Provider> offers = in(setting, tier);
        int first = choice.indexPreferringEarly(offers.size());
        for (int i = 0; i < offers.size(); i++) {
            Provider provider = offers.get((first + i) % offers.size());
            if (!provider.closed().isBefore(day) && test.test(provider)) {
                return provider;
            }
        }
        return Provider.NOBODY;
    }

    void forEach(Consumer<Provider> listener) {
        market.values().forEach(tiers -> tiers.values().forEach(offers -> offers.forEach(listener)));
    }

    private void offer(CareSetting setting, int council, int... numbers) {
        Map<Tier, List<Provider>> tiers = new EnumMap<>(Tier.class);
        for (Tier tier : TIERS) {
            List<Provider> offers = new ArrayList<>();
            int number = CouncilSize.grown(numbers[tier.ordinal()], council);
            for (int i = 0; i < number; i++) {
                offers.add(provider(setting, tier, i));
            }
            tiers.put(tier, offers);
        }
        market.put(setting, tiers);
    }

    private Provider provider(CareSetting setting, Tier tier, int place) {
        providers++;
        Council council = councils.get(tier).next();
        Council registered = setting.isCareHome() || place % 3 == 0
                ? council
                : Council.values()[chance.below(Council.values().length)];
        LocalDate closed = place > 1 && closures.next(0.03)
                ? chance.day(LocalDate.of(2024, 6, 1), LocalDate.of(2026, 9, 30))
                : SampleCalendar.OPEN;
        LocalDate joined = joined(setting, place);
        return new Provider(
                providers,
                setting,
                registered,
                chance.below(postcodes.size(registered)),
                ratings.next(),
                chance.day(LocalDate.of(2019, 1, 7), LocalDate.of(2026, 8, 31)),
                closed,
                joined,
                left(joined, tier, place));
    }

    /**
     * Returns the day on which a provider joins the framework. Six in ten join on its first day and one in ten joins
     * later. The others never join.
     */
    private static LocalDate joined(CareSetting setting, int place) {
        for (Lot lot : Lot.values()) {
            if (lot.setting == setting && place % 10 == 8) {
                return lot.from.plusDays(100 + place % 60);
            }
            if (lot.setting == setting && place % 5 != 1 && place % 5 != 3) {
                return lot.from;
            }
        }
        return SampleCalendar.OPEN;
    }

    /**
     * Returns the day on which a provider leaves the framework. In each setting, one member in the borough leaves after
     * 180 days.
     */
    private static LocalDate left(LocalDate joined, Tier tier, int place) {
        boolean leaves = tier == Tier.IN_BOROUGH && place == 5 && !joined.equals(SampleCalendar.OPEN);
        return leaves ? joined.plusDays(180) : SampleCalendar.OPEN;
    }
}
