package marketshaping.sample;

/** Formats system references: letters followed by a number with leading zeros. */
final class Ids {
    private Ids() {}

    static String of(String letters, long number, int digits) {
        String text = Long.toString(number);
        StringBuilder id = new StringBuilder(letters);
        for (int i = text.length(); i < digits; i++) {
            id.append('0');
        }
        return id.append(text).toString();
    }
}
