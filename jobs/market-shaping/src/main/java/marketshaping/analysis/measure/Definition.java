package marketshaping.analysis.measure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Definition of a measure in words. The Notes worksheet of every pack that contains the measure shows it. A part that
 * does not apply is empty.
 *
 * @param counts what is counted or added up (the numerator)
 * @param outOf what percentages are based on (the denominator)
 * @param period the date or the period
 * @param leftOut what is not counted
 * @param unknown how missing values are treated
 */
public record Definition(String counts, String outOf, String period, String leftOut, String unknown) {

    /** Returns the parts that are not empty, each after its label. */
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

    /** Returns the definition as one paragraph. */
    public String asText() {
        return String.join(" ", lines());
    }

    private static Optional<String> line(String label, String sentences) {
        return sentences.isEmpty() ? Optional.empty() : Optional.of(label + ": " + sentences);
    }
}
