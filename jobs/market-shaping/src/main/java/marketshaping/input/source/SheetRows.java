package marketshaping.input.source;

import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
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
    private static final String NO_TEXT = "";

    private final Path file;
    private final String sheet;
    private final int rowLimit;
    private final RowConsumer consumer;
    /** The characters that may still be passed on; more are typical of a zip bomb. */
    private long left;

    private long row;
    private boolean isHidden;
    private List<String> cells = new ArrayList<>();
    /** The number format of each cell; General for texts. */
    private List<NumberDisplay> displays = new ArrayList<>();

    private BitSet dates = new BitSet();

    private long last;
    private boolean isStopped;
    private RuntimeException failure;
    private boolean from1904;

    /** The number of the first row with several texts; 0 before it. */
    private long header;

    private long hiddenRows;
    private final BitSet hiddenColumns = new BitSet();
    private final BitSet usedHiddenColumns = new BitSet();
    private final PriorityQueue<CellRangeAddress> merged =
            new PriorityQueue<>(Comparator.comparingInt(CellRangeAddress::getFirstRow));
    private final TreeMap<Integer, Covered> covered = new TreeMap<>();
    private final List<String> mergedNames = new ArrayList<>();
    private long mergedRanges;
    private long mergedCells;

    private record Covered(int lastRow, String cell, NumberDisplay display, boolean isDate) {}

    /** The texts that number formats show. They are formatted on demand, because few columns need them. */
    private static final class ShownTexts extends AbstractList<String> {
        private final List<String> cells;
        private final List<NumberDisplay> displays;

        ShownTexts(List<String> cells, List<NumberDisplay> displays) {
            this.cells = cells;
            this.displays = displays;
        }

        @Override
        public String get(int index) {
            return displays.get(index).shown(cells.get(index));
        }

        @Override
        public int size() {
            return cells.size();
        }
    }

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

    void hideColumns(int first, int lastColumn) {
        hiddenColumns.set(Math.min(first, Limits.COLUMNS), Math.min(lastColumn, Limits.COLUMNS) + 1);
    }

    void merge(CellRangeAddress range) {
        merged.add(range);
    }

    void start(long number) {
        if (number > rowLimit) {
            throw Problems.workbookTooLarge(file);
        }
        row = number;
        isHidden = false;
        int width = cells.size();
        cells = new ArrayList<>(width);
        displays = new ArrayList<>(width);
        dates = new BitSet();
    }

    /** Marks the current row as hidden or filtered out. */
    void hide() {
        isHidden = true;
    }

    long row() {
        return row;
    }

    void text(int column, String text) {
        String clean = CellText.clean(text);
        put(column, clean, NumberDisplay.GENERAL);
    }

    /**
     * Adds a number, or a date if its format is that of a date.
     *
     * @throws NumberFormatException if the value is not a number
     */
    void number(int column, String value, NumberDisplay display) {
        double number = Double.parseDouble(value);
        if (display.isDate(number)) {
            double days = from1904 && number >= 1 ? number + DAYS_TO_1904 : number;
            date(column, NumberDisplay.date(days, value));
        } else {
            put(column, NumberDisplay.digits(number, value), display);
        }
    }

    /** Adds a date in ISO format, or other text of a cell with a date format. */
    void date(int column, String text) {
        text(column, text);
        // A time of day and a number are not dates.
        if (text.length() > "yyyy-mm".length() && text.indexOf('-') == "yyyy".length() && column <= cells.size()) {
            dates.set(column - 1);
        }
    }

    private void put(int column, String cell, NumberDisplay display) {
        if (cell.isEmpty()) {
            return;
        }
        if (column > Limits.COLUMNS) {
            throw Problems.tooManyColumns(file, row, Limits.COLUMNS);
        }
        while (cells.size() < column) {
            cells.add(NO_TEXT);
            displays.add(NumberDisplay.GENERAL);
        }
        cells.set(column - 1, cell);
        displays.set(column - 1, display);
        if (hiddenColumns.get(column)) {
            usedHiddenColumns.set(column);
        }
    }

    /** Passes on the current row if it contains text. Returns false to stop. */
    boolean end() {
        if (cells.isEmpty()) {
            return true;
        }
        long texts = cells.stream().filter(cell -> !cell.isEmpty()).count();
        fillCovered();
        header = header == 0 && texts > 1 ? row : header;
        startMerged();
        hiddenRows += isHidden ? 1 : 0;
        return pass();
    }

    /** Passes on the current row as the rows up to a number, which all have its cells. Returns false to stop. */
    boolean endRepeated(long to) {
        if (!cells.isEmpty() && to > rowLimit) {
            throw Problems.workbookTooLarge(file);
        }
        boolean goesOn = end();
        while (goesOn && !cells.isEmpty() && row < to) {
            row++;
            hiddenRows += isHidden ? 1 : 0;
            goesOn = pass();
        }
        return goesOn;
    }

    private boolean pass() {
        for (String cell : cells) {
            left -= cell.length() + 1;
        }
        if (left < 0) {
            throw Problems.archiveTooLarge(file);
        }
        if (row == rowLimit) {
            throw Problems.sheetCutOff(file, sheet, rowLimit);
        }
        last = row;
        try {
            isStopped = !consumer.accept(SourceRow.ofSheet(row, cells, new ShownTexts(cells, displays), dates));
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
        return !isStopped;
    }

    private void fillCovered() {
        covered.values().removeIf(above -> above.lastRow() < row);
        covered.forEach((column, above) -> {
            put(column, above.cell(), above.display());
            dates.set(column - 1, above.isDate());
        });
    }

    /** Counts the merged ranges of the body that start in this row. Ranges without text do not matter. */
    private void startMerged() {
        while (!merged.isEmpty() && merged.peek().getFirstRow() < row) {
            CellRangeAddress range = merged.poll();
            int column = range.getFirstColumn();
            boolean inBody = range.getFirstRow() == row - 1 && header > 0 && row > header;
            if (!inBody
                    || column < 0
                    || column >= cells.size()
                    || cells.get(column).isEmpty()) {
                continue;
            }
            mergedRanges++;
            mergedCells += range.getNumberOfCells();
            if (mergedNames.size() < EXAMPLES) {
                mergedNames.add(range.formatAsString());
            }
            if (range.getLastRow() >= row) {
                covered.put(
                        column + 1,
                        new Covered(
                                range.getLastRow() + 1, cells.get(column), displays.get(column), dates.get(column)));
            }
        }
    }

    /** Returns the number of the last row that was passed on. */
    long count() {
        return last;
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
        if (mergedRanges > 0) {
            String more = mergedRanges > EXAMPLES ? " and " + (mergedRanges - EXAMPLES) + " more" : "";
            findings.add(
                    Finding.ofFile(FindingKind.CELLS_MERGED, name, mergedCells, String.join(", ", mergedNames) + more));
        }
        return findings;
    }
}
