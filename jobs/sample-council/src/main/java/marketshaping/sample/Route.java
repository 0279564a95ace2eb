package marketshaping.sample;

/** The purchase route of a placement. */
enum Route {
    SPOT("Spot"),
    FRAMEWORK("Framework"),
    DYNAMIC("Dynamic purchasing system"),
    BLOCK("Block"),
    IN_HOUSE("In-house"),
    NOT_RECORDED("");

    final String label;

    Route(String label) {
        this.label = label;
    }
}
