package marketshaping.sample;

/**
 * A group of placements that are bought in the same way.
 *
 * @param framework the availability of a framework for the setting when the placement started
 */
record MarketSegment(Stratum stratum, CareSetting setting, Need need, Tier tier, Framework framework) {
    /** Framework in force, or not yet in force. */
    enum Framework {
        IN_FORCE,
        NOT_YET
    }

    static MarketSegment of(PlacementLine line) {
        Framework framework = Lot.covers(line.setting(), line.start()) ? Framework.IN_FORCE : Framework.NOT_YET;
        return new MarketSegment(
                line.pool().stratum(), line.setting(), line.pool().need(), line.tier(), framework);
    }

    /** Returns a dealer of the purchase decisions in this segment. The weights of the decisions are percentages. */
    ProportionalDealer<PurchaseDecision> decisions() {
        return framework == Framework.IN_FORCE ? decisionsWithFramework() : decisionsWithoutFramework();
    }

    private ProportionalDealer<PurchaseDecision> decisionsWithFramework() {
        ProportionalDealer<PurchaseDecision> decisions =
                new ProportionalDealer<PurchaseDecision>().with(PurchaseDecision.NOT_RECORDED, 3);
        return switch (setting) {
            case HOME_CARE ->
                decisions
                        .with(PurchaseDecision.FRAMEWORK, 62)
                        .with(PurchaseDecision.DYNAMIC, 14)
                        .with(PurchaseDecision.SPOT_FROM_MEMBER, 11)
                        .with(PurchaseDecision.SPOT_FROM_OTHER, 10);
            case DAY_SUPPORT ->
                decisions
                        .with(PurchaseDecision.FRAMEWORK, 52)
                        .with(PurchaseDecision.IN_HOUSE, 20)
                        .with(PurchaseDecision.SPOT_FROM_MEMBER, 10)
                        .with(PurchaseDecision.SPOT_FROM_OTHER, 15);
            default ->
                isInBorough()
                        ? decisions
                                .with(PurchaseDecision.FRAMEWORK, 62)
                                .with(PurchaseDecision.SPOT_FROM_MEMBER, 13)
                                .with(PurchaseDecision.SPOT_FROM_OTHER, 12)
                                .with(PurchaseDecision.BLOCK, 10)
                        : decisions
                                .with(PurchaseDecision.FRAMEWORK, 55)
                                .with(PurchaseDecision.SPOT_FROM_MEMBER, 15)
                                .with(PurchaseDecision.SPOT_FROM_OTHER, 27);
        };
    }

    private ProportionalDealer<PurchaseDecision> decisionsWithoutFramework() {
        ProportionalDealer<PurchaseDecision> decisions = new ProportionalDealer<PurchaseDecision>();
        return switch (setting) {
            case RESIDENTIAL ->
                isInBorough()
                        ? decisions
                                .with(PurchaseDecision.SPOT, 79)
                                .with(PurchaseDecision.BLOCK, 18)
                                .with(PurchaseDecision.NOT_RECORDED, 3)
                        : mostlySpot(decisions);
            case NURSING ->
                isInBorough()
                        ? decisions
                                .with(PurchaseDecision.SPOT, 76)
                                .with(PurchaseDecision.BLOCK, 21)
                                .with(PurchaseDecision.NOT_RECORDED, 3)
                        : mostlySpot(decisions);
            case SUPPORTED_LIVING -> supportedLivingDecisions(decisions);
            case EXTRA_CARE ->
                decisions
                        .with(PurchaseDecision.SPOT, 58)
                        .with(PurchaseDecision.BLOCK, 24)
                        .with(PurchaseDecision.IN_HOUSE, 15)
                        .with(PurchaseDecision.NOT_RECORDED, 3);
            case SHARED_LIVES -> decisions.with(isInBorough() ? PurchaseDecision.IN_HOUSE : PurchaseDecision.SPOT, 100);
            case HOME_CARE ->
                decisions
                        .with(PurchaseDecision.SPOT, 55)
                        .with(PurchaseDecision.DYNAMIC, 42)
                        .with(PurchaseDecision.NOT_RECORDED, 3);
            case DAY_SUPPORT ->
                decisions
                        .with(PurchaseDecision.SPOT, 70)
                        .with(PurchaseDecision.IN_HOUSE, 27)
                        .with(PurchaseDecision.NOT_RECORDED, 3);
            default -> decisions.with(PurchaseDecision.SPOT, 88).with(PurchaseDecision.NOT_RECORDED, 12);
        };
    }

    /**
     * Adds the decisions for supported living before a framework covers it. Mental health placements outside the spot
     * stratum are never bought spot, so that the sample meets the published share.
     */
    private ProportionalDealer<PurchaseDecision> supportedLivingDecisions(
            ProportionalDealer<PurchaseDecision> decisions) {
        if (stratum == Stratum.SPOT_MENTAL_HEALTH_LIVING) {
            return decisions.with(PurchaseDecision.SPOT, 100);
        }
        if (need == Need.MENTAL_HEALTH) {
            return decisions
                    .with(PurchaseDecision.BLOCK, 60)
                    .with(PurchaseDecision.IN_HOUSE, 30)
                    .with(PurchaseDecision.NOT_RECORDED, 10);
        }
        return isInBorough()
                ? decisions
                        .with(PurchaseDecision.SPOT, 86)
                        .with(PurchaseDecision.BLOCK, 7)
                        .with(PurchaseDecision.IN_HOUSE, 4)
                        .with(PurchaseDecision.NOT_RECORDED, 3)
                : mostlySpot(decisions);
    }

    private static ProportionalDealer<PurchaseDecision> mostlySpot(ProportionalDealer<PurchaseDecision> decisions) {
        return decisions.with(PurchaseDecision.SPOT, 97).with(PurchaseDecision.NOT_RECORDED, 3);
    }

    private boolean isInBorough() {
        return tier == Tier.IN_BOROUGH;
    }
}
