package marketshaping.measure;

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

    public String asText() {
        StringBuilder text = new StringBuilder("Counts: ").append(counts);
        append(text, "Out of", outOf);
        append(text, "Period", period);
        append(text, "Left out", leftOut);
        append(text, "Unknown", unknown);
        return text.toString();
    }

    private static void append(StringBuilder text, String name, String words) {
        if (!words.isEmpty()) {
            text.append(' ').append(name).append(": ").append(words);
        }
    }
}
