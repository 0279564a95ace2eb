package marketshaping.feedback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import marketshaping.input.validate.CellParser;
import marketshaping.input.validate.CellParsers;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;
import marketshaping.model.table.ReferenceList;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds the code of a list that a source system's value means, with the synonyms in {@code code_synonyms.csv}. */
final class CodeMatcher {
    private static final Set<String> NEGATIONS =
            Set.of("not", "no", "non", "without", "await", "pend", "before", "un", "yet");
    private static final double TYPING_ERROR = 0.93;
    private static final JaroWinklerSimilarity LETTERS = new JaroWinklerSimilarity();

    /** Words that occur in names of many codes, so that they distinguish none. */
    private static final Set<String> COMMON = Set.of(
            "care",
            "support",
            "servic",
            "hom",
            "team",
            "of",
            "by",
            "in",
            "the",
            "with",
            "to",
            "for",
            "and",
            "or",
            "need",
            "not",
            "no",
            "placement",
            "plac",
            "clos",
            "oth",
            "other");

    private final CellParser parser;
    private final Map<String, String> synonyms = new LinkedHashMap<>();
    private final Map<Set<String>, String> phrases = new LinkedHashMap<>();
    private final Map<String, CodeProposal> answers = new HashMap<>();

    CodeMatcher(Field field) {
        parser = CellParsers.of(field);
        String list = field.type() == Type.YES_NO ? "yes_no" : field.list().name();
        for (Map<String, String> row : ReferenceList.rows("code_synonyms")) {
            if (row.get("list").equals(list)) {
                for (String synonym : row.get("synonyms").split(";")) {
                    synonyms.putIfAbsent(CodeList.normalised(synonym), row.get("code"));
                    phrases.putIfAbsent(stems(synonym), row.get("code"));
                }
            }
        }
        field.list().canonicalCodes().forEach(code -> {
            phrases.putIfAbsent(stems(code), code);
            synonyms.putIfAbsent(CodeList.normalised(code), code);
        });
    }

    /** Returns the codes of a list for the values of a column, without values that may identify a person. */
    List<CodeProposal> proposals(ColumnProfile column) {
        List<CodeProposal> proposals = new ArrayList<>();
        column.values().forEach((value, rows) -> {
            if (!PersonalText.isIn(value)) {
                CodeProposal match = match(value);
                proposals.add(new CodeProposal(
                        value, rows, match.code(), match.confidence(), match.reason(), match.isListed()));
            }
        });
        return proposals;
    }

    /** Returns true if a value is a code, or certainly or probably means one. */
    boolean isCode(String value) {
        return match(value).confidence() != Confidence.UNSURE;
    }

    private CodeProposal match(String value) {
        return answers.computeIfAbsent(value, this::find);
    }

    private CodeProposal find(String value) {
        Object listed = parser.value(value);
        String synonym = synonyms.get(CodeList.normalised(value));
        if (listed != null) {
            return new CodeProposal(value, 0, listed.toString(), Confidence.CERTAIN, "a code of the list", true);
        } else if (synonym != null) {
            return new CodeProposal(value, 0, synonym, Confidence.CERTAIN, "a known name of the code", false);
        }
        Set<String> words = stems(value);
        int most = phrases.keySet().stream()
                .filter(phrase -> isIn(words, phrase))
                .mapToInt(Set::size)
                .max()
                .orElse(0);
        if (most > 0) {
            List<Map.Entry<Set<String>, String>> longest = phrases.entrySet().stream()
                    .filter(entry -> entry.getKey().size() == most && isIn(words, entry.getKey()))
                    .toList();
            Set<String> codes = longest.stream().map(Map.Entry::getValue).collect(Collectors.toSet());
            boolean isNegated = words.stream()
                    .anyMatch(word -> NEGATIONS.contains(word)
                            && longest.stream()
                                    .noneMatch(entry -> entry.getKey().contains(word)));
            boolean isClear = codes.size() == 1 && !isNegated;
            return new CodeProposal(
                    value,
                    0,
                    longest.get(0).getValue(),
                    isClear ? Confidence.LIKELY : Confidence.UNSURE,
                    isClear ? "it contains a name of the code" : "it also contains words of another meaning",
                    false);
        }
        CodeProposal similar = similar(value);
        return similar.code().isEmpty() ? sharingWord(value, words) : similar;
    }

    /** Returns the words of a text without endings, so that paused equals pause. */
    private static Set<String> stems(String text) {
        return ColumnWords.words(text).stream()
                .map(word -> word.length() > 4 ? word.replaceFirst("(ing|ed|e)$", "") : word)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns true if a value contains a phrase. A single letter is too short to mean anything inside a value. */
    private static boolean isIn(Set<String> words, Set<String> phrase) {
        return words.containsAll(phrase)
                && !(phrase.size() == 1 && phrase.iterator().next().length() < 2);
    }

    /** Returns the only code with a name that shares a word with the value, as a suggestion. */
    private CodeProposal sharingWord(String value, Set<String> words) {
        Set<String> codes = new HashSet<>();
        for (String word : words) {
            Set<String> sharing = phrases.entrySet().stream()
                    .filter(entry -> word.length() > 2
                            && !COMMON.contains(word)
                            && entry.getKey().contains(word))
                    .map(Map.Entry::getValue)
                    .collect(Collectors.toSet());
            if (sharing.size() == 1) {
                codes.addAll(sharing);
            }
        }
        return codes.size() == 1
                ? new CodeProposal(
                        value,
                        0,
                        codes.iterator().next(),
                        Confidence.UNSURE,
                        "it shares a word with a name of the code",
                        false)
                : new CodeProposal(value, 0, "", Confidence.UNSURE, "no code is similar", false);
    }

    private CodeProposal similar(String value) {
        String plain = CodeList.normalised(value);
        String best = "";
        double bestScore = TYPING_ERROR;
        for (Map.Entry<String, String> synonym : synonyms.entrySet()) {
            double score = plain.length() < 4 ? 0 : LETTERS.apply(plain, synonym.getKey());
            if (score >= bestScore) {
                best = synonym.getValue();
                bestScore = score;
            }
        }
        return best.isEmpty()
                ? new CodeProposal(value, 0, "", Confidence.UNSURE, "no code is similar", false)
                : new CodeProposal(value, 0, best, Confidence.LIKELY, "a similar spelling", false);
    }
}
