package marketshaping.input.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Copies the table in a file that Spark cannot read directly. */
interface TableReader extends Closeable {

    /** Adds each row to the staged copy, as the record with the same number, up to the last row with a value. */
    void copyTo(StagedText copy) throws IOException;

    /** Returns the copied sheet, then the others; empty for files without sheets. Call it only after the copy. */
    List<String> sheets();
}
