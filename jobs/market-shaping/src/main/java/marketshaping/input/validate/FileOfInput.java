package marketshaping.input.validate;

import java.nio.file.Path;
import java.util.List;
import marketshaping.input.mapping.Mappings;
import marketshaping.input.source.ExtractFile.ReadAs;
import marketshaping.input.source.ExtractTable;
import marketshaping.model.problem.Finding;

/**
 * One table of an input's files that has the input's header: the whole of a text file, or one worksheet.
 *
 * @param name the file's name for users, with the worksheet in brackets if several worksheets are read
 * @param sha256 the SHA-256 of the file, in hexadecimal
 * @param bytes the size of the file
 * @param choice the mapping with which it is read, and the reason
 * @param otherTables the names of the file's worksheets that are not read
 * @param findings the findings about worksheets that are not read and columns that are missing
 */
public record FileOfInput(
        String name,
        Path path,
        String sha256,
        long bytes,
        ExtractTable table,
        ReadAs readAs,
        Header header,
        Mappings.Choice choice,
        List<String> otherTables,
        List<Finding> findings) {

    public FileOfInput {
        otherTables = List.copyOf(otherTables);
        findings = List.copyOf(findings);
    }
}
