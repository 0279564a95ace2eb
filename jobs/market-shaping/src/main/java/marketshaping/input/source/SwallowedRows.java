package marketshaping.input.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds records in which a stray quote opened a cell and another quote closed it in a later row. Real text over several
 * lines leaves its record with the usual width, or its lines do not have the width and the first cell of rows.
 */
final class SwallowedRows {
    /** In narrower tables, a line of real text may have as many separators as a row. */
    private static final int LEAST_COLUMNS = 5;

    private static final int LEAST_COLUMNS_OF_LINES = 3;
    private static final int SUSPECTS = 10_000;
    private static final int ROWS_WITH_SHAPE = 10_000;
    private static final int LONGEST_SHAPE = 24;

    private final char separator;
    private final long[] recordsOfWidth = new long[Limits.COLUMNS + 1];
    private final Set<String> shapes = new HashSet<>();
    private final List<Suspect> suspects = new ArrayList<>();
    private Suspect current = new Suspect();
    private long record = 1;

    SwallowedRows(char separator) {
        this.separator = separator;
    }

    /** A record, with the widths that its lines would have if its quotes were text. */
    static final class Suspect {
        private int width;
        private int lineWidth;
        private int narrowest = Integer.MAX_VALUE;
        private int widest;
        private int separators;
        private int breaks;
        private String lineStart = "";
        private long number;

        long number() {
            return number;
        }

        int breaks() {
            return breaks;
        }

        private void endLine() {
            narrowest = Math.min(narrowest, lineWidth);
            widest = Math.max(widest, lineWidth);
            lineWidth = 1;
        }
    }

    /** Takes the next cell of the record, without its quotes. */
    void cell(char[] text, int start, int end, boolean hasLineBreaks) {
        if (current.width == 0 && record <= ROWS_WITH_SHAPE) {
            shapes.add(shape(text, start, end));
        }
        current.width++;
        current.lineWidth++;
        for (int i = start; hasLineBreaks && i < end; i++) {
            if (text[i] == separator) {
                current.separators++;
                current.lineWidth++;
            } else if (text[i] == '\n' || text[i] == '\r' && (i + 1 == end || text[i + 1] != '\n')) {
                current.endLine();
                if (current.breaks++ == 0) {
                    current.lineStart = shape(text, i + 1, end);
                }
            }
        }
    }

    void endRecord() {
        if (current.width > 1) {
            recordsOfWidth[current.width]++;
        }
        if (current.breaks == 0) {
            current.width = 0;
            current.lineWidth = 0;
        } else {
            current.endLine();
            current.number = record;
            boolean isSuspect = current.separators > 0 || current.narrowest == current.widest;
            if (isSuspect && suspects.size() < SUSPECTS) {
                suspects.add(current);
            }
            current = new Suspect();
        }
        record++;
    }

    /** Returns the first record that contains swallowed rows. Call it at the end of the text. */
    Optional<Suspect> first() {
        int usual = 0;
        for (int width = 1; width < recordsOfWidth.length; width++) {
            usual = recordsOfWidth[width] > recordsOfWidth[usual] ? width : usual;
        }
        int most = usual;
        return suspects.stream().filter(suspect -> isSwallowing(suspect, most)).findFirst();
    }

    private boolean isSwallowing(Suspect suspect, int usual) {
        boolean hasUsualWidth = suspect.width == usual;
        boolean linesAreRows = usual >= LEAST_COLUMNS_OF_LINES && suspect.narrowest == usual && suspect.widest == usual;
        boolean isDense = usual >= LEAST_COLUMNS && suspect.separators * 2 > suspect.breaks * (usual - 1);
        return hasUsualWidth ? linesAreRows && shapes.contains(suspect.lineStart) : linesAreRows || isDense;
    }

    /** Returns the shape of the first cell: 9 for each word with a digit, a for each other word, and punctuation. */
    private String shape(char[] text, int start, int end) {
        StringBuilder shape = new StringBuilder();
        for (int i = start; i < end && text[i] != separator && text[i] != '\n' && text[i] != '\r'; i++) {
            int last = shape.length() - 1;
            char previous = last < 0 ? ' ' : shape.charAt(last);
            boolean isWithinWord = previous == '9' || previous == 'a';
            char sign = Character.isDigit(text[i]) ? '9' : Character.isLetter(text[i]) ? 'a' : text[i];
            if (sign == '9' && isWithinWord) {
                shape.setCharAt(last, '9');
            } else if (shape.length() < LONGEST_SHAPE && !(sign == 'a' && isWithinWord)) {
                shape.append(sign);
            }
        }
        return shape.toString().strip();
    }
}
