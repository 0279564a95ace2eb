package marketshaping.testkit;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compares a workbook with the CSV tables next to it, cell by cell. It does not read the files with the libraries that
 * wrote them. Every row of a worksheet named after a table must be a row of that table, in the same order.
 */
public final class WorkbookComparison {
    private static final LocalDate EXCEL_DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final double A_BILLIONTH = 1e-9;

    /** The names of areas in the sample's settings, which only workbooks have. */
    private static final Map<String, String> LABELS = Map.of(
            "Partner area", "North East London",
            "Rest of region", "Other London",
            "Outside region", "Outside London");

    private final WorkbookReader workbook;
    private final List<String> different = new ArrayList<>();
    private int compared;

    private WorkbookComparison(WorkbookReader workbook) {
        this.workbook = workbook;
    }

    /**
     * Returns the differences, in words.
     *
     * @param leastRows the minimum number of rows to compare
     */
    public static List<String> differences(Path workbook, Path tables, int leastRows) throws IOException {
        WorkbookComparison cells = new WorkbookComparison(WorkbookReader.of(workbook));
        try (Stream<Path> files = Files.list(tables)) {
            for (Path file : files.sorted().toList()) {
                String id = file.getFileName().toString().replace(".csv", "");
                if (cells.workbook.sheets().contains(id)) {
                    cells.compare(id, CsvTable.read(tables, id));
                }
            }
        }
        if (cells.compared < leastRows) {
            cells.different.add("only %d rows could be compared".formatted(cells.compared));
        }
        return cells.different;
    }

    private void compare(String id, CsvTable table) {
        List<List<String>> rows = belowHeader(id, table.header());
        if (table.rows().isEmpty() && rows.size() == 1 && rows.get(0).get(0).equals("No rows")) {
            return;
        }
        int next = 0;
        for (List<String> row : rows) {
            while (next < table.rows().size() && !isSame(row, table.rows().get(next), table.header())) {
                next++;
            }
            if (next == table.rows().size()) {
                different.add("%s: the table does not contain this row, or not in this order: %s".formatted(id, row));
                return;
            }
            next++;
            compared++;
        }
        if (rows.isEmpty()) {
            different.add(id + ": the worksheet has no rows");
        }
    }

    /** Returns the rows below the header. Each header cell contains a column name, with its unit on the next line. */
    private List<List<String>> belowHeader(String id, List<String> header) {
        List<List<String>> rows = workbook.rows(id);
        for (int i = 0; i < rows.size(); i++) {
            List<String> names = rows.get(i).stream()
                    .map(cell -> cell.split("\n")[0].trim().replace(' ', '_').toLowerCase(java.util.Locale.ROOT))
                    .toList();
            if (names.size() == header.size() && names.get(0).equals(header.get(0))) {
                return rows.subList(i + 1, rows.size());
            }
        }
        different.add(id + ": no header of %d columns with %s first".formatted(header.size(), header.get(0)));
        return List.of();
    }

    private static boolean isSame(List<String> row, Map<String, String> expected, List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            if (!isSame(row.get(i), expected.get(header.get(i)), header.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(String cell, String expected, String column) {
        if (column.equals("tier") && LABELS.containsKey(expected)) {
            return cell.equals(LABELS.get(expected));
        }
        // Only the CSV file has an apostrophe before text that looks like a formula.
        if (cell.equals(expected) || ("'" + cell).equals(expected) || expected.isEmpty() && cell.equals("[z]")) {
            return true;
        }
        if (expected.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return cell.equals(String.valueOf(ChronoUnit.DAYS.between(EXCEL_DAY_ZERO, LocalDate.parse(expected))));
        }
        if (!isNumber(cell) || !isNumber(expected)) {
            return false;
        }
        double shown = new BigDecimal(cell).doubleValue() * (isPercent(column) ? 100 : 1);
        double expectedValue = new BigDecimal(expected).doubleValue();
        return Math.abs(shown - expectedValue) <= A_BILLIONTH * Math.max(1, Math.abs(expectedValue));
    }

    private static boolean isPercent(String column) {
        return column.contains("percent");
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?");
    }
}
