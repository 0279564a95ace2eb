package marketshaping.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The text of every cell of a workbook, by worksheet. It is read by a library that did not write the workbook. No cell
 * may be a formula.
 */
public final class WorkbookReader {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final Map<String, List<List<String>>> sheets = new LinkedHashMap<>();

    private WorkbookReader() {}

    public static WorkbookReader of(Path file) throws IOException {
        WorkbookReader read = new WorkbookReader();
        try (ReadableWorkbook workbook = new ReadableWorkbook(Files.newInputStream(file))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                List<List<String>> rows = new ArrayList<>();
                for (Row row : sheet.read()) {
                    rows.add(row.stream().map(WorkbookReader::text).toList());
                }
                read.sheets.put(sheet.getName(), rows);
            }
        }
        return read;
    }

    public List<String> sheets() {
        return List.copyOf(sheets.keySet());
    }

    public List<List<String>> rows(String sheet) {
        return sheets.get(sheet);
    }

    /** Returns the text of all cells. */
    public String text() {
        return sheets.values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.FORMULA) {
            throw new AssertionError("Unexpected formula at " + cell.getAddress());
        }
        return cell.getType() == CellType.NUMBER
                ? cell.asNumber().stripTrailingZeros().toPlainString()
                : unescaped(cell.asString());
    }

    /**
     * Returns the text that Excel shows. The file format can encode any character: _x0041_ is the letter A, and _x005F_
     * is an underscore.
     */
    private static String unescaped(String stored) {
        return ESCAPED.matcher(stored)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
