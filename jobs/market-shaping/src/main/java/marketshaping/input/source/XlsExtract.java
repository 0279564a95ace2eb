package marketshaping.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.hssf.util.RKUtil;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.LittleEndian;

/**
 * An XLS workbook of Excel 97 to 2003, read record by record. Only its texts and one row are in memory. The event API of
 * POI would read all worksheets for each table, so records are read from the offset of the worksheet. Macros are
 * refused.
 */
final class XlsExtract extends SheetExtract {
    private static final int ROW_LIMIT = 65_536;
    private static final int SIXTEEN_BITS = 0xFFFF;
    private static final int CURRENT_VERSION = 0x0600;
    /** A text with formats, which POI does not read. */
    private static final int RICH_TEXT = 0x00D6;

    private final POIFSFileSystem container;
    private DocumentEntry stream;
    private final List<Integer> offsets = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> styles = new ArrayList<>();
    private final Map<Integer, NumberDisplay> formats = new HashMap<>();
    private final Map<Integer, Layout> layouts = new HashMap<>();
    private BiFunction<InputStream, Integer, RecordInputStream> records = (in, from) -> new RecordInputStream(in);
    private boolean isEncrypted;
    private boolean from1904;

    /**
     * Opens a workbook.
     *
     * @throws UserProblem if the workbook is refused
     */
    XlsExtract(Path file) throws IOException {
        super(file, "XLS workbook", ROW_LIMIT);
        if (Files.size(file) > Limits.LEGACY_WORKBOOK_BYTES) {
            throw Problems.workbookTooLarge(file);
        }
        try {
            container = new POIFSFileSystem(file.toFile(), true);
        } catch (IOException | RuntimeException e) {
            throw Problems.workbookBroken(file, "directory");
        }
        open(container, "Workbook", () -> {
            stream = workbookStream();
            read(this::readGlobals, 0);
        });
    }

    private DocumentEntry workbookStream() {
        Map<String, Entry> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        container.getRoot().getEntries().forEachRemaining(entry -> entries.put(entry.getName(), entry));
        if (entries.containsKey("EncryptedPackage")) {
            throw Problems.passwordProtected(file());
        }
        if (entries.containsKey("_VBA_PROJECT_CUR")) {
            throw Problems.macros(file());
        }
        // Some programs use the stream name of the previous format.
        if (entries.getOrDefault("Workbook", entries.get("Book")) instanceof DocumentEntry found) {
            return found;
        }
        throw Problems.contentUnsupported(file(), "a file of Office before 2007 without a workbook");
    }

    private interface Reading {
        void take(RecordInputStream in) throws IOException;
    }

    /** Reads the records from an offset. */
    private void read(Reading reading, int from) {
        try (DocumentInputStream bytes = new DocumentInputStream(stream)) {
            bytes.skipNBytes(from);
            RecordInputStream in = records.apply(bytes, from);
            next(in);
            if (in.getSid() != BOFRecord.sid || in.readUShort() != CURRENT_VERSION) {
                throw Problems.workbookTooOld(file());
            }
            reading.take(in);
        } catch (IOException e) {
            throw Problems.workbookBroken(file(), stream.getName());
        }
    }

    /** Skips the rest of the current record and returns the type of the next. */
    private static int next(RecordInputStream in) {
        in.readRemainder();
        if (!in.hasNextRecord()) {
            throw new IllegalStateException("The records end without an end record");
        }
        in.nextRecord();
        return in.getSid();
    }

    private void readGlobals(RecordInputStream in) throws IOException {
        for (int record = next(in); record != EOFRecord.sid; record = next(in)) {
            switch (record) {
                case FilePassRecord.sid -> {
                    if (!isEncrypted) {
                        decrypt(new FilePassRecord(in).getEncryptionInfo());
                        read(this::readGlobals, 0);
                        return;
                    }
                }
                case DateWindow1904Record.sid -> from1904 = in.readUShort() == 1;
                case FormatRecord.sid -> {
                    FormatRecord format = new FormatRecord(in);
                    formats.put(format.getIndexCode(), NumberDisplay.of(format.getFormatString()));
                }
                case ExtendedFormatRecord.sid -> {
                    in.readUShort();
                    styles.add(in.readUShort());
                }
                case BoundSheetRecord.sid -> readSheet(in);
                case SSTRecord.sid -> readTexts(in);
                default -> {
                    // Windows, fonts and names do not affect values.
                }
            }
        }
    }

