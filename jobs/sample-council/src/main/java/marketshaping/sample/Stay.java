package marketshaping.sample;

import java.time.LocalDate;

/** A person's time in a pool. The end is {@link SampleCalendar#OPEN} if none is set. */
record Stay(Pool pool, Person person, LocalDate start, LocalDate end) {
    boolean isActiveOn(LocalDate day) {
        return !start.isAfter(day) && !end.isBefore(day);
    }

    /** Returns the last day of the stay within the period of the sample. */
    LocalDate lastKnownDay() {
        return SampleCalendar.earlier(end, SampleCalendar.LAST_DAY);
    }
}
