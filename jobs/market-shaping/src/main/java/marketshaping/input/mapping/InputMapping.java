package marketshaping.input.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import marketshaping.model.contract.ColumnNames;
import marketshaping.model.contract.Contract;

/**
 * What one source system says about one input, and how it becomes what the contract says.
 *
 * @param recognisedBy header names that only this system has, as plain patterns; where all are there, the file is its
 * @param editions the forms that the system's extract comes in, by a header name that only that form has; the last one
 *     may have none
 * @param sheets the names of its sheet in a workbook, as patterns
 * @param names what its columns are called, those among them that are only read
 * @param dateFormat how its dates are written, where it is none of the usual ways; else empty
 * @param codes what its codes are in ours, by column and then by plain spelling
 * @param constants what is the same for every row
 * @param leaveOut rows that are no records of the input
 * @param classify what is told from the texts of a row
 * @param faults what else is wrong with a row
 */
public record InputMapping(
        List<Pattern> recognisedBy,
        List<Edition> editions,
        List<Pattern> sheets,
        ColumnNames names,
        String dateFormat,
        Map<String, Map<String, String>> codes,
        Map<String, String> constants,
        List<RowExclusion> leaveOut,
        List<Classification> classify,
        List<RowExclusion> faults) {

    /** A form of a system's extract; an empty pattern fits any header. */
    public record Edition(String name, Pattern header) {}

    /** The columns that a file must have: those required of a record, but for what is told in another way. */
    public List<String> required(Contract contract) {
        Set<String> told = new HashSet<>(constants.keySet());
        told.addAll(decided());
        return contract.requiredFields().stream()
                .filter(field -> !told.contains(field))
                .toList();
    }

    /** The columns that the list of patterns decides. */
    public Set<String> decided() {
        Set<String> decided = new TreeSet<>();
        classify.forEach(decision -> decided.addAll(decision.then().keySet()));
        return decided;
    }

    /** The columns that the list of patterns looks at. */
    public Set<String> decidedBy() {
        Set<String> columns = new TreeSet<>();
        classify.forEach(decision -> columns.addAll(decision.condition().columns()));
        return columns;
    }
}
