package marketshaping.input.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import marketshaping.model.problem.Finding;

/** An opened extract. The rows of its tables can be read any number of times. */
public interface ExtractFile extends Closeable {
    /** The number of rows at the start of a table among which the header must be. */
    int HEAD_ROWS = 50;

    /** Returns the tables in the order of the file, including hidden worksheets. There is at least one. */
    default List<ExtractTable> tables() {
        return List.of(new ExtractTable(0, "", true));
    }

    /** Returns how the file is read: its kind, encoding and separator. */
    ReadAs readAs();

    /**
     * Passes on the rows of a table that contain text.
     *
     * @return the number of rows in the text, or up to the last row with text in a worksheet; if the consumer stopped
     *     early, the number of the row at which it stopped
     * @throws marketshaping.model.problem.UserProblem if the table is refused
     */
    long read(ExtractTable table, RowConsumer rows) throws IOException;

    /** Returns the findings about the file, and about the tables that have been read to the end, without an input. */
    default List<Finding> findings() {
        return List.of();
    }

    @Override
    default void close() throws IOException {}

    /**
     * The format in which a file is read.
     *
     * @param kind the kind of content, such as "CSV", "XLSX workbook" or "web page"
     * @param encoding the character encoding; UTF-8 for workbooks
     * @param separator the cell separator in words; empty for files that are not text
     */
    record ReadAs(String kind, String encoding, String separator) {}
}
