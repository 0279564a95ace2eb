package marketshaping.sample;

/** The distance of a placement from the borough, in bands. */
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
