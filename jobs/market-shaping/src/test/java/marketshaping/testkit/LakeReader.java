package marketshaping.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tables of a lake by name, as an analyst reads them. */
public record LakeReader(Path root) {

    public boolean contains(String table) {
        return Files.isDirectory(root.resolve(table));
    }

    public Dataset<Row> table(String table) {
        return TestSpark.session()
                .read()
                .format("delta")
                .load(root.resolve(table).toString());
    }
}
