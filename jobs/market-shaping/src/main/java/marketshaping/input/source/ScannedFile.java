package marketshaping.input.source;

import java.nio.file.Path;
import java.util.List;

/**
 * The results of scanning one file. Row n of the file is record n, from 1. Titles, the header and blank rows count; a
 * line break within a cell does not start a new row.
 *
 * @param bytes the size of the file, before unpacking
 * @param separator the separator of the file; for a workbook, the comma of its staged copy
 * @param records the number of rows
 * @param widest the largest number of cells in a row
 * @param lineBreaksInCells true if a cell of a text file contains a line break; a staged copy has a space instead
 * @param sheets of a workbook: the sheet that was read, then the others; empty for other files
 * @param head the cells of the first rows, at most {@value FileScan#HEAD_RECORDS}, without quotes and trimmed
 * @param text the text that Spark reads: the file itself or its staged copy
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
