package marketshaping.sample;

/** A placement line as it was written: its reference, purchase and location. */
record RecordedPlacement(String id, PlacementLine line, Purchase purchase, PlacementLocation location) {}
