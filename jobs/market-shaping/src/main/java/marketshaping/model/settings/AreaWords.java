package marketshaping.model.settings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a council for its own area and the areas around it. Tables, code and CSV files have the general words
 * {@code borough}, {@code Partner area}, {@code Rest of region} and {@code Outside region}. Workbooks, pages and
 * documents have the council's words instead.
 *
 * @param word the word for the council's area, such as borough, county or city
 * @param labels the council's names of the tiers Partner area, Rest of region and Outside region; a tier without a name
 *     keeps the general one
 */
public record AreaWords(String word, Map<String, String> labels) {
    private static final String GENERAL_WORD = "borough";

    /** The general words, which are replaced in one pass so that the council's words stay as they are. */
    private static final Pattern GENERAL =
            Pattern.compile("([Oo]utside|[Rr]est of) (the )?region|[Pp]artner area|\\b" + GENERAL_WORD + "s?\\b");

    public AreaWords {
        labels = Map.copyOf(labels);
    }

    /** Returns the words of a council that has set none. */
    public static AreaWords ofRegion(String region) {
        String name = region.matches("(North|South|East|West)\\b.*") ? "the " + region : region;
        return new AreaWords(
                GENERAL_WORD, Map.of("Rest of region", "Rest of " + name, "Outside region", "Outside " + name));
    }

    /** Returns these words, with those of a council in place of the same ones here. */
    public AreaWords with(String ownWord, Map<String, String> ownLabels) {
        Map<String, String> all = new LinkedHashMap<>(labels);
        all.putAll(ownLabels);
        return new AreaWords(ownWord.isEmpty() ? word : ownWord, all);
    }

    /** Returns a text with the council's words in place of the general ones. */
    public String in(String text) {
        return GENERAL.matcher(text).replaceAll(found -> Matcher.quoteReplacement(own(found.group())));
    }

    private String own(String general) {
        if (general.equals(GENERAL_WORD)) {
            return word;
        } else if (general.equals(GENERAL_WORD + "s")) {
            return plural();
        }
        String tier = general.replace("the ", "");
        String label = labels.get(tier.substring(0, 1).toUpperCase(Locale.ROOT) + tier.substring(1));
        if (label == null) {
            return general;
        }
        return Character.isUpperCase(general.charAt(0)) ? label : startInLowerCase(label);
    }

    private String plural() {
        return word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
    }

    /** Returns a label inside a sentence: the first letter is small if it starts with a usual word for places. */
    private static String startInLowerCase(String label) {
        return label.matches("(Outside|Rest|Other|Partner|Beyond|Elsewhere)\\b.*")
                ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1)
                : label;
    }
}
