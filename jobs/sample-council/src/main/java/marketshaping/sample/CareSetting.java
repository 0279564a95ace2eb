package marketshaping.sample;

/** The kind of care that a placement provides, with the name used in the inputs. */
enum CareSetting {
    RESIDENTIAL("Residential care"),
    NURSING("Nursing care"),
    SUPPORTED_LIVING("Supported living"),
    EXTRA_CARE("Extra care"),
    SHARED_LIVES("Shared Lives"),
    HOME_CARE("Home care"),
    DAY_SUPPORT("Day support"),
    DIRECT_PAYMENT("Direct payment"),
    RESPITE("Respite"),
    OTHER("Other");

    final String label;

    CareSetting(String label) {
        this.label = label;
    }

    boolean isCareHome() {
        return this == RESIDENTIAL || this == NURSING;
    }

    boolean isAccommodation() {
        return isCareHome() || this == SUPPORTED_LIVING || this == EXTRA_CARE || this == SHARED_LIVES;
    }
}
