package marketshaping.output.workbook;

import java.math.BigDecimal;

/** Recognises and converts numbers of any Java type in table cells. */
final class Numbers {
    private Numbers() {}

    /** Returns true for a finite number. A spreadsheet cannot store infinity or NaN. */
    static boolean isNumber(Object cell) {
        return cell instanceof Number number && Double.isFinite(number.doubleValue());
    }

    static BigDecimal exact(Object cell) {
        return new BigDecimal(cell.toString());
    }
}
