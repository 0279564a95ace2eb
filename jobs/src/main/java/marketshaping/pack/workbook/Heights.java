package marketshaping.pack.workbook;

/**
 * How high a row must be for its wrapped text, reckoned from the text and the width: no program that opens a workbook can
 * be relied on to do it, and measuring needs fonts that a server lacks.
 */
final class Heights {
    static final float LINE = 16f;
    static final float TITLE = 24f;
    static final float HEADING = 30f;

    /** A width is counted in digits, which are wider than most letters and narrower than bold ones. */
    private static final double LETTERS = 1.08;

    private static final double BOLD = 0.88;

    private Heights() {}

    static float ofLines(int lines) {
        return LINE * lines;
    }

    /** The lines that a text takes in a column of so many characters. */
    static int lines(String text, int width) {
        return wrapped(text, (int) (width * LETTERS));
    }

    static int boldLines(String text, int width) {
        return wrapped(text, (int) (width * BOLD));
    }

    private static int wrapped(String text, int width) {
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            lines += paragraph.length() <= width ? 1 : wrappedParagraph(paragraph, width);
        }
        return lines;
    }

    private static int wrappedParagraph(String paragraph, int width) {
        int lines = 1;
        int used = 0;
        for (String word : paragraph.split(" ", -1)) {
            int length = word.length();
            if (used > 0 && used + 1 + length > width) {
                lines++;
                used = 0;
            }
            // A word that is too long for any line is broken where the line ends.
            lines += Math.max(0, length - 1) / width;
            used += (used > 0 ? 1 : 0) + (length > width ? length % width : length);
        }
        return lines;
    }
}
