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

/** Writes a worksheet of one table: what it holds, notes, and the table from column A with nothing below it. */
final class TableSheetWriter {
    static final LocalDate FIRST_DATE_OF_EXCEL = LocalDate.of(1900, 3, 1);
    private static final DateTimeFormatter EARLY_DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    static final String FREEZE_AND_FILTER =
            "The header row is frozen and has filter buttons. To turn them off: View, Freeze panes; Data, Filter.";

    /** In lines; Excel takes no row that is higher than 409 points. */
    private static final int HIGHEST_ROW = 25;

    /** In lines of the rows, which are printed on one page and still read. */
    private static final int ONE_PAGE = 36;

    private final WorkbookAudience profile;
    private final PageSetup page;

    TableSheetWriter(WorkbookAudience profile, PageSetup page) {
        this.profile = profile;
        this.page = page;
    }

    CellStyles styles() {
        return page.styles();
    }

    TableLocation write(TableSheet sheet, XSSFSheet target) {
        Table table = withARow(sheet.table());
        List<ColumnLayout> columns = layout(table);
        writeLines(sheet, table, target);
        int headerRow = PageSetup.nextRow(target);
        writeHeader(columns, target);
        table.rows().forEach(row -> writeRow(row, columns, target));
        TableLocation place = new TableLocation(
                target, table, headerRow + 1, headerRow + table.rows().size());
        mark(place, headerRow, columns);
        target.setRepeatingRows(new CellRangeAddress(headerRow, headerRow, -1, -1));
        if (table.rows().stream().mapToInt(row -> lines(row, columns)).sum() <= ONE_PAGE) {
            target.getPrintSetup().setFitHeight((short) 1);
        }
        if (profile.freezesAndFilters()) {
            target.createFreezePane(0, headerRow + 1);
        }
        if (profile.marksCells()) {
            ConditionalHighlights.write(sheet.marks(), place);
        }
        return place;
    }

    private void writeLines(TableSheet sheet, Table table, XSSFSheet target) {
        page.setUp(target, sheet.title());
        page.line(target, "This worksheet contains one table. " + sheet.holds());
        sheet.notes().forEach(note -> page.line(target, note));
        if (!table.note().isBlank()) {
            page.line(target, table.note());
        }
        String shorthand = Stream.of(Shorthand.values())
                .filter(mark -> table.rows().stream().anyMatch(row -> row.contains(mark)))
                .map(mark -> mark.mark() + " means " + mark.meaning() + ".")
                .collect(Collectors.joining(" "));
        if (!shorthand.isEmpty()) {
            page.line(target, shorthand);
        }
        if (profile.freezesAndFilters()) {
            page.line(target, FREEZE_AND_FILTER);
        }
        if (!sheet.name().equals(ContentsSheet.NAME)) {
            page.linkTo(target, ContentsSheet.NAME, "Back to the contents");
        }
    }

    /** A table in Excel has at least one row, so that an empty one says so. */
    private static Table withARow(Table table) {
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

    /** As many as its longest cell takes. */
    private static int lines(List<Object> cells, List<ColumnLayout> columns) {
        int lines = IntStream.range(0, cells.size())
                .map(i -> columns.get(i).lines(cells.get(i)))
                .max()
                .orElse(1);
        return Math.min(lines, HIGHEST_ROW);
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
            String text = shown(value);
            page.texts().put(text, cell);
            cell.setCellStyle(column.isText() ? styles().text(column, text) : styles().number(ColumnLayout.TEXT));
        }
    }

    /** What is neither a number nor a date that Excel can hold. No cell is empty. */
    private static String shown(Object value) {
        return value instanceof Number || value.toString().isBlank() ? Shorthand.NOT_APPLICABLE.mark() : words(value);
    }

    /** A text, or a date from before those that Excel can hold. */
    static String words(Object value) {
        return value instanceof LocalDate early ? EARLY_DATE.format(early) : value.toString();
    }

    private void mark(TableLocation place, int headerRow, List<ColumnLayout> columns) {
        makeTable(place.sheet(), place.table().id(), profile, headerRow, place.lastRow(), columns.size() - 1);
    }

    /** Makes cells a real table, named after what it holds; its header cells must be there. Rows are counted from 0. */
    static void makeTable(
            XSSFSheet sheet, String id, WorkbookAudience profile, int headerRow, int lastRow, int lastColumn) {
        AreaReference area = new AreaReference(
                new CellReference(headerRow, 0), new CellReference(lastRow, lastColumn), SpreadsheetVersion.EXCEL2007);
        XSSFTable table = sheet.createTable(area);
        String name = tableName(id);
        table.setName(name);
        table.setDisplayName(name);
        // Without a name the style is "None": no stripes, no colours.
        table.getCTTable().addNewTableStyleInfo();
        if (profile.freezesAndFilters()) {
            table.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
        }
    }

    /** The prefix keeps a short name from being taken for a cell, as A1 would be. */
    private static String tableName(String id) {
        return "table_" + id.replaceAll("[^A-Za-z0-9_]", "_");
    }
}