    /** Decrypts a workbook with a protected structure, which uses a default password; refuses any other password. */
    private void decrypt(EncryptionInfo key) {
        try {
            if (!key.getDecryptor().verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
                throw Problems.passwordProtected(file());
            }
        } catch (GeneralSecurityException e) {
            throw Problems.passwordProtected(file());
        }
        isEncrypted = true;
        records = (in, from) -> new RecordInputStream(in, key, from);
    }

    private void readSheet(RecordInputStream in) {
        byte[] position = new byte[Integer.BYTES];
        in.readPlain(position, 0, position.length);
        int from = LittleEndian.getInt(position);
        boolean isVisible = (in.readUByte() & 3) == 0;
        boolean isWorksheet = in.readUByte() == 0;
        String name = string(in, in.readUByte());
        if (from <= 0 || from >= stream.getSize()) {
            throw Problems.workbookBroken(file(), stream.getName());
        }
        if (isWorksheet) {
            add(new ExtractTable(offsets.size(), name, isVisible));
            offsets.add(from);
        }
    }

    private void readTexts(RecordInputStream in) {
        in.readInt();
        int count = in.readInt();
        long size = 0;
        while (texts.size() < count
                && (in.remaining() > 0 || (in.hasNextRecord() && in.getNextSid() == ContinueRecord.sid))) {
            String text = new UnicodeString(in).getString();
            size += text.length() + Limits.TEXT_OVERHEAD;
            if (size > Limits.SHARED_TEXT_CHARACTERS) {
                throw Problems.workbookTooLarge(file());
            }
            texts.add(text);
        }
    }

    private static String string(RecordInputStream in, int length) {
        return (in.readUByte() & 1) == 1 ? in.readUnicodeLEString(length) : in.readCompressedUnicode(length);
    }

    /** Passes on the records of a worksheet, without the charts nested in it, until the target returns false. */
    private void readSheet(ExtractTable table, BiPredicate<Integer, RecordInputStream> target) {
        read(
                in -> {
                    for (int depth = 1; depth > 0; ) {
                        int record = next(in);
                        if (record == BOFRecord.sid) {
                            depth++;
                        } else if (record == EOFRecord.sid) {
                            depth--;
                        } else if (depth == 1 && !target.test(record, in)) {
                            return;
                        }
                    }
                },
                offsets.get(table.position()));
    }

    /** The hidden rows, from 0, and the other properties of a worksheet that may be after its cells. */
    private record Layout(BitSet hiddenRows, List<ColumnInfoRecord> hiddenColumns, List<CellRangeAddress> merged) {}

    private Layout layout(ExtractTable table) {
        Layout layout = new Layout(new BitSet(), new ArrayList<>(), new ArrayList<>());
        readSheet(table, (record, in) -> {
            if (record == RowRecord.sid) {
                RowRecord row = new RowRecord(in);
                layout.hiddenRows().set(row.getRowNumber(), row.getZeroHeight());
            } else if (record == ColumnInfoRecord.sid) {
                ColumnInfoRecord columns = new ColumnInfoRecord(in);
                if (columns.getHidden()) {
                    layout.hiddenColumns().add(columns);
                }
            } else if (record == MergeCellsRecord.sid) {
                MergeCellsRecord merged = new MergeCellsRecord(in);
                for (int i = 0; i < merged.getNumAreas(); i++) {
                    layout.merged().add(merged.getAreaAt(i));
                }
            }
            return true;
        });
        return layout;
    }

    @Override
    String part(ExtractTable table) {
        return stream.getName();
    }

