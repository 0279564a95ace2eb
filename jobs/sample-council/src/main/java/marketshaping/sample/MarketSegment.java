package marketshaping.sample;

/** Placements that are bought alike: {@code framework} says whether a lot covered the setting when they were. */
record MarketSegment(Stratum stratum, CareSetting setting, Need need, Tier tier, Framework framework) {
    /** Whether there was a framework to buy from. */
    enum Framework {
        IN_FORCE,
        NOT_YET
    }

    static MarketSegment of(PlacementLine line) {
        Framework framework = Lot.covers(line.setting(), line.start()) ? Framework.IN_FORCE : Framework.NOT_YET;
        return new MarketSegment(
                line.pool().stratum(), line.setting(), line.pool().need(), line.tier(), framework);
    }

    /** The ways in which this market buys, in hundredths. */
    ProportionalDealer<PurchaseDecision> ways() {
        return framework == Framework.IN_FORCE ? waysWithFramework() : waysWithoutFramework();
    }

    private ProportionalDealer<PurchaseDecision> waysWithFramework() {
        ProportionalDealer<PurchaseDecision> ways =
                new ProportionalDealer<PurchaseDecision>().with(PurchaseDecision.NOT_RECORDED, 3);
        return switch (setting) {
            case HOME_CARE ->
                ways.with(PurchaseDecision.FRAMEWORK, 62)
                        .with(PurchaseDecision.DYNAMIC, 14)
                        .with(PurchaseDecision.SPOT_FROM_MEMBER, 11)
                        .with(PurchaseDecision.SPOT_FROM_OTHER, 10);
            case DAY_SUPPORT ->
                ways.with(PurchaseDecision.FRAMEWORK, 52)
                        .with(PurchaseDecision.IN_HOUSE, 20)
                        .with(PurchaseDecision.SPOT_FROM_MEMBER, 10)
                        .with(PurchaseDecision.SPOT_FROM_OTHER, 15);
            default ->
                isInBorough()
                        ? ways.with(PurchaseDecision.FRAMEWORK, 62)
                                .with(PurchaseDecision.SPOT_FROM_MEMBER, 13)
                                .with(PurchaseDecision.SPOT_FROM_OTHER, 12)
                                .with(PurchaseDecision.BLOCK, 10)
                        : ways.with(PurchaseDecision.FRAMEWORK, 55)
                                .with(PurchaseDecision.SPOT_FROM_MEMBER, 15)
                                .with(PurchaseDecision.SPOT_FROM_OTHER, 27);
        };
    }

    private ProportionalDealer<PurchaseDecision> waysWithoutFramework() {
        ProportionalDealer<PurchaseDecision> ways = new ProportionalDealer<PurchaseDecision>();
        return switch (setting) {
            case RESIDENTIAL ->
                isInBorough()
                        ? ways.with(PurchaseDecision.SPOT, 79)
                                .with(PurchaseDecision.BLOCK, 18)
                                .with(PurchaseDecision.NOT_RECORDED, 3)
                        : mostlySpot(ways);
            case NURSING ->
                isInBorough()
                        ? ways.with(PurchaseDecision.SPOT, 76)
                                .with(PurchaseDecision.BLOCK, 21)
                                .with(PurchaseDecision.NOT_RECORDED, 3)
                        : mostlySpot(ways);
            case SUPPORTED_LIVING -> waysOfSupportedLiving(ways);
            case EXTRA_CARE ->
                ways.with(PurchaseDecision.SPOT, 58)
                        .with(PurchaseDecision.BLOCK, 24)
                        .with(PurchaseDecision.IN_HOUSE, 15)
                        .with(PurchaseDecision.NOT_RECORDED, 3);
            case SHARED_LIVES -> ways.with(isInBorough() ? PurchaseDecision.IN_HOUSE : PurchaseDecision.SPOT, 100);
            case HOME_CARE ->
                ways.with(PurchaseDecision.SPOT, 55)
                        .with(PurchaseDecision.DYNAMIC, 42)
                        .with(PurchaseDecision.NOT_RECORDED, 3);
            case DAY_SUPPORT ->
                ways.with(PurchaseDecision.SPOT, 70)
                        .with(PurchaseDecision.IN_HOUSE, 27)
                        .with(PurchaseDecision.NOT_RECORDED, 3);
            default -> ways.with(PurchaseDecision.SPOT, 88).with(PurchaseDecision.NOT_RECORDED, 12);
        };
    }

    /** Mental health placements outside the spot part are those that are not spot, so that the published share holds. */
    private ProportionalDealer<PurchaseDecision> waysOfSupportedLiving(ProportionalDealer<PurchaseDecision> ways) {
        if (stratum == Stratum.SPOT_MENTAL_HEALTH_LIVING) {
            return ways.with(PurchaseDecision.SPOT, 100);
        }
        if (need == Need.MENTAL_HEALTH) {
            return ways.with(PurchaseDecision.BLOCK, 60)
                    .with(PurchaseDecision.IN_HOUSE, 30)
                    .with(PurchaseDecision.NOT_RECORDED, 10);
        }
        return isInBorough()
                ? ways.with(PurchaseDecision.SPOT, 86)
                        .with(PurchaseDecision.BLOCK, 7)
                        .with(PurchaseDecision.IN_HOUSE, 4)
                        .with(PurchaseDecision.NOT_RECORDED, 3)
                : mostlySpot(ways);
    }

    private static ProportionalDealer<PurchaseDecision> mostlySpot(ProportionalDealer<PurchaseDecision> ways) {
        return ways.with(PurchaseDecision.SPOT, 97).with(PurchaseDecision.NOT_RECORDED, 3);
    }

    private boolean isInBorough() {
        return tier == Tier.IN_BOROUGH;
    }
}
