package marketshaping.output.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.model.table.Table;

/**
 * The exact tables behind a published pack, and the cells that the pack hides. It must never be published. The next
 * pack uses it to keep the same figures hidden.
 *
 * @param tables by table id
 */
public record Release(LocalDate asAt, Map<String, ReleasedTable> tables) {

    /**
     * One table of a release.
     *
     * @param exact the unsuppressed table, with its supporting columns
     * @param hidden for each row, the names of columns hidden from readers
     */
    public record ReleasedTable(Table exact, List<Set<String>> hidden) {

        public ReleasedTable {
            hidden = List.copyOf(hidden);
        }
    }

    public Release {
        tables = Map.copyOf(tables);
    }
}
