package marketshaping.input.source;

import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.problem.Problems;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/**
 * The rows of one worksheet, built cell by cell and passed on. It fills the cells of merged ranges, and collects the
 * findings. Row and column numbers are from 1; the ranges of POI are from 0.
 */
final class SheetRows {
    private static final int EXAMPLES = 3;
    private static final int DAYS_TO_1904 = 1462;
    private static final Cell EMPTY = new Cell("", NumberDisplay.ALL_DIGITS, false);

    private final Path file;
    private final String sheet;
    private final int rowLimit;
    private final RowConsumer consumer;
    /** The characters that may still be passed on; more are typical of a zip bomb. */
    private long left;

    private long row;
    /** The last row that has the cells of the current row. */
    private long lastSame;

    private boolean isHidden;
    private List<Cell> cells = new ArrayList<>();
    private long count;
    private boolean isStopped;
    private RuntimeException failure;
    private boolean from1904;
    /** The number of the first row with several texts; 0 before it. */
    private long header;

    private long hiddenRows;
    private final BitSet hiddenColumns = new BitSet();
    private final BitSet usedHiddenColumns = new BitSet();
    /** The merged ranges by the number of their first row. */
    private final TreeMap<Long, List<CellRangeAddress>> merged = new TreeMap<>();

    private final TreeMap<Integer, Covered> covered = new TreeMap<>();
    private final List<CellRangeAddress> used = new ArrayList<>();

    /** A value, and the format of a number. */
    private record Cell(String value, NumberDisplay display, boolean isDate) {}

    private record Covered(int lastRow, Cell cell) {}

    SheetRows(Path file, String sheet, int rowLimit, long characters, RowConsumer consumer) {
        this.file = file;
        this.sheet = sheet;
        this.rowLimit = rowLimit;
        this.left = characters;
        this.consumer = consumer;
    }

    void countDaysFrom1904() {
        from1904 = true;
    }

    void hideColumns(int first, int last) {
        hiddenColumns.set(Math.min(first, Limits.COLUMNS), Math.min(last, Limits.COLUMNS) + 1);
    }

    void merge(CellRangeAddress range) {
        merged.computeIfAbsent(range.getFirstRow() + 1L, top -> new ArrayList<>())
                .add(range);
    }

    /** Passes on the current row, and starts rows that all have the same cells. Returns false to stop. */
    boolean start(long first, long last, boolean areHidden) {
        if (first <= lastSame) {
            throw new IllegalStateException("Rows must ascend");
        }
        end();
        row = first;
        lastSame = last;
        isHidden = areHidden;
        return !isStopped;
    }

    long row() {
        return row;
    }

    void text(int column, String text) {
        put(column, new Cell(CellText.clean(text), NumberDisplay.ALL_DIGITS, false));
    }

    /** Adds a number, or a date if its format is that of a date. Throws NumberFormatException for other text. */
    void number(int column, String value, NumberDisplay display) {
        double number = Double.parseDouble(value);
        if (display.isDate(number)) {
            double days = from1904 && number >= 1 ? number + DAYS_TO_1904 : number;
            date(column, NumberDisplay.date(days, value));
        } else {
            put(column, new Cell(NumberDisplay.digits(number, value), display, false));
        }
    }

    /** Adds a date in ISO format, or other text of a cell with a date format. */
    void date(int column, String text) {
        // A time of day and a number are not dates.
        boolean isDate = text.length() > "yyyy-mm".length() && text.indexOf('-') == "yyyy".length();
        put(column, new Cell(CellText.clean(text), NumberDisplay.ALL_DIGITS, isDate));
    }

    /** Refuses the workbook, because a formula was never calculated. */
    void refuseFormula(int column) {
        String cell = CellReference.convertNumToColString(column - 1) + row;
        throw Problems.formulaWithoutValue(file, sheet, cell);
    }

