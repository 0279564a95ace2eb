package marketshaping.analysis.rollup;

import java.io.Serializable;
import java.time.LocalDate;

/** Days from the first to the last, both included, as days since 1970. Figures about one date use the last. */
public record Span(int first, int last) implements Serializable {

    public static Span of(LocalDate first, LocalDate last) {
        return new Span((int) first.toEpochDay(), (int) last.toEpochDay());
    }
}
