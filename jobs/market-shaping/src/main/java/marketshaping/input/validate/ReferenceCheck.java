package marketshaping.input.validate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import marketshaping.model.contract.Reference;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;

/**
 * Compares the keys of inputs that refer to each other. For keys that are not found, it names the likely cause: the
 * change that would make most of them match.
 */
public final class ReferenceCheck {
    private static final int LEAST_KEYS = 20;

    /** The changes that make identifiers of two systems equal, by description. */
    private static final Map<String, UnaryOperator<String>> CHANGES = changes();

    /**
     * One reference and its keys that are not found.
     *
     * @param cause the likely cause in a sentence; empty if none is known
     * @param isError true if the input is refused unless the user accepts it
     */
    public record Result(Reference reference, long missing, long of, String cause, boolean isError) {
        /** Returns the columns in which the keys were sought. */
        public String parents() {
            return reference.parents().stream().map(Reference.Key::toString).collect(Collectors.joining(" or "));
        }

        public Finding finding() {
            return new Finding(
                    FindingKind.REFERENCES_UNMATCHED,
                    reference.child().input(),
                    "",
                    reference.child().column(),
                    missing,
                    of,
                    parents() + (cause.isEmpty() ? "" : "; " + cause));
        }
    }

    private ReferenceCheck() {}

    private static Map<String, UnaryOperator<String>> changes() {
        Map<String, UnaryOperator<String>> changes = new LinkedHashMap<>();
        changes.put("leading zeros", text -> text.replaceFirst("^0+(?=.)", ""));
        changes.put("upper and lower case", text -> text.toLowerCase(Locale.ROOT));
        changes.put("spaces or punctuation", text -> text.replaceAll("[^\\p{L}\\p{N}]", ""));
        changes.put("leading zeros, case, spaces or punctuation", text -> text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .replaceFirst("^0+(?=.)", ""));
        changes.put("a prefix", text -> text.replaceFirst("^\\D+", "").replaceFirst("^0+(?=.)", ""));
        return changes;
    }

    /** Compares the keys of one reference. Returns empty if all are found. */
    public static Optional<Result> compare(Reference reference, Set<String> children, Set<String> parents) {
        long found = matches(children, parents, UnaryOperator.identity());
        long missing = children.size() - found;
        if (missing == 0) {
            return Optional.empty();
        }
        String change = "";
        long most = found;
        // A change that explains only a few of the missing keys may match them by chance.
        long least = found + Math.max(1, missing / 2);
        for (Map.Entry<String, UnaryOperator<String>> candidate : CHANGES.entrySet()) {
            long matches = matches(children, parents, candidate.getValue());
            if (matches > most && matches >= least) {
                most = matches;
                change = candidate.getKey();
            }
        }
        return Optional.of(result(reference, children.size(), found, most, change));
    }

    /**
     * Creates the result of a comparison.
     *
     * @param of the number of distinct keys
     * @param found the number of keys that are found as they are
     * @param most the number of keys that would be found after the change
     * @param change the differences that the change removes; empty if no change finds more keys
     */
    public static Result result(Reference reference, long of, long found, long most, String change) {
        String cause = change.isEmpty()
                ? ""
                : String.format(
                        Locale.UK, "%,d of them would be found without differences in %s", most - found, change);
        boolean isMostlyMissing = reference.need() == Reference.Need.REQUIRED && found * 2 < of;
        boolean isWritingDifferent = !change.isEmpty() && most >= found * 2;
        boolean isError = of >= LEAST_KEYS && (isMostlyMissing || isWritingDifferent);
        return new Result(reference, of - found, of, cause, isError);
    }

    private static long matches(Set<String> children, Set<String> parents, UnaryOperator<String> change) {
        Set<String> changed = parents.stream().map(change).collect(Collectors.toSet());
        return children.stream().map(change).filter(changed::contains).count();
    }
}
