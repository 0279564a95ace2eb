package marketshaping.analysis.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import marketshaping.model.table.Column;

/**
 * One measure: its definition in words, the columns of its table, and its calculation. This is a {@link Tabulation} of
 * the lines of placements, or a query in Spark SQL over the views of {@link marketshaping.analysis.fact.Views}, which
 * returns the table's columns in the same order.
 *
 * @param id the name of the table, of the CSV file and of the worksheet
 * @param needs optional inputs without which no figure of the table is known; empty if there are none
 * @param query the query in Spark SQL; empty if there is a tabulation
 * @param tabulation the roll-up of lines; empty if there is a query
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
        Optional<Tabulation> tabulation,
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
        this(id, section, title, definition, needs, columns, query, Optional.empty(), Audience.EVERYONE);
    }

    /** Creates a measure of placement lines that may be published after disclosure control. */
    public Measure(
            String id,
            Section section,
            String title,
            Definition definition,
            List<String> needs,
            List<Column> columns,
            Tabulation tabulation) {
        this(id, section, title, definition, needs, columns, "", Optional.of(tabulation), Audience.EVERYONE);
    }

    /** Returns a copy of this measure for an answer of its own, with part of the columns. */
    public Measure as(String ownId, String ownTitle) {
        return new Measure(ownId, section, ownTitle, definition, needs, columns, query, tabulation, audience);
    }

    /**
     * Returns the query in DuckDB SQL that was written from the definition alone. Tests compare it with the calculation;
     * readers can run it.
     */
    public String referenceQuery() {
        try (InputStream query = Measure.class.getResourceAsStream("/measures/" + id + ".sql")) {
            return new String(query.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a copy of this measure that only the council may see. */
    public Measure forCouncilOnly() {
        return new Measure(id, section, title, definition, needs, columns, query, tabulation, Audience.COUNCIL);
    }
}
