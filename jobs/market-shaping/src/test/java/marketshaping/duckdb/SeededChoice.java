package marketshaping.duckdb;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Random choices from a seed: the same seed gives the same choices. */
final class SeededChoice {
    /** An end that never comes, written as an empty cell. */
    static final LocalDate NEVER = LocalDate.MAX;

    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 1300;

    /**
     * Boundary days of months, years, leap years, clock changes and the framework. The same days one year earlier and
     * later are included.
     */
    private static final List<LocalDate> TURNING_DAYS = Stream.of(
                    "2023-02-28 2023-03-01 2023-03-31 2023-04-01 2023-10-31 2024-02-28 2024-02-29 2024-03-01 2024-03-31"
                            .split(" "),
                    "2023-12-31 2024-01-01 2024-10-27 2024-12-31 2025-01-01 2025-03-30 2025-10-26 2025-12-31"
                            .split(" "),
                    "2024-04-01 2024-10-31 2024-12-25 2025-02-01 2025-02-28 2025-03-01 2025-03-31 2025-04-01"
                            .split(" "),
                    "2025-08-31 2026-02-01 2026-02-02 2026-02-28".split(" "))
            .flatMap(Stream::of)
            .map(LocalDate::parse)
            .toList();

    private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK);
    private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("d.M.yyyy", Locale.UK);
    private static final DateTimeFormatter NAMED = DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH);

    private final SplittableRandom random;
    private final double defectFactor;

    SeededChoice(long seed) {
        random = new SplittableRandom(seed);
        defectFactor = pick(0.2, 1.0, 3.0);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** Returns a whole number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    @SafeVarargs
    final <T> T pick(T... things) {
        return things[random.nextInt(things.length)];
    }

    <T> T pick(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** Returns the text, or an empty cell. */
    String maybe(double share, String text) {
        return chance(share) ? text : "";
    }

    /** Returns the text or, rarely, a wrong one. The share of wrong texts differs between councils. */
    String slip(double share, String text, String... wrong) {
        return chance(share * defectFactor) ? pick(wrong) : text;
    }

    /** Returns a code, sometimes with different capitals or spaces. */
    String spelled(String code) {
        return chance(0.85)
                ? code
                : pick(code.toUpperCase(Locale.ROOT), code.toLowerCase(Locale.ROOT), code.replace(" ", "  "));
    }

    LocalDate day() {
        return chance(0.35) ? pick(TURNING_DAYS) : FIRST_DAY.plusDays(between(0, DAYS));
    }

    /** Returns the day itself, a later day within the limit, or never. */
    LocalDate onOrAfter(LocalDate day, int within) {
        return chance(0.4) ? NEVER : day.plusDays(chance(0.2) ? 0 : between(0, within));
    }

    /** Returns a date in one of the formats that councils use. */
    String written(LocalDate day) {
        if (day.equals(NEVER)) {
            return "";
        }
        int form = between(0, 19);
        if (form < 12) {
            return day.toString();
        }
        if (form < 15) {
            return SLASHED.format(day);
        }
        return switch (form) {
            case 15 -> NAMED.format(day);
            case 16 -> DOTTED.format(day);
            case 17 -> day + "T00:00:00";
            case 18 -> SLASHED.format(day) + " 00:00";
            default ->
                String.valueOf(day.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay());
        };
    }

    /** Returns a date in the format of the national return. */
    String slashed(LocalDate day) {
        return day.equals(NEVER) ? "" : SLASHED.format(day);
    }
}
