package marketshaping.sample;

/** A decision on a purchase: its route, and for some spot purchases also the kind of provider. */
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
