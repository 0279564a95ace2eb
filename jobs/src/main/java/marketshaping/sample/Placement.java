package marketshaping.sample;

/** A placement line as it was written: its reference, what is bought, from whom, and where. */
record Placement(String id, Line line, Purchase purchase, Whereabouts whereabouts) {}
