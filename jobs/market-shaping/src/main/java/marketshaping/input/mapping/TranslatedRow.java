package marketshaping.input.mapping;

import java.util.List;

/**
 * One row in the words of its contract.
 *
 * @param source the row as read
 * @param texts the text of each field, in the order of the contract; null if it is empty
 * @param leftOut the reason why the mapping excludes the row; null for a record
 * @param faults violations of the mapping's rules
 * @param isClassified true if an entry of the mapping's classification matches, or if the mapping has none
 */
public record TranslatedRow(
        TextRow source, String[] texts, String leftOut, List<String> faults, boolean isClassified) {}
