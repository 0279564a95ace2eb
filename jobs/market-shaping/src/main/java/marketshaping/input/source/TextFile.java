package marketshaping.input.source;

import java.nio.file.Path;
import java.util.List;

/**
 * A text that Spark can read in parallel: UTF-8 with one record per line, so that line n is record n of the source
 * file.
 *
 * @param bytes the size at the time of the scan
 * @param records the number of lines
 * @param widest the largest number of cells in a line
 * @param rareBlanks true if a cell may start or end with a blank other than the space, which takes longer to trim
 * @param kept the source positions of the columns that it contains; empty if it contains all columns
 */
public record TextFile(
        Path path, Separator separator, long bytes, long records, int widest, boolean rareBlanks, List<Integer> kept) {

    public TextFile {
        kept = List.copyOf(kept);
    }

    /** Creates a text that contains all columns. */
    TextFile(Path path, Separator separator, long bytes, long records, int widest, boolean rareBlanks) {
        this(path, separator, bytes, records, widest, rareBlanks, List.of());
    }

    /**
     * Returns the number of columns in this text. A narrow copy has an extra column that marks text in omitted columns.
     */
    public int columns(int ofFile) {
        return kept.isEmpty() ? ofFile : kept.size() + 1;
    }

    /** Returns the position of a source column in this text; -1 if it was omitted. */
    public int position(int inFile) {
        return kept.isEmpty() ? inFile : kept.indexOf(inFile);
    }
}
