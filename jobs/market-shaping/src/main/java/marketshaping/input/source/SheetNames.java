package marketshaping.input.source;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The accepted names for the worksheet of an input.
 *
 * @param input the input, whose name is always accepted
 * @param patterns names by publishers, as patterns over lower-case names without spaces and punctuation
 */
public record SheetNames(String input, List<Pattern> patterns) {

    /** Returns true if a worksheet has an accepted name. */
    public boolean fit(String sheet) {
        String plain = sheet.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return sheet.strip().equalsIgnoreCase(input)
                || patterns.stream().anyMatch(pattern -> pattern.matcher(plain).matches());
    }
}
