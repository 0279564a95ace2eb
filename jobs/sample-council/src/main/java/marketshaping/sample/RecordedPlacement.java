package marketshaping.sample;

/** A placement line as it was written: its reference, what is bought, from whom, and where. */
record RecordedPlacement(String id, PlacementLine line, Purchase purchase, PlacementLocation whereabouts) {}
