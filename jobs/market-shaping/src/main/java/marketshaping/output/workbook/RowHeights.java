package marketshaping.output.workbook;

/**
 * Calculates the height of rows with wrapped text from the text and the column width. Not every program adjusts the
 * height on opening, and measuring text needs fonts that a server lacks.
 */
final class RowHeights {
    static final float LINE = 16f;
    static final float TITLE = 24f;
    static final float HEADING = 30f;

    /**
     * The share of the line width that the calculation uses. Programs draw text slightly differently, and a spare line
     * is better than a truncated one.
     */
    private static final double USABLE_SHARE = 0.95;

    private static final int DIGIT = 556;
    private static final int BOLD = 632;

    private RowHeights() {}

    static float ofLines(int lines) {
        return LINE * lines;
    }

    /** Returns the number of lines that the text fills in a column of this width, measured in digits. */
    static int lines(String text, int width) {
        return wrapped(text, (int) (width * DIGIT * USABLE_SHARE), RowHeights::arialWidth);
    }

    /**
     * Returns the number of lines that bold text fills. It may be too high, because every letter counts as wide as the
     * widest common letter.
     */
    static int boldLines(String text, int width) {
        return wrapped(text, width * DIGIT, letter -> BOLD);
    }

    /** The width of each letter, in the same unit as the line width. */
    private interface LetterWidth {
        int width(char letter);
    }

    private static int wrapped(String text, int width, LetterWidth letters) {
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            lines += wrappedParagraph(paragraph, width, letters);
        }
        return lines;
    }

    private static int wrappedParagraph(String paragraph, int width, LetterWidth letters) {
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
            // A word longer than a line breaks at the end of the line.
            lines += Math.max(0, length - 1) / width;
            used += (used > 0 ? space : 0) + (length > width ? length % width : length);
        }
        return lines;
    }

    /**
     * Returns the width of an Arial letter in thousandths of the font size. Each half of a surrogate pair counts as
     * one letter.
     */
    private static int arialWidth(char letter) {
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
