package marketshaping.input.ingest;

import java.util.List;
import java.util.function.Supplier;
import marketshaping.input.validate.ValidatedRow;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The validated rows of an extract, in memory or in Spark. */
public interface ExtractRows {
    /** Returns the rows in memory; none if they are in Spark. */
    List<ValidatedRow> held();

    /** Returns the accepted rows, with the columns and types of the lake table. */
    Dataset<Row> accepted();

    /** Returns the quarantined rows, with the columns of {@link QuarantineTable} except the input. */
    Dataset<Row> quarantined();

    /**
     * Returns the accepted rows after they are stored: those in memory, or those in the lake.
     *
     * @param lake returns the rows in the lake
     */
    Dataset<Row> stored(Supplier<Dataset<Row>> lake);

    /** Releases the memory of the rows. */
    void release();
}
