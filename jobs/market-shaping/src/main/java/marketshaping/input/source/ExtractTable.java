package marketshaping.input.source;

/**
 * One table of an extract: a worksheet, a table of a web page, or the whole of a text file.
 *
 * @param position its position in the file, from 0
 * @param name the name of the worksheet; empty for other tables
 * @param isVisible false for a hidden worksheet
 */
public record ExtractTable(int position, String name, boolean isVisible) {}
