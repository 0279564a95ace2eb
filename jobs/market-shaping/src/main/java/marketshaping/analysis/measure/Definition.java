package marketshaping.analysis.measure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A measure in words, printed on the Notes sheet of every pack that shows it.
 *
 * @param counts what is counted or added up (the numerator)
 * @param outOf what a percentage is a percentage of (the denominator); empty where there is none
 * @param period the date or the period
 * @param leftOut what is not counted
 * @param unknown how what is not known is treated
 */
public record Definition(String counts, String outOf, String period, String leftOut, String unknown) {

    /** Each part that says something, after its name. */
    public List<String> lines() {
        return Stream.of(
                        line("Counts", counts),
                        line("Out of", outOf),
                        line("Period", period),
                        line("Left out", leftOut),
                        line("Unknown", unknown))
                .flatMap(Optional::stream)
                .toList();
    }

    public String asText() {
        return String.join(" ", lines());
    }

    private static Optional<String> line(String name, String words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(name + ": " + words);
    }
}
