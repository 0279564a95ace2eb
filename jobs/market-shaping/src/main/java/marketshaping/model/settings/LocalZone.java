package marketshaping.model.settings;

import java.time.ZoneId;

/** The time zone of every date and timestamp. */
public final class LocalZone {
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private LocalZone() {}
}
