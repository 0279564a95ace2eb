package marketshaping.feedback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import marketshaping.input.validate.CellParser;
import marketshaping.input.validate.CellParsers;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;
import marketshaping.model.table.ReferenceList;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Finds the code of a list that a source system's value means, with the names in {@code code_synonyms.csv}. A value that
 * contains names of two codes is unsure, unless {@code code_precedence.csv} decides between them.
 */
final class CodeMatcher {
    private static final Set<String> NEGATIONS =
            Set.of("not", "no", "non", "without", "await", "pend", "before", "un", "yet");
    /** Words that deny the rest of their part. */
    private static final Set<String> DENIALS = Set.of("not", "no", "non");

    private static final double TYPING_ERROR = 0.93;
    private static final JaroWinklerSimilarity LETTERS = new JaroWinklerSimilarity();

    /** Matches the signs between the parts of a value. The words of a name are in one part. */
    static final Pattern PARTS = Pattern.compile("\\h[-–—]+\\h|(?<=\\w\\w)\\h*/\\h*(?=\\w\\w)|[(),;:|>\\[\\]]+");

    /** The word in {@code code_precedence.csv} for every code that is named later in the value. */
    private static final String FOLLOWING = "(following)";

    /** Words that occur in names of many codes, so that they distinguish none. */
    private static final Set<String> COMMON = Set.of(
            "care",
            "support",
            "servic",
            "home",
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
            "end",
            "oth",
            "other");

    private final CellParser parser;
    private final Map<String, String> synonyms = new LinkedHashMap<>();
    private final Map<List<String>, String> names = new LinkedHashMap<>();
    private final Map<String, Set<String>> precedence = new HashMap<>();
    private final Map<String, CodeProposal> answers = new HashMap<>();

    /** A name of a code that occurs in a value, from one word to another. */
    private record Occurrence(List<String> name, String code, int start) {
        int end() {
            return start + name.size();
        }

        boolean contains(Occurrence other) {
            return start <= other.start && end() >= other.end() && name.size() > other.name.size();
        }
    }

    CodeMatcher(Field field) {
        parser = CellParsers.of(field);
        String list = field.type() == Type.YES_NO ? "yes_no" : field.list().name();
        for (Map<String, String> row : ReferenceList.rows("code_synonyms")) {
            if (row.get("list").equals(list)) {
                for (String synonym : row.get("synonyms").split(";")) {
                    synonyms.putIfAbsent(CodeList.normalised(synonym), row.get("code"));
                    names.putIfAbsent(stems(synonym), row.get("code"));
                }
            }
        }
        field.list().canonicalCodes().forEach(code -> {
            names.putIfAbsent(stems(code), code);
            synonyms.putIfAbsent(CodeList.normalised(code), code);
        });
        ReferenceList.rows("code_precedence").stream()
                .filter(row -> row.get("list").equals(list))
                .forEach(row ->
                        precedence.put(row.get("code"), Set.of(row.get("over").split(";"))));
    }

