package marketshaping.sample;

/** How it was decided to buy a placement: the route, and of whom. */
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
