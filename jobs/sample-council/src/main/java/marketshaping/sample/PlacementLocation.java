package marketshaping.sample;

/** The location details recorded on a line; each may be empty. */
record PlacementLocation(String postcode, String authority, String cqcLocation) {}
