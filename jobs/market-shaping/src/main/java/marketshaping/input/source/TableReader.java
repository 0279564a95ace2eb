package marketshaping.input.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file that the engine can't read as text, opened to have its one table copied. */
interface TableReader extends Closeable {

    /** Adds the table's rows, each as the record of its number. Rows below the last with a value are left out. */
    void copyTo(StagedText copy) throws IOException;

    /** The sheet that was copied, then those that were not; none of a file without sheets. To be asked after the copy. */
    List<String> sheets();
}
