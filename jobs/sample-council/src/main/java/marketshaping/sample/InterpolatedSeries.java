package marketshaping.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A number of people over time in a council of 4,000 people. The number is known on a few days and interpolated
 * linearly between them.
 */
final class InterpolatedSeries {
    private static final List<LocalDate> KNOWN_ON = List.of(
            LocalDate.of(2022, 11, 1),
            LocalDate.of(2024, 3, 31),
            LocalDate.of(2024, 6, 30),
            LocalDate.of(2025, 2, 28),
            LocalDate.of(2025, 3, 31),
            LocalDate.of(2025, 6, 30),
            LocalDate.of(2026, 10, 31));

    private final double[] values;

    InterpolatedSeries(double... values) {
        this.values = values;
        if (values.length != KNOWN_ON.size()) {
            throw new IllegalArgumentException("A series needs " + KNOWN_ON.size() + " values, not " + values.length);
        }
    }

    double on(LocalDate day) {
        int next = 1;
        while (day.isAfter(KNOWN_ON.get(next))) {
            next++;
        }
        LocalDate before = KNOWN_ON.get(next - 1);
        double fraction =
                (double) ChronoUnit.DAYS.between(before, day) / ChronoUnit.DAYS.between(before, KNOWN_ON.get(next));
        return values[next - 1] + fraction * (values[next] - values[next - 1]);
    }
}
