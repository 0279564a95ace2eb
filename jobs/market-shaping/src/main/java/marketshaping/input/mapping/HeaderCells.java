package marketshaping.input.mapping;

import java.util.List;
import java.util.regex.Pattern;
import marketshaping.model.contract.CodeList;

/** Matches normalised header names with the cells of a file's first rows. */
final class HeaderCells {

    private HeaderCells() {}

    /** Returns true if a single row has a matching cell for every name. */
    static boolean anyRowHas(List<List<String>> rows, List<Pattern> names) {
        return rows.stream().anyMatch(row -> {
            List<String> cells = row.stream().map(CodeList::normalised).toList();
            return names.stream().allMatch(name -> cells.stream()
                    .anyMatch(cell -> name.matcher(cell).matches()));
        });
    }
}
