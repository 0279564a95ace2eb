package marketshaping.model.contract;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import marketshaping.model.table.ReferenceList;

/**
 * The codes that a column may contain, with every accepted spelling of each. Comparison ignores case, spaces and
 * punctuation.
 *
 * @param codes the canonical code by normalised spelling
 */
public record CodeList(String name, Map<String, String> codes) implements Serializable {

    public CodeList {
        codes = Map.copyOf(codes);
    }

    /**
     * Reads a list in {@code data/reference}.
     *
     * @param code the column with the canonical code, which is also a spelling
     * @param spellings the columns with further spellings, separated by semicolons
     */
    public static CodeList of(String reference, String code, String... spellings) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (Map<String, String> row : ReferenceList.rows(reference)) {
            codes.put(normalised(row.get(code)), row.get(code));
            for (String spelling : spellings) {
                for (String alias : row.get(spelling).split(";", -1)) {
                    if (!alias.isBlank()) {
                        codes.put(normalised(alias), row.get(code));
                    }
                }
            }
        }
        return new CodeList(reference, codes);
    }

    /** Normalises a spelling for comparison. The validator applies the same rule in SQL. */
    public static String normalised(String text) {
        return text.toLowerCase(Locale.ROOT).replace("&", "and").replaceAll("[^a-z0-9]", "");
    }

    /** Returns the canonical codes, each once, except any whose spelling is also accepted for another code. */
    public List<String> unambiguousCodes() {
        return canonicalCodes().stream()
                .filter(code -> code.equals(codes.get(normalised(code))))
                .toList();
    }

    /** Returns the distinct canonical codes in alphabetical order. */
    public List<String> canonicalCodes() {
        return codes.values().stream().distinct().sorted().toList();
    }
}
