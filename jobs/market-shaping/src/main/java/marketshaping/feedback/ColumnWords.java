package marketshaping.feedback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Inputs;
import marketshaping.model.table.ReferenceList;

/** The words of column names and codes, from {@code column_words.csv}. Words with one meaning are equal. */
final class ColumnWords {
    /** Matches single letters before another one, as in D.O.B and p/w. */
    private static final Pattern INITIALS = Pattern.compile("(?i)\\b([a-z])[./](?=[a-z]\\b)");

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Set<String> PREPOSITIONS = Set.of("to", "on", "from", "per");

    static final ColumnWords ALL = new ColumnWords();

    private final Map<String, String> meanings = new HashMap<>();
    private final Set<String> vocabulary = new HashSet<>();

    private ColumnWords() {
        for (Map<String, String> row : ReferenceList.rows("column_words")) {
            for (String word : row.get("words").split(";")) {
                meanings.putIfAbsent(String.join(" ", words(word)), row.get("means"));
                vocabulary.addAll(words(word));
            }
        }
        ReferenceList.rows("column_synonyms").forEach(row -> vocabulary.addAll(words(row.get("synonyms"))));
        ReferenceList.rows("code_synonyms").forEach(row -> vocabulary.addAll(words(row.get("synonyms"))));
        Inputs.ALL.stream()
                .flatMap(contract -> contract.fields().stream())
                .map(Field::list)
                .forEach(list -> list.codes().values().forEach(code -> vocabulary.addAll(words(code))));
        ReferenceList.rows("code_words").forEach(row -> vocabulary.addAll(words(row.get("word"))));
    }

    /** Returns the words of a text in lower case, in the singular. */
    static List<String> words(String text) {
        String spaced = WORD_START
                .matcher(INITIALS.matcher(text).replaceAll("$1"))
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replace("'", "");
        List<String> words = new ArrayList<>();
        for (String word : spaced.split("[^\\p{L}\\d]+")) {
            if (!word.isEmpty()) {
                words.add(singular(word));
            }
        }
        return words;
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /** Returns the meanings of the words in a column's name. Words such as "the" have none. */
    Set<String> meanings(String name) {
        List<String> words = words(name);
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            String pair = i + 1 < words.size() ? words.get(i) + " " + words.get(i + 1) : "";
            boolean isPreposition = PREPOSITIONS.contains(words.get(i)) && i + 1 < words.size() && i > 0;
            if (meanings.containsKey(pair)) {
                found.add(meanings.get(pair));
                i++;
            } else if (!isPreposition) {
                found.add(meanings.getOrDefault(words.get(i), words.get(i)));
            }
        }
        found.remove("");
        return found;
    }

    /** Returns true if the word occurs in the names of columns or in codes, so that it is not a person's name. */
    boolean isKnown(String word) {
        return vocabulary.contains(singular(word.toLowerCase(Locale.ROOT)));
    }
}
