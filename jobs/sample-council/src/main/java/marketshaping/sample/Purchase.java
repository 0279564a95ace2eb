package marketshaping.sample;

/** The purchase route, provider and contract of a placement. The contract is empty if none is recorded. */
record Purchase(Route route, Provider provider, String contract) {
    static final Purchase NONE = new Purchase(Route.NOT_RECORDED, Provider.NOBODY, "");
}
