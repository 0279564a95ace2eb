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
 * One input as it was handed in: its files, where their headers stand, and every row judged.
 *
 * @param fingerprint of the files, the key and the software; the same one would give the same rows
 * @param files in the order that {@code _file} numbers them, with their headers
 * @param lookedUp files of a source system that rows were looked up in; none of theirs is judged
 * @param profile with which its files are read
 * @param judged every row of the files below their headers; see {@link marketshaping.input.validate.RowValidator}
 * @param held what is kept so that those rows can be read several times
 */
public record ValidatedExtract(
        Contract contract,
        String fingerprint,
        List<FileOfInput> files,
        List<FileOfInput> lookedUp,
        ExecutionProfile profile,
        Dataset<Row> judged,
        List<Dataset<Row>> held) {

    /** Lets go of its rows, once nothing reads them any more. */
    void release() {
        held.forEach(profile::release);
    }

    public record FileOfInput(String name, ScannedFile scanned, Header header, Mappings.Choice choice) {}
}
