package marketshaping.sample;

/** Placements that are bought alike: {@code framework} says whether a lot covered the setting when they were. */
record Market(Stratum stratum, Setting setting, Need need, Tier tier, Framework framework) {
    /** Whether there was a framework to buy from. */
    enum Framework {
        IN_FORCE,
        NOT_YET
    }

    static Market of(Line line) {
        Framework framework = Lot.covers(line.setting(), line.start()) ? Framework.IN_FORCE : Framework.NOT_YET;
        return new Market(line.pool().stratum(), line.setting(), line.pool().need(), line.tier(), framework);
    }

    /** The ways in which this market buys, in hundredths. */
    Dealer<Way> ways() {
        return framework == Framework.IN_FORCE ? waysWithFramework() : waysWithoutFramework();
    }

    private Dealer<Way> waysWithFramework() {
        Dealer<Way> ways = new Dealer<Way>().with(Way.NOT_RECORDED, 3);
        return switch (setting) {
            case HOME_CARE ->
                ways.with(Way.FRAMEWORK, 62)
                        .with(Way.DYNAMIC, 14)
                        .with(Way.SPOT_FROM_MEMBER, 11)
                        .with(Way.SPOT_FROM_OTHER, 10);
            case DAY_SUPPORT ->
                ways.with(Way.FRAMEWORK, 52)
                        .with(Way.IN_HOUSE, 20)
                        .with(Way.SPOT_FROM_MEMBER, 10)
                        .with(Way.SPOT_FROM_OTHER, 15);
            default ->
                isInBorough()
                        ? ways.with(Way.FRAMEWORK, 62)
                                .with(Way.SPOT_FROM_MEMBER, 13)
                                .with(Way.SPOT_FROM_OTHER, 12)
                                .with(Way.BLOCK, 10)
                        : ways.with(Way.FRAMEWORK, 55)
                                .with(Way.SPOT_FROM_MEMBER, 15)
                                .with(Way.SPOT_FROM_OTHER, 27);
        };
    }

    private Dealer<Way> waysWithoutFramework() {
        Dealer<Way> ways = new Dealer<Way>();
        return switch (setting) {
            case RESIDENTIAL ->
                isInBorough()
                        ? ways.with(Way.SPOT, 79).with(Way.BLOCK, 18).with(Way.NOT_RECORDED, 3)
                        : mostlySpot(ways);
            case NURSING ->
                isInBorough()
                        ? ways.with(Way.SPOT, 76).with(Way.BLOCK, 21).with(Way.NOT_RECORDED, 3)
                        : mostlySpot(ways);
            case SUPPORTED_LIVING -> waysOfSupportedLiving(ways);
            case EXTRA_CARE ->
                ways.with(Way.SPOT, 58)
                        .with(Way.BLOCK, 24)
                        .with(Way.IN_HOUSE, 15)
                        .with(Way.NOT_RECORDED, 3);
            case SHARED_LIVES -> ways.with(isInBorough() ? Way.IN_HOUSE : Way.SPOT, 100);
            case HOME_CARE -> ways.with(Way.SPOT, 55).with(Way.DYNAMIC, 42).with(Way.NOT_RECORDED, 3);
            case DAY_SUPPORT -> ways.with(Way.SPOT, 70).with(Way.IN_HOUSE, 27).with(Way.NOT_RECORDED, 3);
            default -> ways.with(Way.SPOT, 88).with(Way.NOT_RECORDED, 12);
        };
    }

    /** Mental health placements outside the spot part are those that are not spot, so that the published share holds. */
    private Dealer<Way> waysOfSupportedLiving(Dealer<Way> ways) {
        if (stratum == Stratum.SPOT_MENTAL_HEALTH_LIVING) {
            return ways.with(Way.SPOT, 100);
        }
        if (need == Need.MENTAL_HEALTH) {
            return ways.with(Way.BLOCK, 60).with(Way.IN_HOUSE, 30).with(Way.NOT_RECORDED, 10);
        }
        return isInBorough()
                ? ways.with(Way.SPOT, 86)
                        .with(Way.BLOCK, 7)
                        .with(Way.IN_HOUSE, 4)
                        .with(Way.NOT_RECORDED, 3)
                : mostlySpot(ways);
    }

    private static Dealer<Way> mostlySpot(Dealer<Way> ways) {
        return ways.with(Way.SPOT, 97).with(Way.NOT_RECORDED, 3);
    }

    private boolean isInBorough() {
        return tier == Tier.IN_BOROUGH;
    }
}
