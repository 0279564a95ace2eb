package marketshaping.sample;

import java.time.LocalDate;

/** An artificial person: a number and a date of birth, nothing else. */
record Person(int number, LocalDate birth) {
    String id() {
        return Ids.of("P", number, 6);
    }
}
