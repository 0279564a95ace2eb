package marketshaping.source;

import java.nio.file.Path;

/**
 * A text that the engine can read in parallel: UTF-8, one record a line, so that line n is record n of the file it came
 * from.
 *
 * @param bytes its size when it was counted
 * @param records how many lines it has
 * @param widest the most cells that one of them has
 * @param rareBlanks whether a cell may start or end with a blank that is no space, which takes longer to trim
 */
public record TextFile(Path path, Separator separator, long bytes, long records, int widest, boolean rareBlanks) {}