    /** Returns the codes of a list for the values of a column, without values that may identify a person. */
    List<CodeProposal> proposals(ColumnProfile column) {
        List<CodeProposal> proposals = new ArrayList<>();
        column.values().forEach((value, rows) -> {
            if (PersonalText.mayShow(value, rows)) {
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
            return proposal(value, synonym, Confidence.CERTAIN, "a known name of the code");
        }
        List<List<String>> parts =
                Arrays.stream(PARTS.split(value)).map(CodeMatcher::stems).toList();
        List<String> words = parts.stream().flatMap(List::stream).toList();
        List<Occurrence> found = occurrences(parts);
        List<Occurrence> decisive =
                found.stream().filter(one -> !isOverridden(one, found)).toList();
        Set<String> namedWords =
                found.stream().flatMap(one -> one.name().stream()).collect(Collectors.toSet());
        boolean isNegated = words.stream().anyMatch(word -> NEGATIONS.contains(word) && !namedWords.contains(word));
        if (!decisive.isEmpty()) {
            boolean isClear = !isNegated
                    && decisive.stream().map(Occurrence::code).distinct().count() == 1;
            return proposal(
                    value,
                    decisive.get(0).code(),
                    isClear ? Confidence.LIKELY : Confidence.UNSURE,
                    isClear ? "it contains a name of the code" : "it also contains words of another meaning");
        }
        return isNegated ? proposal(value, "", Confidence.UNSURE, "no code is similar") : similar(value, words);
    }

    private static CodeProposal proposal(String value, String code, Confidence confidence, String reason) {
        return new CodeProposal(value, 0, code, confidence, reason, false);
    }

    /** Returns the words of a text without endings, so that paused equals pause. */
    private static List<String> stems(String text) {
        return ColumnWords.words(text).stream()
                .map(word -> word.length() > 4 ? word.replaceFirst("(ing|ed|e)$", "") : word)
                .toList();
    }

    /** Returns the longest names in the parts of a value, from left to right, except those that are denied. */
    private List<Occurrence> occurrences(List<List<String>> parts) {
        List<Occurrence> found = new ArrayList<>();
        int offset = 0;
        for (List<String> part : parts) {
            for (int i = 0; i < part.size(); i++) {
                for (Map.Entry<List<String>, String> name : names.entrySet()) {
                    int end = i + name.getKey().size();
                    if (isTelling(name.getKey())
                            && end <= part.size()
                            && part.subList(0, i).stream().noneMatch(DENIALS::contains)
                            && part.subList(i, end).equals(name.getKey())) {
                        found.add(new Occurrence(name.getKey(), name.getValue(), offset + i));
                    }
                }
            }
            offset += part.size();
        }
        return found.stream()
                .filter(one -> found.stream().noneMatch(other -> other.contains(one)))
                .toList();
    }

    /** Returns false for a name that means nothing inside a value: a single letter or a single common word. */
    private static boolean isTelling(List<String> name) {
        return name.size() > 1 || name.get(0).length() > 1 && !COMMON.contains(name.get(0));
    }

    private boolean isOverridden(Occurrence one, List<Occurrence> all) {
        return all.stream().filter(other -> !other.code().equals(one.code())).anyMatch(other -> {
            Set<String> over = precedence.getOrDefault(other.code(), Set.of());
            boolean isFollowing = over.contains(FOLLOWING) && other.start() < one.start();
            boolean isDetailed = other.code().startsWith(one.code() + ":");
            return isFollowing
                    || isDetailed
                    || over.contains(one.code())
                    || over.contains(String.join(" ", one.name()));
        });
    }

    private CodeProposal similar(String value, List<String> words) {
        String plain = CodeList.normalised(value);
        Map<String, Double> scores = new HashMap<>();
        synonyms.forEach((synonym, code) ->
                scores.merge(code, plain.length() < 4 ? 0 : LETTERS.apply(plain, synonym), Math::max));
        List<String> codes = scores.entrySet().stream()
                .filter(score -> score.getValue() >= TYPING_ERROR)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        return codes.isEmpty()
                ? sharingWords(value, words)
                : proposal(
                        value,
                        codes.get(0),
                        codes.size() == 1 ? Confidence.LIKELY : Confidence.UNSURE,
                        "a similar spelling");
    }

    /** Returns the only code of which a name shares at least half of its telling words, as a suggestion. */
    private CodeProposal sharingWords(String value, List<String> words) {
        Set<String> codes = new HashSet<>();
        names.forEach((name, code) -> {
            List<String> telling = name.stream()
                    .filter(word -> word.length() > 2 && !COMMON.contains(word))
                    .toList();
            long shared = telling.stream().filter(words::contains).count();
            if (shared > 0 && 2 * shared >= telling.size()) {
                codes.add(code);
            }
        });
        return codes.size() == 1
                ? proposal(
                        value, codes.iterator().next(), Confidence.UNSURE, "it shares a word with a name of the code")
                : proposal(value, "", Confidence.UNSURE, "no code is similar");
    }
}
