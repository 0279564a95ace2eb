package marketshaping.input.source;

import java.nio.file.Path;
import java.util.List;

/**
 * A text that the engine can read in parallel: UTF-8, one record a line, so that line n is record n of the file it came
 * from.
 *
 * @param bytes its size when it was counted
 * @param records how many lines it has
 * @param widest the most cells that one of them has
 * @param rareBlanks whether a cell may start or end with a blank that is no space, which takes longer to trim
 * @param kept the columns of the file that it holds, by their positions there; empty where it holds all
 */
public record TextFile(
        Path path, Separator separator, long bytes, long records, int widest, boolean rareBlanks, List<Integer> kept) {

    public TextFile {
        kept = List.copyOf(kept);
    }

    /** A text that holds all columns. */
    TextFile(Path path, Separator separator, long bytes, long records, int widest, boolean rareBlanks) {
        this(path, separator, bytes, records, widest, rareBlanks, List.of());
    }

    /** How many columns it has of a file whose header has so many. One that lacks some has one more, which marks text in those. */
    public int columns(int ofFile) {
        return kept.isEmpty() ? ofFile : kept.size() + 1;
    }

    /** Where the column of the file stands in it. */
    public int position(int inFile) {
        return kept.isEmpty() ? inFile : kept.indexOf(inFile);
    }
}
