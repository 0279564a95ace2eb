package marketshaping.model.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the columns of an input are called in the files of one source system, besides the names of our own. Header names
 * are compared without regard to case, spaces and punctuation.
 *
 * @param also patterns over such plain names, by column; a column may be one that no contract knows, read only because
 *     others are worked out from it
 */
public record ColumnNames(Map<String, List<Pattern>> also) {
    public static final ColumnNames OURS = new ColumnNames(Map.of());

    public ColumnNames {
        also = Map.copyOf(also);
    }

    /** The columns to look for: the contract's, then those that are read besides. */
    public Set<String> columns(Contract contract) {
        Set<String> columns = new LinkedHashSet<>();
        contract.fields().forEach(field -> columns.add(field.name()));
        columns.addAll(also.keySet().stream().sorted().toList());
        return columns;
    }

    /** Whether a header cell names this column. */
    public boolean call(String column, String header) {
        String plain = CodeList.normalised(header);
        return plain.equals(CodeList.normalised(column))
                || also.getOrDefault(column, List.of()).stream()
                        .anyMatch(name -> name.matcher(plain).matches());
    }
}
