package marketshaping.input.source;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the sheet of an input may be called in a workbook.
 *
 * @param input the input, whose own name always fits
 * @param patterns what publishers call it, over names in lower case without spaces and punctuation
 */
public record SheetNames(String input, List<Pattern> patterns) {

    public SheetNames {
        patterns = List.copyOf(patterns);
    }

    boolean fit(String sheet) {
        String plain = sheet.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return sheet.strip().equalsIgnoreCase(input)
                || patterns.stream().anyMatch(pattern -> pattern.matcher(plain).matches());
    }
}
