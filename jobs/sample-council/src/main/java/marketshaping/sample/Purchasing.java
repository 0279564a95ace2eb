package marketshaping.sample;

import java.util.HashMap;
import java.util.Map;

/**
 * Decides the route and the provider of a line. Accommodation is mostly bought spot until a framework lot covers its
 * setting, and then mostly from the framework. Some is still bought spot, from members of the framework and from other
 * providers.
 */
final class Purchasing {
    private final Map<MarketSegment, ProportionalDealer<PurchaseDecision>> dealers = new HashMap<>();
    private final ProviderMarket providers;
    private final ContractRegister contracts;
    private final SeededRandom chance;

    Purchasing(ProviderMarket providers, ContractRegister contracts, SeededRandom chance) {
        this.providers = providers;
        this.contracts = contracts;
        this.chance = chance;
    }

    Purchase buy(PlacementLine line) {
        if (line.setting() == CareSetting.DIRECT_PAYMENT) {
            return Purchase.NONE;
        }
        return buy(
                line,
                dealers.computeIfAbsent(MarketSegment.of(line), MarketSegment::decisions)
                        .next());
    }

    /** Returns the same purchase again, with a new spot contract if the route is spot. */
    Purchase renew(PlacementLine line, Purchase before) {
        return before.route() == Route.SPOT
                ? new Purchase(Route.SPOT, before.provider(), contracts.spot(line, before.provider()))
                : before;
    }

    private Purchase buy(PlacementLine line, PurchaseDecision decision) {
        return switch (decision) {
            case SPOT -> spot(line, anyone(line));
            case SPOT_FROM_MEMBER -> spot(line, member(line));
            case SPOT_FROM_OTHER -> spot(line, other(line));
            case FRAMEWORK -> framework(line, member(line));
            case DYNAMIC -> {
                Provider provider = anyone(line);
                yield new Purchase(Route.DYNAMIC, provider, contracts.dynamic(provider));
            }
            case BLOCK -> {
                Provider provider = contracts.blockProvider(line.setting());
                yield new Purchase(Route.BLOCK, provider, contracts.block(provider));
            }
            case IN_HOUSE -> new Purchase(Route.IN_HOUSE, Provider.IN_HOUSE, contracts.inHouse(line.setting()));
            case NOT_RECORDED -> new Purchase(Route.NOT_RECORDED, anyone(line), "");
        };
    }

    private Purchase spot(PlacementLine line, Provider provider) {
        return provider.isNobody()
                ? spot(line, anyone(line))
                : new Purchase(Route.SPOT, provider, contracts.spot(line, provider));
    }

    private Purchase framework(PlacementLine line, Provider provider) {
        return provider.isNobody()
                ? spot(line, anyone(line))
                : new Purchase(Route.FRAMEWORK, provider, contracts.callOff(provider));
    }

    private Provider anyone(PlacementLine line) {
        return providers.any(offered(line), tier(line), line.start(), provider -> true, chance);
    }

    private Provider member(PlacementLine line) {
        return providers.any(
                offered(line), tier(line), line.start(), provider -> provider.isMemberOn(line.start()), chance);
    }

    private Provider other(PlacementLine line) {
        return providers.any(
                offered(line), tier(line), line.start(), provider -> !provider.isMemberOn(line.start()), chance);
    }

    /**
     * Returns the setting whose providers offer the service of a line. Residential care homes offer respite, and home
     * care providers offer other services.
     */
    private static CareSetting offered(PlacementLine line) {
        return switch (line.setting()) {
            case RESPITE -> CareSetting.RESIDENTIAL;
            case OTHER -> CareSetting.HOME_CARE;
            default -> line.setting();
        };
    }

    private static Tier tier(PlacementLine line) {
        if (!line.setting().isAccommodation()) {
            return Tier.IN_BOROUGH;
        }
        return line.tier() == Tier.NOT_LOCATED ? Tier.OUTSIDE_LONDON : line.tier();
    }
}
