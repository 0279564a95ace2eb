package marketshaping.output.workbook;

/**
 * How high a row must be for its wrapped text, reckoned from the text and the width: no program that opens a workbook can
 * be relied on to do it, and measuring needs fonts that a server lacks.
 */
final class RowHeights {
    static final float LINE = 16f;
    static final float TITLE = 24f;
    static final float HEADING = 30f;

    /** Programs set letters a little closer or wider; a line too many is better than one that is cut off. */
    private static final double RESERVE = 0.95;

    private static final int DIGIT = 556;
    private static final int BOLD = 632;

    private RowHeights() {}

    static float ofLines(int lines) {
        return LINE * lines;
    }

    /** The lines that a text takes in a column of so many digits. */
    static int lines(String text, int width) {
        return wrapped(text, (int) (width * DIGIT * RESERVE), RowHeights::advance);
    }

    /** A bold letter is taken to be as wide as the widest are. */
    static int boldLines(String text, int width) {
        return wrapped(text, width * DIGIT, letter -> BOLD);
    }

    /** The width of a letter, in the units in which a line's is given. */
    private interface Letters {
        int width(char letter);
    }

    private static int wrapped(String text, int width, Letters letters) {
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            lines += wrappedParagraph(paragraph, width, letters);
        }
        return lines;
    }

    private static int wrappedParagraph(String paragraph, int width, Letters letters) {
        int space = letters.width(' ');
        int lines = 1;
        int used = 0;
        for (String word : paragraph.split(" ", -1)) {
            int length =
                    word.chars().map(letter -> letters.width((char) letter)).sum();
            if (used > 0 && used + space + length > width) {
                lines++;
                used = 0;
            }
            // A word that is too long for any line is broken where the line ends.
            lines += Math.max(0, length - 1) / width;
            used += (used > 0 ? space : 0) + (length > width ? length % width : length);
        }
        return lines;
    }

    /** How wide Arial has a letter, in thousandths of its size; half of a character beyond the first plane is a half. */
    private static int advance(char letter) {
        return switch (letter) {
            case 'i', 'j', 'l', '\'' -> 222;
            case 'f', 't', 'I', ' ', '!', ',', '.', '/', ':', ';', '[', ']', '\\', '|' -> 278;
            case 'r', '(', ')', '-', '`', '{', '}' -> 333;
            case '*', '"' -> 389;
            case 'c', 'k', 's', 'v', 'x', 'y', 'z', 'J' -> 500;
            case '+', '<', '=', '>', '~' -> 584;
            case 'F', 'T', 'Z' -> 611;
            case 'A', 'B', 'E', 'K', 'P', 'S', 'V', 'X', 'Y', '&' -> 667;
            case 'C', 'D', 'H', 'N', 'R', 'U', 'w' -> 722;
            case 'G', 'O', 'Q' -> 778;
            case 'm', 'M' -> 833;
            case 'W', '%' -> 944;
            case '@' -> 1015;
            default -> letter < '\u0080' ? DIGIT : letter < '\u0250' ? 667 : 1000;
        };
    }
}
