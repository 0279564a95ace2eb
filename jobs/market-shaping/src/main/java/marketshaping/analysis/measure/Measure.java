package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/**
 * One measure: its definition in words, the columns of its table and its query. The query is Spark SQL over the views
 * of {@link marketshaping.analysis.fact.Views} and returns the table's columns in the same order.
 *
 * @param id the name of the table, of the CSV file and of the worksheet
 * @param needs optional inputs without which no figure of the table is known; empty if there are none
 * @param audience who may see the table
 */
public record Measure(
        String id,
        Section section,
        String title,
        Definition definition,
        List<String> needs,
        List<Column> columns,
        String query,
        Audience audience) {

    /** The readers that may see a measure. */
    public enum Audience {
        /** Everyone, after disclosure control. */
        EVERYONE,
        /**
         * The council only. The table is about single placements or named providers' money, or its figures would reveal
         * values that are hidden in other tables.
         */
        COUNCIL
    }

    public Measure {
        needs = List.copyOf(needs);
        columns = List.copyOf(columns);
    }

    /** Creates a measure that may be published after disclosure control. */
    public Measure(
            String id,
            Section section,
            String title,
            Definition definition,
            List<String> needs,
            List<Column> columns,
            String query) {
        this(id, section, title, definition, needs, columns, query, Audience.EVERYONE);
    }

    /** Returns a copy of this measure that only the council may see. */
    public Measure forCouncilOnly() {
        return new Measure(id, section, title, definition, needs, columns, query, Audience.COUNCIL);
    }
}
