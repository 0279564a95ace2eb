package marketshaping.input.validate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts and numbers, as DECIMAL(18,4), and whole numbers. */
final class NumberText {
    /**
     * Matches an amount. The letter Â is allowed because a UTF-8 pound sign in the wrong encoding is read as Â£. Digits
     * may be grouped in threes. Positive exponents are refused, because a spreadsheet writes them when it drops digits.
     */
    private static final Pattern AMOUNT = Pattern.compile(
            "(?=.*\\d)[-+(£\u00c2\\h]*(?:\\d{1,3}(?:[,\\h]\\d{3})+|\\d*)(?:[.]\\d*)?" + "(?:[eE]-\\d+)?[-)\\h]*");

    /** Matches zero in the accounting style of a spreadsheet. */
    private static final Pattern ZERO = Pattern.compile("£\\h*-");

    private static final Pattern DECORATION = Pattern.compile("[£\u00c2,\\h]");
    private static final Pattern NEGATIVE = Pattern.compile("\\((.*)\\)|([^-]+)-");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d*[.]?\\d*(?:[eE][+-]?\\d{1,3})?");
    private static final int SCALE = 4;
    private static final int PRECISION = 18;

    private NumberText() {}

    static BigDecimal value(String text) {
        if (isDigits(text)) {
            return scaled(new BigDecimal(text));
        }
        if (isDigitsAndDots(text)) {
            return decimal(text);
        }
        if (AMOUNT.matcher(text).matches()) {
            String plain = DECORATION.matcher(text).replaceAll("");
            // An amount in brackets or with a trailing minus sign is negative, as in ledgers.
            Matcher negative = NEGATIVE.matcher(plain);
            return decimal(
                    negative.matches()
                            ? "-" + (negative.group(1) == null ? negative.group(2) : negative.group(1))
                            : plain);
        }
        return ZERO.matcher(text).matches() ? BigDecimal.ZERO.setScale(SCALE) : null;
    }

    static Integer whole(String text) {
        BigDecimal number = value(text);
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    static Double degrees(String text) {
        return PLAIN.matcher(text).matches() && text.chars().anyMatch(Character::isDigit) ? Double.valueOf(text) : null;
    }

    /** Returns true for digits with at most one dot. */
    private static boolean isDigits(String text) {
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return dots <= 1 && text.length() > dots;
    }

    private static boolean isDigitsAndDots(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal decimal(String text) {
        if (!PLAIN.matcher(text).matches() || text.chars().noneMatch(Character::isDigit)) {
            return null;
        }
        return scaled(new BigDecimal(text));
    }

    private static BigDecimal scaled(BigDecimal number) {
        BigDecimal exact = number.setScale(SCALE, RoundingMode.HALF_UP);
        return exact.precision() > PRECISION ? null : exact;
    }
}
