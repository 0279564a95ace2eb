package marketshaping.input.ingest;

import java.util.List;
import marketshaping.input.validate.FileOfInput;
import marketshaping.input.validate.FileOutcome;
import marketshaping.model.contract.Contract;

/**
 * The extract of one input with its files, their headers and every validated row.
 *
 * @param fingerprint a hash of the files, the mapping, the key and the software build; equal hashes mean equal rows
 * @param files the files with their headers, in the order of their number in {@code _file}
 * @param outcomes the row counts of each file, in the same order
 * @param lookedUp files of a source system used only for lookups, with their number of rows; they are not validated
 */
public record ValidatedExtract(
        Contract contract,
        String fingerprint,
        List<FileOfInput> files,
        List<FileOutcome> outcomes,
        List<LookedUp> lookedUp,
        ExtractRows rows) {

    /** A file of a source system that is used only for lookups. */
    public record LookedUp(FileOfInput file, long rows) {}
}
