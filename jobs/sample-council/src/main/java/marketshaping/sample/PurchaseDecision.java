package marketshaping.sample;

/** The decision on a purchase: the route and the kind of provider. */
enum PurchaseDecision {
    SPOT,
    SPOT_FROM_MEMBER,
    SPOT_FROM_OTHER,
    FRAMEWORK,
    DYNAMIC,
    BLOCK,
    IN_HOUSE,
    NOT_RECORDED
}
