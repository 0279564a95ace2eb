package marketshaping.input.ingest;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The validated rows of an extract, in memory or in Spark. */
public interface ExtractRows {
    /** Returns the accepted rows, with the columns and types of the lake table. */
    Dataset<Row> accepted();

    /** Returns the quarantined rows, with the columns of {@link QuarantineTable} except the input. */
    Dataset<Row> quarantined();

    /** Releases the memory of the rows. */
    void release();
}
