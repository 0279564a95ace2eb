package marketshaping.feedback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.table.ReferenceList;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Compares the names of an extract's columns with the names of an input's fields, with their synonyms in
 * {@code column_synonyms.csv}.
 */
final class NameSimilarity {
    static final double EXACT = 1.0;
    static final double SYNONYM = 0.95;
    private static final double SAME_WORDS = 0.93;
    private static final double SOME_WORDS = 0.9;
    private static final double TYPING_ERROR = 0.94;
    private static final double UNKNOWN_WORD = 0.7;
    /** The small advantage of a synonym over the next in its list. */
    private static final double RANK = 0.002;

    private static final String FILE = "(file)";
    private static final JaroWinklerSimilarity LETTERS = new JaroWinklerSimilarity();

    private final Map<String, List<String>> names = new LinkedHashMap<>();
    private final Map<String, List<Set<String>>> meanings = new HashMap<>();
    private final Map<String, Double> weights = new HashMap<>();
    private final List<Set<String>> fileNames = new ArrayList<>();

    NameSimilarity(Contract contract) {
        contract.fields()
                .forEach(field -> names.put(
                        field.name(), new ArrayList<>(List.of(field.name().replace('_', ' ')))));
        for (Map<String, String> row : ReferenceList.rows("column_synonyms")) {
            List<String> synonyms = List.of(row.get("synonyms").split(";"));
            if (row.get("input").equals(contract.input()) && row.get("column").equals(FILE)) {
                synonyms.forEach(name -> fileNames.add(Set.copyOf(ColumnWords.words(name))));
            } else if (row.get("input").equals(contract.input()) && names.containsKey(row.get("column"))) {
                names.get(row.get("column")).addAll(synonyms);
            }
        }
        Map<String, Set<String>> fields = new HashMap<>();
        names.forEach((field, phrases) -> {
            List<Set<String>> sets =
                    phrases.stream().map(ColumnWords.ALL::meanings).toList();
            meanings.put(field, sets);
            sets.forEach(set -> set.forEach(
                    word -> fields.computeIfAbsent(word, key -> new HashSet<>()).add(field)));
        });
        fields.forEach((word, in) -> weights.put(word, 1 / (1 + Math.log(in.size()))));
    }

    /**
     * Returns the similarity of a header cell and a field, from 0 to 1.
     *
     * @param implied the meaning that the content adds to the name, such as "date"; empty if none
     */
    double of(String header, String implied, Field field) {
        String plain = CodeList.normalised(header);
        if (plain.isEmpty()) {
            return 0;
        }
        if (plain.equals(CodeList.normalised(field.name()))) {
            return EXACT;
        }
        Set<String> words = ColumnWords.ALL.meanings(header);
        Set<String> more = new HashSet<>(words);
        more.add(implied.isEmpty() ? "" : implied);
        more.remove("");
        double best = 0;
        List<String> phrases = names.get(field.name());
        for (int i = 0; i < phrases.size(); i++) {
            String phrase = CodeList.normalised(phrases.get(i));
            Set<String> set = meanings.get(field.name()).get(i);
            if (plain.equals(phrase)) {
                best = Math.max(best, SYNONYM + 0.045 - RANK * i);
            } else if (!words.isEmpty() && (words.equals(set) || more.equals(set))) {
                best = Math.max(best, SAME_WORDS - RANK * i);
            } else {
                double letters = LETTERS.apply(plain, phrase);
                boolean isTypingError = letters >= TYPING_ERROR && Math.abs(plain.length() - phrase.length()) <= 3;
                double own = overlap(words, set);
                // The content alone must not make a name similar.
                double common = own == 0 ? 0 : Math.max(own, overlap(more, set)) * SOME_WORDS - RANK * i;
                best = Math.max(best, isTypingError ? letters * SOME_WORDS : common);
            }
        }
        return best;
    }

    private double overlap(Set<String> first, Set<String> second) {
        double common = 0;
        double all = 0;
        for (String word : first) {
            common += second.contains(word) ? weight(word) : 0;
            all += weight(word);
        }
        for (String word : second) {
            all += weight(word);
        }
        return all == 0 ? 0 : 2 * common / all;
    }

    private double weight(String word) {
        return weights.getOrDefault(word, UNKNOWN_WORD);
    }

    /** Returns true if the name of a file contains a name of the input's extract. */
    boolean isInFileName(String stem) {
        List<String> words = ColumnWords.words(stem);
        return fileNames.stream().anyMatch(words::containsAll);
    }
}
