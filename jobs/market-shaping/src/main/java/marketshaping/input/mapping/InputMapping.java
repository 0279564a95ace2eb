package marketshaping.input.mapping;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import marketshaping.model.contract.ColumnNames;
import marketshaping.model.contract.Contract;

/**
 * The rules that convert one source system's extract of one input to the contract.
 *
 * @param recognisedBy patterns over normalised header names; a file that matches all of them is from this system
 * @param editions the versions of the system's extract, each identified by a header name; the last may have an empty
 *     pattern
 * @param sheets patterns for the name of the worksheet, if the extract is a workbook
 * @param names alternative column names, including columns that are read but not stored
 * @param dateFormat the Spark date pattern of the extract's dates; empty if they are in a standard format
 * @param codes contract codes by column and by normalised source code
 * @param ownCodes the source codes that the file itself contains, as written, by column and by normalised source code
 * @param constants values by column, the same for every row
 * @param leaveOut conditions that exclude rows which are not records of the input
 * @param classify ordered list that sets columns from the text of a row
 * @param faults conditions for further rule violations, which quarantine the row
 * @param absent columns that the system does not have, although an empty cell in them has a meaning
 */
public record InputMapping(
        List<Pattern> recognisedBy,
        List<Edition> editions,
        List<Pattern> sheets,
        ColumnNames names,
        String dateFormat,
        Map<String, Map<String, String>> codes,
        Map<String, Map<String, String>> ownCodes,
        Map<String, String> constants,
        List<RowCondition> leaveOut,
        List<Classification> classify,
        List<RowCondition> faults,
        List<String> absent)
        implements Serializable {

    /** One version of a system's extract, recognised by a header name. An empty pattern matches any header. */
    public record Edition(String name, Pattern header) implements Serializable {}

    /** Returns the rules of an extract whose columns only have other names. */
    public static InputMapping ofColumns(ColumnNames names) {
        return new InputMapping(
                List.of(), List.of(), List.of(), names, "", Map.of(), Map.of(), Map.of(), List.of(), List.of(),
                List.of(), List.of());
    }

    /** Returns the columns that a file must have: the required fields except those that the mapping sets. */
    public List<String> required(Contract contract) {
        Set<String> supplied = new HashSet<>(constants.keySet());
        supplied.addAll(classifiedColumns());
        return contract.requiredFields().stream()
                .filter(field -> !supplied.contains(field))
                .toList();
    }

    /** Returns the columns that the classification list sets. */
    public Set<String> classifiedColumns() {
        Set<String> decided = new TreeSet<>();
        classify.forEach(entry -> decided.addAll(entry.then().keySet()));
        return decided;
    }

    /** Returns the columns that the classification list reads. */
    public Set<String> classifyingColumns() {
        Set<String> columns = new TreeSet<>();
        classify.forEach(entry -> columns.addAll(entry.condition().columns()));
        return columns;
    }
}
