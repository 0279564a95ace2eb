package marketshaping.input.validate;

import java.util.regex.Pattern;
import marketshaping.input.source.SourceRow;

/**
 * Reads the identifier in a cell of a worksheet as people see it: the number 42 with the format 0000 is 0042. A number
 * that the program shows rounded or in scientific notation has lost digits.
 */
final class ShownIdentifier {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:[.]\\d+)?");
    private static final Pattern SCIENTIFIC = Pattern.compile(".*\\d[eE][+-]?\\d+.*");

    private ShownIdentifier() {}

    static String of(SourceRow row, int position) {
        String cell = row.cell(position);
        String shown = row.shown(position);
        if (cell.equals(shown)
                || shown.isEmpty()
                || row.isDate(position)
                || !NUMBER.matcher(cell).matches()) {
            return cell;
        }
        if (SCIENTIFIC.matcher(shown).matches()) {
            return IdentifierText.LOST + shown;
        }
        String shownDigits = digits(shown);
        String cellDigits = digits(cell);
        // A grouping separator or decimal places without a value do not belong to the identifier.
        if (shown.replace(",", "").replaceFirst("[.]0+$", "").equals(cell)) {
            return cell;
        }
        return shownDigits.endsWith(cellDigits) ? shown : IdentifierText.LOST + shown;
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
