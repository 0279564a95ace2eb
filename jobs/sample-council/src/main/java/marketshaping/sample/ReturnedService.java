package marketshaping.sample;

/**
 * The service that the national return records for a setting: its type, its component, and the council's own
 * description.
 */
record ReturnedService(String type, String component, String description) {
    private static final String COMMUNITY = "Long term support: Community";

    static ReturnedService of(CareSetting setting) {
        return switch (setting) {
            case RESIDENTIAL ->
                new ReturnedService(
                        "Long term support: Residential care",
                        "Long term residential care",
                        "Care home place \u2013 residential");
            case NURSING ->
                new ReturnedService(
                        "Long term support: Nursing care", "Long term nursing care", "Care home place \u2013 nursing");
            case SUPPORTED_LIVING -> inTheCommunity("Community supported living", "Tenancy with support");
            case EXTRA_CARE -> inTheCommunity("Extra care housing", "Extra care flat");
            case SHARED_LIVES -> inTheCommunity("Shared Lives", "Shared Lives household");
            case HOME_CARE -> inTheCommunity("Home support or domiciliary care", "Home care");
            case DAY_SUPPORT -> inTheCommunity("Day support", "Day centre and caf\u00e9");
            case DIRECT_PAYMENT -> inTheCommunity("Direct payment", "Direct payment in \u00a3");
            case RESPITE ->
                new ReturnedService(
                        "Short term support: Other short term",
                        "Short term residential care",
                        "Respite \u2013 carer\u2019s break");
            case OTHER -> inTheCommunity("Other long term support", "Other support");
        };
    }

    /** Returns the setting that the return sometimes records by mistake instead of this setting. */
    static CareSetting mistakenFor(CareSetting setting) {
        return switch (setting) {
            case RESIDENTIAL -> CareSetting.NURSING;
            case NURSING -> CareSetting.RESIDENTIAL;
            case EXTRA_CARE, SHARED_LIVES -> CareSetting.SUPPORTED_LIVING;
            case SUPPORTED_LIVING -> CareSetting.HOME_CARE;
            default -> setting;
        };
    }

    boolean isInTheCommunity() {
        return type.equals(COMMUNITY);
    }

    private static ReturnedService inTheCommunity(String component, String description) {
        return new ReturnedService(COMMUNITY, component, description);
    }
}
