package marketshaping.input.source;

import java.nio.file.Path;
import java.util.List;

/**
 * What one pass over a file of the inbox tells about it. Row n of the file is record n, from 1: titles, the header and
 * blank rows count, a cell with line breaks does not make a row of its own.
 *
 * @param bytes its size as it lies there, packed or not
 * @param separator of the file itself; a workbook's is the comma of its staged copy
 * @param records all its rows
 * @param widest the most cells in one row
 * @param lineBreaksInCells whether a cell of a text file holds a line break; a staged copy has a space there
 * @param sheets of a workbook: the sheet that was read, then those that were not; none of a text file
 * @param head the cells of its first rows, at most {@value FileScan#HEAD_RECORDS}, without quotes and trimmed
 * @param text where the engine reads it: the file itself, or its staged copy
 */
public record ScannedFile(
        Path file,
        FileKind kind,
        String sha256,
        long bytes,
        Encoding encoding,
        Separator separator,
        long records,
        int widest,
        boolean lineBreaksInCells,
        List<String> sheets,
        List<List<String>> head,
        TextFile text) {

    public ScannedFile {
        sheets = List.copyOf(sheets);
        head = head.stream().map(List::copyOf).toList();
    }
}
