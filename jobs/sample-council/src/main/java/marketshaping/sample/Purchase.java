package marketshaping.sample;

/** What a placement is bought from whom and under which contract; the contract is empty where none is recorded. */
record Purchase(Route route, Provider provider, String contract) {
    static final Purchase NONE = new Purchase(Route.NOT_RECORDED, Provider.NOBODY, "");
}
