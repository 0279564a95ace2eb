package marketshaping.sample;

/** How a placement is bought. */
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