    private void put(int column, Cell cell) {
        if (cell.value().isEmpty()) {
            return;
        }
        if (lastSame > rowLimit) {
            throw Problems.workbookTooLarge(file);
        }
        if (column > Limits.COLUMNS) {
            throw Problems.tooManyColumns(file, row, Limits.COLUMNS);
        }
        while (cells.size() < column) {
            cells.add(EMPTY);
        }
        cells.set(column - 1, cell);
        if (hiddenColumns.get(column)) {
            usedHiddenColumns.set(column);
        }
    }

    /** Passes on the current row if it contains text. */
    void end() {
        if (!cells.isEmpty()) {
            if (header == 0
                    && cells.stream().filter(cell -> !cell.equals(EMPTY)).count() > 1) {
                header = row;
            }
            covered.values().removeIf(above -> above.lastRow() < row);
            covered.forEach((column, above) -> put(column, above.cell()));
            merged.headMap(row).clear();
            merged.getOrDefault(row, List.of()).forEach(this::cover);
            for (; row <= lastSame && !isStopped; row++) {
                pass();
            }
            cells = new ArrayList<>(cells.size());
        }
    }

    /** Counts a merged range of the body that starts in this row. Ranges without text do not matter. */
    private void cover(CellRangeAddress range) {
        int column = range.getFirstColumn();
        if (header > 0
                && row > header
                && column < cells.size()
                && !cells.get(column).equals(EMPTY)) {
            used.add(range);
            covered.put(column + 1, new Covered(range.getLastRow() + 1, cells.get(column)));
        }
    }

    private void pass() {
        if (row == rowLimit) {
            throw Problems.sheetCutOff(file, sheet, rowLimit);
        }
        List<String> values = new ArrayList<>(cells.size());
        BitSet dates = new BitSet();
        for (Cell cell : cells) {
            dates.set(values.size(), cell.isDate());
            values.add(cell.value());
            left -= cell.value().length() + 1;
        }
        if (left < 0) {
            throw Problems.archiveTooLarge(file);
        }
        count = row;
        hiddenRows += isHidden ? 1 : 0;
        try {
            isStopped = !consumer.accept(SourceRow.ofSheet(row, values, shown(cells), dates));
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    /** Returns the texts that number formats show. They are formatted on demand, because few columns need them. */
    private static List<String> shown(List<Cell> cells) {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return cells.get(index).display().shown(cells.get(index).value());
            }

            @Override
            public int size() {
                return cells.size();
            }
        };
    }

    /** Returns the number of the last row that was passed on. */
    long count() {
        return count;
    }

    boolean isStopped() {
        return isStopped;
    }

    /** Returns true if the consumer threw the exception. */
    boolean isFrom(RuntimeException exception) {
        return failure == exception;
    }

    /** Returns the findings about the rows so far. */
    List<Finding> findings(String name) {
        List<Finding> findings = new ArrayList<>();
        if (hiddenRows > 0) {
            findings.add(Finding.ofFile(FindingKind.ROWS_HIDDEN, name, hiddenRows, ""));
        }
        if (!usedHiddenColumns.isEmpty()) {
            String letters = usedHiddenColumns.stream()
                    .mapToObj(column -> CellReference.convertNumToColString(column - 1))
                    .collect(Collectors.joining(", "));
            findings.add(Finding.ofFile(FindingKind.COLUMNS_HIDDEN, name, usedHiddenColumns.cardinality(), letters));
        }
        if (!used.isEmpty()) {
            int count =
                    used.stream().mapToInt(CellRangeAddress::getNumberOfCells).sum();
            String examples = used.stream()
                    .limit(EXAMPLES)
                    .map(CellRangeAddress::formatAsString)
                    .collect(Collectors.joining(", "));
            String more = used.size() > EXAMPLES ? " and " + (used.size() - EXAMPLES) + " more" : "";
            findings.add(Finding.ofFile(FindingKind.CELLS_MERGED, name, count, examples + more));
        }
        return findings;
    }
}
