package marketshaping.output.workbook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;

/** Writes a worksheet with one table: a description, notes, and the table from column A with nothing below it. */
final class TableSheetWriter {
    static final LocalDate FIRST_DATE_OF_EXCEL = LocalDate.of(1900, 3, 1);
    private static final DateTimeFormatter EARLY_DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    static final String FREEZE_AND_FILTER = "The header row is frozen and has filter buttons."
            + " To turn these off, use View > Freeze Panes and Data > Filter.";

    /** The maximum height of a row, in lines of text. Excel limits the height to 409 points. */
    private static final int MAX_ROW_LINES = 25;

    /** The longest table, in lines of text, that stays readable on one printed page. */
    private static final int MAX_LINES_ON_ONE_PAGE = 36;

    private final WorkbookAudience audience;
    private final PageSetup page;

    TableSheetWriter(WorkbookAudience audience, PageSetup page) {
        this.audience = audience;
        this.page = page;
    }

    CellStyles styles() {
        return page.styles();
    }

    TableLocation write(TableSheet sheet, XSSFSheet target) {
        Table table = withAtLeastOneRow(sheet.table());
        List<ColumnLayout> columns = layout(table);
        writeLines(sheet, table, target);
        int headerRow = PageSetup.nextRow(target);
        writeHeader(columns, target);
        table.rows().forEach(row -> writeRow(row, columns, target));
        TableLocation location = new TableLocation(
                target, table, headerRow + 1, headerRow + table.rows().size());
        makeTable(location, headerRow, columns);
        target.setRepeatingRows(new CellRangeAddress(headerRow, headerRow, -1, -1));
        if (table.rows().stream().mapToInt(row -> lines(row, columns)).sum() <= MAX_LINES_ON_ONE_PAGE) {
            target.getPrintSetup().setFitHeight((short) 1);
        }
        if (audience.freezesAndFilters()) {
            target.createFreezePane(0, headerRow + 1);
        }
        if (audience.highlightsCells()) {
            ConditionalHighlights.write(sheet.marks(), location);
        }
        return location;
    }

    private void writeLines(TableSheet sheet, Table table, XSSFSheet target) {
        page.setUp(target, sheet.title());
        page.line(target, "This worksheet contains one table. " + sheet.description());
        sheet.notes().forEach(note -> page.line(target, note));
        if (!table.note().isBlank()) {
            page.line(target, table.note());
        }
        String shorthand = Stream.of(Shorthand.values())
                .filter(used -> table.rows().stream().anyMatch(row -> row.contains(used)))
                .map(used -> used.symbol() + " means " + used.meaning() + ".")
                .collect(Collectors.joining(" "));
        if (!shorthand.isEmpty()) {
            page.line(target, shorthand);
        }
        if (audience.freezesAndFilters()) {
            page.line(target, FREEZE_AND_FILTER);
        }
        if (!sheet.name().equals(ContentsSheet.NAME)) {
            page.linkTo(target, ContentsSheet.NAME, "Back to the contents");
        }
    }

    /** Returns the table, or adds a row "No rows" if it is empty, because a table in Excel needs at least one row. */
    private static Table withAtLeastOneRow(Table table) {
        if (!table.rows().isEmpty()) {
            return table;
        }
        List<Object> row = new ArrayList<>(Collections.nCopies(table.columns().size(), Shorthand.NOT_APPLICABLE));
        row.set(0, "No rows");
        return new Table(table.id(), table.title(), table.columns(), List.of(row), table.note());
    }

    private static List<ColumnLayout> layout(Table table) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(i -> ColumnLayout.of(
                        table.columns().get(i),
                        table.rows().stream().map(row -> row.get(i)).toList()))
                .toList();
    }

    private void writeHeader(List<ColumnLayout> columns, XSSFSheet target) {
        XSSFRow row = target.createRow(PageSetup.nextRow(target));
        int lines = 1;
        for (int i = 0; i < columns.size(); i++) {
            ColumnLayout column = columns.get(i);
            XSSFCell cell = row.createCell(i);
            page.texts().put(column.header(), cell);
            cell.setCellStyle(styles().header(column));
            PageSetup.setWidth(target, i, column.width());
            lines = Math.max(lines, column.headerLines());
        }
        row.setHeightInPoints(RowHeights.ofLines(lines));
    }

    private void writeRow(List<Object> cells, List<ColumnLayout> columns, XSSFSheet target) {
        XSSFRow row = target.createRow(PageSetup.nextRow(target));
        for (int i = 0; i < cells.size(); i++) {
            writeCell(cells.get(i), columns.get(i), row.createCell(i));
        }
        int lines = lines(cells, columns);
        if (lines > 1) {
            row.setHeightInPoints(RowHeights.ofLines(lines));
        }
    }

    /** Returns the number of text lines in the tallest cell of a row. */
    private static int lines(List<Object> cells, List<ColumnLayout> columns) {
        int lines = IntStream.range(0, cells.size())
                .map(i -> columns.get(i).lines(cells.get(i)))
                .max()
                .orElse(1);
        return Math.min(lines, MAX_ROW_LINES);
    }

    private void writeCell(Object value, ColumnLayout column, XSSFCell cell) {
        if (Numbers.isNumber(value)) {
            double number = ((Number) value).doubleValue();
            cell.setCellValue(column.column().kind() == Column.Kind.PERCENT ? number / 100 : number);
            cell.setCellStyle(styles().number(column.format()));
        } else if (value instanceof LocalDate date && !date.isBefore(FIRST_DATE_OF_EXCEL)) {
            cell.setCellValue(date);
            cell.setCellStyle(styles().number(ColumnLayout.DATE));
        } else {
            String text = displayText(value);
            page.texts().put(text, cell);
            cell.setCellStyle(column.isText() ? styles().text(column, text) : styles().number(ColumnLayout.TEXT));
        }
    }

    /**
     * Returns the text of a value that Excel can store neither as a number nor as a date. Returns [z] for blank text,
     * so that no cell is empty.
     */
    private static String displayText(Object value) {
        return value instanceof Number || value.toString().isBlank()
                ? Shorthand.NOT_APPLICABLE.symbol()
                : asText(value);
    }

    /** Returns the text of a value. Excel cannot store early dates, so they become text. */
    static String asText(Object value) {
        return value instanceof LocalDate early ? EARLY_DATE.format(early) : value.toString();
    }

    private void makeTable(TableLocation location, int headerRow, List<ColumnLayout> columns) {
        makeTable(location.sheet(), location.table().id(), audience, headerRow, location.lastRow(), columns.size() - 1);
    }

    /**
     * Turns cells with existing headers into an Excel table.
     *
     * @param headerRow counted from 0
     * @param lastRow counted from 0
     */
    static void makeTable(
            XSSFSheet sheet, String id, WorkbookAudience audience, int headerRow, int lastRow, int lastColumn) {
        AreaReference area = new AreaReference(
                new CellReference(headerRow, 0), new CellReference(lastRow, lastColumn), SpreadsheetVersion.EXCEL2007);
        XSSFTable table = sheet.createTable(area);
        String name = tableName(id);
        table.setName(name);
        table.setDisplayName(name);
        // Without a name the table style is "None".
        table.getCTTable().addNewTableStyleInfo();
        if (audience.freezesAndFilters()) {
            table.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
        }
    }

    /** Returns the id with a prefix, because Excel would read a short name such as A1 as a cell. */
    private static String tableName(String id) {
        return "table_" + id.replaceAll("[^A-Za-z0-9_]", "_");
    }
}
