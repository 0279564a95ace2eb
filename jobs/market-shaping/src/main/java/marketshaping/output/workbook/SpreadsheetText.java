package marketshaping.output.workbook;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Cleans text for cells, so that Excel always opens the workbook and never interprets the text as anything else. */
final class SpreadsheetText {
    private static final int MAX_LENGTH = 32_767;
    private static final Pattern NOT_XML = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n]]|[\\uFFFE\\uFFFF]");
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private SpreadsheetText() {}

    /** Returns the text without characters that Excel rejects or interprets, and at most 32,767 characters long. */
    static String of(String text) {
        return isPlain(text) ? text : clean(text);
    }

    /** Returns true if the text needs no cleaning. Most text passes this quick test. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPrinted = c >= ' ' && c != '\u007F' && (c < '\u0080' || c >= '\u00A0');
            if (!isPrinted || c == '_' || c >= Character.MIN_SURROGATE) {
                return false;
            }
        }
        return text.length() <= MAX_LENGTH;
    }

    private static String clean(String text) {
        // Excel reads _x0041_ as the letter A. An escaped first underscore keeps the original text.
        String escaped = LOOKS_ESCAPED.matcher(inDrawing(text)).replaceAll("_x005F_");
        return truncate(escaped, MAX_LENGTH);
    }

    /** Cleans text for the title, name or description of a drawing, where Excel does not interpret escape sequences. */
    static String inDrawing(String text) {
        // The round trip replaces unpaired surrogates, which XML does not allow, with question marks.
        String wellFormed = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return NOT_XML.matcher(wellFormed.replace("\r\n", "\n")).replaceAll(" ");
    }

    /** Truncates text that is too long and adds an ellipsis. Never splits a surrogate pair. */
    static String truncate(String text, int maxLength) {
        if (text.length() <= maxLength) {
            return text;
        }
        int end = maxLength - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Returns true if a spreadsheet would read the text as a formula after someone edits the cell. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\n".indexOf(text.charAt(0)) >= 0;
    }
}
