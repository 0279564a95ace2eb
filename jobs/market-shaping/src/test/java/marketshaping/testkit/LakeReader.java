package marketshaping.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A lake as an analyst reads it: its tables, by name. */
public record LakeReader(Path root) {

    public boolean holds(String table) {
        return Files.isDirectory(root.resolve(table));
    }

    public Dataset<Row> table(String table) {
        return TestSpark.session()
                .read()
                .format("delta")
                .load(root.resolve(table).toString());
    }
}