    @Override
    void read(ExtractTable table, SheetRows rows, String part) {
        Layout layout = layouts.computeIfAbsent(table.position(), position -> layout(table));
        layout.merged().forEach(rows::merge);
        layout.hiddenColumns()
                .forEach(columns -> rows.hideColumns(columns.getFirstColumn() + 1, columns.getLastColumn() + 1));
        if (from1904) {
            rows.countDaysFrom1904();
        }
        Cells cells = new Cells(table, rows, layout.hiddenRows());
        readSheet(table, cells::take);
        cells.endRow();
    }

    private final class Cells {
        private static final int NONE = -1;

        private final ExtractTable table;
        private final SheetRows rows;
        private final BitSet hiddenRows;
        private int row = NONE;
        /** The column of a formula whose text result is in a later record. */
        private int awaited = NONE;

        private boolean goesOn = true;

        Cells(ExtractTable table, SheetRows rows, BitSet hiddenRows) {
            this.table = table;
            this.rows = rows;
            this.hiddenRows = hiddenRows;
        }

        boolean take(int record, RecordInputStream in) {
            switch (record) {
                case NumberRecord.sid,
                        RKRecord.sid,
                        LabelSSTRecord.sid,
                        LabelRecord.sid,
                        RICH_TEXT,
                        BoolErrRecord.sid,
                        FormulaRecord.sid,
                        MulRKRecord.sid -> {
                    int next = in.readUShort();
                    mustNotAwaitText();
                    if (next == row || startRow(next)) {
                        cell(record, in.readUShort() + 1, in);
                    }
                }
                case StringRecord.sid -> {
                    if (awaited != NONE) {
                        rows.text(awaited, string(in, in.readUShort()));
                        awaited = NONE;
                    }
                }
                default -> {
                    // Empty cells and formatting.
                }
            }
            return goesOn;
        }

        private boolean startRow(int next) {
            endRow();
            if (next < row) {
                throw Problems.workbookBroken(file(), stream.getName());
            }
            row = next;
            if (goesOn) {
                rows.start(row + 1L);
                if (hiddenRows.get(row)) {
                    rows.hide();
                }
            }
            return goesOn;
        }

        private void cell(int record, int column, RecordInputStream in) {
            int style = in.readUShort();
            switch (record) {
                case NumberRecord.sid -> number(column, style, in.readDouble());
                case RKRecord.sid -> number(column, style, RKUtil.decodeNumber(in.readInt()));
                case MulRKRecord.sid -> {
                    number(column, style, RKUtil.decodeNumber(in.readInt()));
                    for (int next = column + 1; in.remaining() > Short.BYTES; next++) {
                        number(next, in.readUShort(), RKUtil.decodeNumber(in.readInt()));
                    }
                }
                case LabelSSTRecord.sid -> rows.text(column, texts.get(in.readInt()));
                case BoolErrRecord.sid -> {
                    int value = in.readUByte();
                    rows.text(column, in.readUByte() == 0 ? truth(value) : error(value));
                }
                case FormulaRecord.sid -> formula(column, style, in.readLong());
                default -> rows.text(column, string(in, in.readUShort()));
            }
        }

        private void number(int column, int style, double number) {
            int format = style < styles.size() ? styles.get(style) : 0;
            rows.number(column, Double.toString(number), formats.computeIfAbsent(format, NumberDisplay::builtIn));
        }

        private void formula(int column, int style, long result) {
            int value = (int) (result >>> 16) & 0xFF;
            if (result >>> 48 != SIXTEEN_BITS) {
                number(column, style, Double.longBitsToDouble(result));
                return;
            }
            switch ((int) result & 0xFF) {
                case 0 -> awaited = column;
                case 1 -> rows.text(column, truth(value));
                case 2 -> rows.text(column, error(value));
                default -> {
                    // An empty text.
                }
            }
        }

        private static String truth(int value) {
            return value == 0 ? "FALSE" : "TRUE";
        }

        private static String error(int value) {
            return FormulaError.forInt(value).getString();
        }

        void endRow() {
            mustNotAwaitText();
            goesOn = goesOn && (row == NONE || rows.end());
        }

        private void mustNotAwaitText() {
            if (awaited != NONE) {
                throw Problems.formulaWithoutValue(file(), table.name(), CellName.of(row + 1L, awaited));
            }
        }
    }

    @Override
    public void close() throws IOException {
        container.close();
    }
}
