package marketshaping.sample;

/** Formats an amount in pence as pounds and pence. */
final class PenceText {
    private PenceText() {}

    static String of(long pence) {
        long size = Math.abs(pence);
        return (pence < 0 ? "-" : "") + size / 100 + "." + Ids.of("", size % 100, 2);
    }

    static long rounded(double pence) {
        return StrictMath.round(pence);
    }
}
