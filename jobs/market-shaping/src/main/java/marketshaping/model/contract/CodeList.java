package marketshaping.model.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import marketshaping.model.table.ReferenceList;

/**
 * The codes that a column may hold, and every spelling that means one of them. Spellings are compared without regard to
 * case, spaces and punctuation.
 *
 * @param codes our code by normalised spelling
 */
public record CodeList(String name, Map<String, String> codes) {

    public CodeList {
        codes = Map.copyOf(codes);
    }

    /** A list in {@code data/reference}: each of the named columns holds a spelling, the first of them our code. */
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

    /** Returns the spelling that codes are compared by. The validator has the same rule in SQL. */
    public static String normalised(String text) {
        return text.toLowerCase(Locale.ROOT).replace("&", "and").replaceAll("[^a-z0-9]", "");
    }

    /** Our codes that mean themselves as they are written, each once. */
    public List<String> standingForThemselves() {
        return ours().stream()
                .filter(code -> code.equals(codes.get(normalised(code))))
                .toList();
    }

    /** Our codes, each once, for messages. */
    public List<String> ours() {
        return codes.values().stream().distinct().sorted().toList();
    }
}
