package marketshaping.output.workbook;

import java.math.BigDecimal;

/** The numbers that a table may hold, without regard to their type. */
final class Numbers {
    private Numbers() {}

    /** A finite number; what is infinite or not a number can't stand in a spreadsheet. */
    static boolean isNumber(Object cell) {
        return cell instanceof Number number && Double.isFinite(number.doubleValue());
    }

    static BigDecimal exact(Object cell) {
        return new BigDecimal(cell.toString());
    }
}
