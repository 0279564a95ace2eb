package marketshaping.sample;

import java.time.LocalDate;

/** An artificial person, who has only a number and a date of birth. */
record Person(int number, LocalDate birth) {
    String id() {
        return Ids.of("P", number, 6);
    }
}
