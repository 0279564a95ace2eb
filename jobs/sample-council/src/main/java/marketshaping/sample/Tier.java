package marketshaping.sample;

/** The area in which a placement is, from the borough to outside London, or not located. */
enum Tier {
    IN_BOROUGH,
    NORTH_EAST_LONDON,
    OTHER_LONDON,
    OUTSIDE_LONDON,
    NOT_LOCATED;

    boolean isOutOfBorough() {
        return this == NORTH_EAST_LONDON || this == OTHER_LONDON || this == OUTSIDE_LONDON;
    }
}
