package marketshaping.input.source;

/** Receives the rows of a table in ascending order of their numbers. */
public interface RowConsumer {
    /** Takes the next row that contains text. Returns false to stop reading. */
    boolean accept(SourceRow row);
}
