package marketshaping.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Excel workbooks as a user might save them. */
public final class ExcelFiles {

    private ExcelFiles() {}

    /** Writes a workbook with one sheet of text cells. */
    public static void write(Path file, String sheet, List<List<String>> rows) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet target = workbook.createSheet(sheet);
            for (int i = 0; i < rows.size(); i++) {
                Row row = target.createRow(i);
                for (int j = 0; j < rows.get(i).size(); j++) {
                    row.createCell(j).setCellValue(rows.get(i).get(j));
                }
            }
            workbook.write(out);
        }
    }
}
