package marketshaping.input.validate;

import java.util.Set;
import marketshaping.model.contract.CodeList;

/** Reads codes of a list, in any accepted spelling. */
final class CodeText {
    private final CodeList list;
    private final Set<String> exact;

    CodeText(CodeList list) {
        this.list = list;
        // Most cells contain an exact code, which needs no normalisation.
        exact = Set.copyOf(list.unambiguousCodes());
    }

    String value(String text) {
        return exact.contains(text) ? text : list.codes().get(CodeList.normalised(text));
    }
}
