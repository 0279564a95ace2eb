package marketshaping.sample;

/** A placement line that was written, with its reference, purchase and location. */
record RecordedPlacement(String id, PlacementLine line, Purchase purchase, PlacementLocation location) {}
