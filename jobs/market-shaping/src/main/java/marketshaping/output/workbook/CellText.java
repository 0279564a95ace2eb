package marketshaping.output.workbook;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Text made fit for a cell: whatever the data hold, a workbook opens and shows it as text. */
final class CellText {
    private static final int LONGEST = 32_767;
    private static final Pattern NOT_XML = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n]]|[\\uFFFE\\uFFFF]");
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private CellText() {}

    static String of(String text) {
        return isPlain(text) ? text : madeFit(text);
    }

    /** Most text needs nothing, and seeing that is quicker than looking for what it might need. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPrinted = c >= ' ' && c != '\u007F' && (c < '\u0080' || c >= '\u00A0');
            if (!isPrinted || c == '_' || c >= Character.MIN_SURROGATE) {
                return false;
            }
        }
        return text.length() <= LONGEST;
    }

    private static String madeFit(String text) {
        // Excel reads _x0041_ as the letter A; escaping its first underscore keeps it as it was.
        String escaped = LOOKS_ESCAPED.matcher(inDrawing(text)).replaceAll("_x005F_");
        return cut(escaped, LONGEST);
    }

    /** Text made fit for a drawing: its title, name or description, in which nothing is an escape. */
    static String inDrawing(String text) {
        // Encoding and decoding puts a question mark in the place of half a surrogate pair, which XML can't hold.
        String sound = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return NOT_XML.matcher(sound.replace("\r\n", "\n")).replaceAll(" ");
    }

    /** The beginning of a text that is too long, which says that it goes on; no letter is cut in half. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Whether a spreadsheet would take the text for a formula, were somebody to edit the cell and press Enter. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\n".indexOf(text.charAt(0)) >= 0;
    }
}
