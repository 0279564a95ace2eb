package marketshaping.input.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import marketshaping.model.problem.Problems;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;

/** An XLS workbook of Excel 97 to 2003, which is read into memory as a whole. VBA macros are refused. */
final class XlsExtract extends SheetExtract {
    private static final int ROW_LIMIT = 65_536;
    private static final String STREAM = "Workbook";

    private HSSFWorkbook workbook;
    private final Map<Short, NumberDisplay> displays = new HashMap<>();

    /**
     * Opens a workbook.
     *
     * @throws marketshaping.model.problem.UserProblem if the workbook is refused
     */
    XlsExtract(Path file) throws IOException {
        super(file, "XLS workbook", ROW_LIMIT);
        open(STREAM, this::readWorkbook);
    }

    private void readWorkbook() throws IOException {
        if (Files.size(file()) > Limits.LEGACY_WORKBOOK_BYTES) {
            throw Problems.workbookTooLarge(file());
        }
        try (POIFSFileSystem container = new POIFSFileSystem(file().toFile(), true)) {
            if (container.getRoot().hasEntry("_VBA_PROJECT_CUR")) {
                throw Problems.macros(file());
            } else if (!hasWorkbook(container)) {
                throw Problems.contentUnsupported(file(), "a file of Office before 2007 without a workbook");
            }
            workbook = new HSSFWorkbook(container.getRoot(), false);
        } catch (OldExcelFormatException e) {
            throw Problems.workbookTooOld(file());
        } catch (EncryptedDocumentException e) {
            throw Problems.passwordProtected(file());
        } catch (IOException e) {
            throw damaged(file(), STREAM, e);
        }
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            add(workbook.getSheetName(i), workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE);
        }
    }

    private static boolean hasWorkbook(POIFSFileSystem container) {
        try {
            HSSFWorkbook.getWorkbookDirEntryName(container.getRoot());
            return true;
        } catch (OldExcelFormatException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    void read(ExtractTable table, SheetRows rows) throws IOException {
        HSSFSheet sheet = workbook.getSheetAt(table.position());
        sheet.getMergedRegions().forEach(rows::merge);
        IntStream.range(0, SpreadsheetVersion.EXCEL97.getMaxColumns())
                .filter(sheet::isColumnHidden)
                .forEach(hidden -> rows.hideColumns(hidden + 1, hidden + 1));
        if (workbook.getInternalWorkbook().isUsing1904DateWindowing()) {
            rows.countDaysFrom1904();
        }
        for (Row row : sheet) {
            int number = row.getRowNum() + 1;
            if (!rows.start(number, number, row.getZeroHeight())) {
                return;
            }
            row.forEach(cell -> addCell(cell, rows));
        }
    }

    private void addCell(Cell cell, SheetRows rows) {
        int column = cell.getColumnIndex() + 1;
        boolean isFormula = cell.getCellType() == CellType.FORMULA;
        switch (isFormula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
            case NUMERIC ->
                rows.number(column, Double.toString(cell.getNumericCellValue()), display(cell.getCellStyle()));
            case BOOLEAN -> rows.text(column, cell.getBooleanCellValue() ? "TRUE" : "FALSE");
            case ERROR ->
                rows.text(column, FormulaError.forInt(cell.getErrorCellValue()).getString());
            default -> rows.text(column, cell.getRichStringCellValue().getString());
        }
    }

    private NumberDisplay display(CellStyle style) {
        return displays.computeIfAbsent(
                style.getDataFormat(), format -> NumberDisplay.of(format, style.getDataFormatString()));
    }

    @Override
    public void close() throws IOException {
        if (workbook != null) {
            workbook.close();
        }
    }
}
