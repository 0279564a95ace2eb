package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/**
 * One measure: its definition in words, the columns of its table and its query, which is Spark SQL over the views that
 * {@link marketshaping.analysis.fact.Views} names. The query's columns are the table's columns, in the same order.
 *
 * @param id names the table, the CSV file and the worksheet
 * @param needs the optional inputs without which nothing of it can be known; empty where there are none
 * @param audience who may see it
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

    /** Who may see a measure. */
    public enum Audience {
        /** Everyone, once it is disclosure controlled. */
        EVERYONE,
        /**
         * The council alone: it is about single lines, or about named providers' money, or its figures would give away
         * what is hidden in other tables.
         */
        COUNCIL
    }

    public Measure {
        needs = List.copyOf(needs);
        columns = List.copyOf(columns);
    }

    /** A measure that may be published, disclosure controlled. */
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

    /** The same measure, never published. */
    public Measure forTheCouncilAlone() {
        return new Measure(id, section, title, definition, needs, columns, query, Audience.COUNCIL);
    }
}
