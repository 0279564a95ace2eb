package marketshaping.input.source;

/** The record numbers of the XLS format that the reader uses. */
final class Biff {
    static final int END = 0x000A;
    static final int CONTINUATION = 0x003C;
    static final int DATE_MODE = 0x0022;
    static final int FILE_PASS = 0x002F;
    static final int SHEET = 0x0085;
    static final int STYLE = 0x00E0;
    static final int TEXTS = 0x00FC;
    static final int FORMAT = 0x041E;
    static final int BEGINNING = 0x0809;

    static final int FORMULA = 0x0006;
    static final int SMALL_NUMBERS = 0x00BD;
    static final int RICH_TEXT = 0x00D6;
    static final int SHARED_TEXT = 0x00FD;
    static final int NUMBER = 0x0203;
    static final int TEXT = 0x0204;
    static final int TRUTH_OR_ERROR = 0x0205;
    static final int FORMULA_TEXT = 0x0207;
    static final int SMALL_NUMBER = 0x027E;

    private Biff() {}
}
