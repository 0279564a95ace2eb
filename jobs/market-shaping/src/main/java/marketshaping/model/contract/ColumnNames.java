package marketshaping.model.contract;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of an input's columns in the files of one source system, in addition to the canonical names. Comparison
 * ignores case, spaces and punctuation.
 *
 * @param also patterns over normalised header names, by column. It may include columns that are in no contract, which
 *     are read only because other columns are calculated from them
 */
public record ColumnNames(Map<String, List<Pattern>> also) implements Serializable {
    public static final ColumnNames CANONICAL = new ColumnNames(Map.of());

    public ColumnNames {
        also = Map.copyOf(also);
    }

    /** Returns the columns to look for: those of the contract, then the additional ones in alphabetical order. */
    public Set<String> columns(Contract contract) {
        Set<String> columns = new LinkedHashSet<>();
        contract.fields().forEach(field -> columns.add(field.name()));
        columns.addAll(also.keySet().stream().sorted().toList());
        return columns;
    }

    /** Returns true if a header cell names the column. */
    public boolean matches(String column, String header) {
        String plain = CodeList.normalised(header);
        return plain.equals(CodeList.normalised(column))
                || also.getOrDefault(column, List.of()).stream()
                        .anyMatch(name -> name.matcher(plain).matches());
    }
}
