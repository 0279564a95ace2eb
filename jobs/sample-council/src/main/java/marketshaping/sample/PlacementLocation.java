package marketshaping.sample;

/** What a line says about where it is: any of it may be empty. */
record PlacementLocation(String postcode, String authority, String cqcLocation) {}
