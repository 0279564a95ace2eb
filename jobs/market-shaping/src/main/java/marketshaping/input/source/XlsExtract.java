package marketshaping.input.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import marketshaping.model.problem.Problems;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;

/** An XLS workbook of Excel 97 to 2003. Only its texts and one row are in memory. Macros are refused. */
final class XlsExtract extends SheetExtract {
    private static final int ROW_LIMIT = 65_536;
    private static final String STREAM = "Workbook";

    private POIFSFileSystem container;
    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private final List<Layout> layouts = new ArrayList<>();
    private final List<Integer> styles = new ArrayList<>();
    private final Map<Integer, String> codes = new HashMap<>();
    private final Map<Integer, NumberDisplay> displays = new HashMap<>();
    private boolean from1904;

    /** The properties of a worksheet that may be after its cells; its position in the stream is from 1. */
    private record Layout(
            int position, BitSet hiddenRows, List<ColumnInfoRecord> columns, List<CellRangeAddress> merged) {}

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
        try {
            container = new POIFSFileSystem(file().toFile(), true);
        } catch (IOException e) {
            throw damaged(file(), STREAM, e);
        }
        if (container.getRoot().hasEntry("_VBA_PROJECT_CUR")) {
            throw Problems.macros(file());
        }
        try {
            HSSFWorkbook.getWorkbookDirEntryName(container.getRoot());
        } catch (OldExcelFormatException e) {
            throw Problems.workbookTooOld(file());
        } catch (EncryptedDocumentException e) {
            throw Problems.passwordProtected(file());
        } catch (IllegalArgumentException e) {
            throw Problems.contentUnsupported(file(), "a file of Office before 2007 without a workbook");
        }
        Events events = new Events(this::readProperties);
        events.read();
        if (events.depth > 0 || events.sheet < sheets.size()) {
            throw new IllegalStateException("The records end without an end record");
        }
    }

    /** Takes the records of the workbook, with sheet 0, and of its worksheets. Returns false to stop. */
    private interface Target {
        boolean take(int sheet, Record record);
    }

    /** The records of the workbook and of its worksheets, without the charts nested in them. */
    private final class Events extends AbortableHSSFListener {
        private final Target target;
        private int sheet = -1;
        private int depth;

        Events(Target target) {
            this.target = target;
        }

        void read() throws IOException {
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(this);
            try {
                new HSSFEventFactory().abortableProcessWorkbookEvents(request, container);
            } catch (EncryptedDocumentException e) {
                throw Problems.passwordProtected(file());
            } catch (HSSFUserException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public short abortableProcessRecord(Record record) {
            if (record instanceof BOFRecord start && depth++ == 0) {
                sheet++;
                if (start.getVersion() != BOFRecord.VERSION) {
                    throw Problems.workbookTooOld(file());
                }
            }
            boolean goesOn = depth != 1 || target.take(sheet, record);
            depth -= record instanceof EOFRecord ? 1 : 0;
            return (short) (goesOn ? 0 : 1);
        }
    }

    private boolean readProperties(int sheet, Record record) {
        if (record instanceof BoundSheetRecord bound) {
            sheets.add(bound);
        } else if (record instanceof DateWindow1904Record window) {
            from1904 = window.getWindowing() == 1;
        } else if (record instanceof FormatRecord format) {
            codes.put(format.getIndexCode(), format.getFormatString());
        } else if (record instanceof ExtendedFormatRecord style) {
            styles.add((int) style.getFormatIndex());
        } else if (record instanceof BOFRecord start && start.getType() == BOFRecord.TYPE_WORKSHEET) {
            BoundSheetRecord bound = BoundSheetRecord.orderByBofPosition(sheets)[sheet - 1];
            add(bound.getSheetname(), !bound.isHidden() && !bound.isVeryHidden());
            layouts.add(new Layout(sheet, new BitSet(), new ArrayList<>(), new ArrayList<>()));
        } else if (!layouts.isEmpty()) {
            readLayout(layouts.get(layouts.size() - 1), record);
        }
        return true;
    }

    private static void readLayout(Layout layout, Record record) {
        if (record instanceof RowRecord row) {
            layout.hiddenRows().set(row.getRowNumber(), row.getZeroHeight());
        } else if (record instanceof ColumnInfoRecord columns && columns.getHidden()) {
            layout.columns().add(columns);
        } else if (record instanceof MergeCellsRecord merged) {
            for (int i = 0; i < merged.getNumAreas(); i++) {
                layout.merged().add(merged.getAreaAt(i));
            }
        }
    }

    @Override
    void read(ExtractTable table, SheetRows rows) throws IOException {
        Layout layout = layouts.get(table.position());
        layout.merged().forEach(rows::merge);
        layout.columns().forEach(hidden -> rows.hideColumns(hidden.getFirstColumn() + 1, hidden.getLastColumn() + 1));
        if (from1904) {
            rows.countDaysFrom1904();
        }
        new Events(new Cells(layout, rows)).read();
    }

    private final class Cells implements Target {
        private final Layout layout;
        private final SheetRows rows;
        private SSTRecord texts;
        /** The column of a formula whose text is in a later record; 0 if there is none. */
        private int awaited;

        Cells(Layout layout, SheetRows rows) {
            this.layout = layout;
            this.rows = rows;
        }

        @Override
        public boolean take(int sheet, Record record) {
            if (record instanceof SSTRecord shared) {
                texts = shared;
            } else if (sheet == layout.position() && record instanceof StringRecord text && awaited > 0) {
                rows.text(awaited, text.getString());
                awaited = 0;
            } else if (sheet == layout.position()
                    && (record instanceof CellValueRecordInterface || record instanceof EOFRecord)) {
                if (awaited > 0) {
                    rows.refuseFormula(awaited);
                }
                return record instanceof CellValueRecordInterface cell && take(cell);
            }
            return true;
        }

        private boolean take(CellValueRecordInterface cell) {
            int row = cell.getRow() + 1;
            if (row != rows.row() && !rows.start(row, row, layout.hiddenRows().get(row - 1))) {
                return false;
            }
            int column = cell.getColumn() + 1;
            if (cell instanceof NumberRecord number) {
                number(column, number, number.getValue());
            } else if (cell instanceof LabelSSTRecord label) {
                rows.text(column, texts.getString(label.getSSTIndex()).getString());
            } else if (cell instanceof LabelRecord label) {
                rows.text(column, label.getValue());
            } else if (cell instanceof BoolErrRecord value) {
                rows.text(column, value.isBoolean() ? truth(value.getBooleanValue()) : error(value.getErrorValue()));
            } else if (cell instanceof FormulaRecord formula) {
                switch (CellType.forInt(formula.getCachedResultType())) {
                    case BOOLEAN -> rows.text(column, truth(formula.getCachedBooleanValue()));
                    case ERROR -> rows.text(column, error(formula.getCachedErrorValue()));
                    case STRING -> awaited = formula.hasCachedResultString() ? column : 0;
                    default -> number(column, formula, formula.getValue());
                }
            }
            return true;
        }

        private void number(int column, CellValueRecordInterface cell, double number) {
            int format = cell.getXFIndex() < styles.size() ? styles.get(cell.getXFIndex()) : 0;
            NumberDisplay display =
                    displays.computeIfAbsent(format, index -> NumberDisplay.of(index, codes.get(index)));
            rows.number(column, Double.toString(number), display);
        }

        private static String truth(boolean value) {
            return value ? "TRUE" : "FALSE";
        }

        private static String error(int code) {
            return FormulaError.forInt(code).getString();
        }
    }

    @Override
    public void close() throws IOException {
        if (container != null) {
            container.close();
        }
    }
}
