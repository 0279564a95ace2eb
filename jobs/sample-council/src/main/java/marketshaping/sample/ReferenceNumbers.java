package marketshaping.sample;

import java.time.LocalDate;

/** Issues the numbers of people, placements, spot contracts and brokering cases in sequence. */
final class ReferenceNumbers {
    private int people;
    private long placements;
    private long spotContracts;
    private long cases;

    Person person(LocalDate birth) {
        people++;
        return new Person(people, birth);
    }

    String placement() {
        placements++;
        return Ids.of("PL", placements, 6);
    }

    String spotContract() {
        spotContracts++;
        return Ids.of("SP", spotContracts, 6);
    }

    String brokeringCase() {
        cases++;
        return Ids.of("BC", cases, 6);
    }
}
