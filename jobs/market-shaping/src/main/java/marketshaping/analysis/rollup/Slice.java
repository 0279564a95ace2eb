package marketshaping.analysis.rollup;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One date or period of a table.
 *
 * @param label its name in the rows of the table
 * @param yearBefore the date or period that the columns about the year before cover
 */
public record Slice(String label, Span now, Span yearBefore) implements Serializable {

    /** Returns the slice of one date. */
    public static Slice on(String label, LocalDate day, LocalDate yearBefore) {
        return new Slice(label, Span.of(day, day), Span.of(yearBefore, yearBefore));
    }
}
