package marketshaping.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import marketshaping.engine.ExecutionProfile;
import marketshaping.engine.SparkSessions;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.SparkSession;

/**
 * The minimum cost of a run: it opens the product's session, writes and reads one small Delta table and saves one empty
 * workbook. The benchmark starts it as a process.
 */
public final class SessionFloor {
    private static final long ROWS = 100;

    private SessionFloor() {}

    /**
     * Does the minimum work of a run.
     *
     * @param args the output folder
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        String table = folder.resolve("table").toString();
        try (SparkSessions.OpenSession session = SparkSessions.open(ExecutionProfile.COUNCIL)) {
            SparkSession spark = session.spark();
            spark.range(ROWS).write().format("delta").save(table);
            long rows = spark.read().format("delta").load(table).count();
            if (rows != ROWS) {
                throw new IllegalStateException("Read " + rows + " of " + ROWS + " rows");
            }
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(folder.resolve("empty.xlsx"))) {
            workbook.createSheet("Empty");
            workbook.write(out);
        }
    }
}
