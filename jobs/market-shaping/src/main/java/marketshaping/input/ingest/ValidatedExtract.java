package marketshaping.input.ingest;

import java.util.List;
import marketshaping.engine.ExecutionProfile;
import marketshaping.input.mapping.Mappings;
import marketshaping.input.source.ScannedFile;
import marketshaping.input.validate.Header;
import marketshaping.model.contract.Contract;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The extract of one input with its files, their headers and every validated row.
 *
 * @param fingerprint a hash of the files, the mapping, the key and the software build; equal hashes mean equal rows
 * @param files the files with their headers, in the order of their number in {@code _file}
 * @param lookedUp files of a source system used only for lookups; their rows are not validated
 * @param profile the execution profile with which the files are read
 * @param rows every row below the headers; see {@link marketshaping.input.validate.RowValidator}
 * @param cached the datasets cached so that the rows can be read several times
 */
public record ValidatedExtract(
        Contract contract,
        String fingerprint,
        List<FileOfInput> files,
        List<FileOfInput> lookedUp,
        ExecutionProfile profile,
        Dataset<Row> rows,
        List<Dataset<Row>> cached) {

    /** Unpersists the cached rows. */
    void release() {
        cached.forEach(profile::release);
    }

    /** One file of the extract, with its header and the mapping with which it is read. */
    public record FileOfInput(String name, ScannedFile scanned, Header header, Mappings.Choice choice) {}
}
