package marketshaping.output.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.model.table.Table;

/**
 * What a published pack was made of. It holds what readers must not see, and lets the next pack keep hidden what this
 * one hid.
 *
 * @param tables by id
 */
public record Release(LocalDate asAt, Map<String, Made> tables) {

    /**
     * One table.
     *
     * @param exact the table as it is, with its supporting columns
     * @param hidden for each row, the columns whose figures readers were not shown
     */
    public record Made(Table exact, List<Set<String>> hidden) {

        public Made {
            hidden = List.copyOf(hidden);
        }
    }

    public Release {
        tables = Map.copyOf(tables);
    }
}
