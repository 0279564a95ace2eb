package marketshaping.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.hssf.util.RKUtil;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.util.LittleEndian;

/**
 * Reads one sheet of an XLS workbook of Excel 97 to 2003 record by record: the visible sheet named after the input,
 * otherwise the first visible one. Only the workbook's texts and one row are in memory. Macros are refused. A formula
 * is read as its last calculated value; the format does not show if a numeric formula was never calculated.
 *
 * <p>POI opens the container and returns its records. No other reader uses POI.
 */
final class LegacyWorkbook implements TableReader {
    private static final int SIXTEEN_BITS = 0xFFFF;

    private static final int CURRENT_VERSION = 0x0600;
    private static final int WORKSHEET = 0;

    private final Path file;
    private final POIFSFileSystem container;
    private final DocumentEntry stream;
    private final List<SourceSheet<Integer>> sheets = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> styles = new ArrayList<>();
    private final Map<String, String> formatCodes = new HashMap<>();
    private BiFunction<InputStream, Integer, RecordInputStream> records = (in, from) -> new RecordInputStream(in);
    private boolean encrypted;
    private boolean from1904;

    LegacyWorkbook(SheetNames names, Path file) throws IOException {
        if (Files.size(file) > Limits.LEGACY_WORKBOOK_BYTES) {
            throw Problems.workbookTooLarge(file);
        }
        this.file = file;
        try {
            container = new POIFSFileSystem(file.toFile(), true);
        } catch (IOException | RuntimeException e) {
            throw Problems.workbookBroken(file, "directory");
        }
        try {
            stream = workbookStream();
            read(this::readGlobals, 0);
            List<SourceSheet<Integer>> ordered = SourceSheet.chosenFirst(names, sheets);
            if (ordered.isEmpty()) {
                throw broken();
            }
            sheets.clear();
            sheets.addAll(ordered);
        } catch (UserProblem e) {
            container.close();
            throw e;
        }
    }

    private DocumentEntry workbookStream() {
        Map<String, Entry> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        DirectoryNode root = container.getRoot();
        root.getEntries().forEachRemaining(entry -> entries.put(entry.getName(), entry));
        if (entries.containsKey("EncryptedPackage")) {
            throw Problems.passwordProtected(file);
        }
        if (entries.containsKey("_VBA_PROJECT_CUR")) {
            throw Problems.macros(file);
        }
        // Some programs use the stream name of the previous format.
        if (entries.getOrDefault("Workbook", entries.getOrDefault("Book", root)) instanceof DocumentEntry found) {
            return found;
        }
        throw Problems.contentUnsupported(file, "a file of Office before 2007 without a workbook");
    }

    private interface Step {
        void take(RecordInputStream in) throws IOException;
    }

    /**
     * Reads the records of the workbook from an offset. Any exception of POI means a damaged file, which the user must
     * fix.
     */
    private void read(Step reading, int from) {
        try (DocumentInputStream bytes = new DocumentInputStream(stream)) {
            bytes.skipNBytes(from);
            RecordInputStream in = records.apply(bytes, from);
            next(in);
            if (unsigned(in.getSid()) != Biff.BEGINNING || in.readUShort() != CURRENT_VERSION) {
                throw Problems.workbookTooOld(file);
            }
            reading.take(in);
        } catch (UserProblem e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw broken();
        }
    }

    private UserProblem broken() {
        return Problems.workbookBroken(file, stream.getName());
    }

    private static int unsigned(short sid) {
        return sid & SIXTEEN_BITS;
    }

    /** Skips the rest of the current record and returns the type of the next. */
    private static int next(RecordInputStream in) {
        in.readRemainder();
        if (!in.hasNextRecord()) {
            throw new IllegalStateException("The records end without an end record");
        }
        in.nextRecord();
        return unsigned(in.getSid());
    }

    private void readGlobals(RecordInputStream in) throws IOException {
        for (int record = next(in); record != Biff.END; record = next(in)) {
            switch (record) {
                case Biff.FILE_PASS -> {
                    if (!encrypted) {
                        decrypt(new FilePassRecord(in).getEncryptionInfo());
                        read(this::readGlobals, 0);
                        return;
                    }
                }
                case Biff.DATE_MODE -> from1904 = in.readUShort() == 1;
                case Biff.FORMAT -> formatCodes.put(String.valueOf(in.readUShort()), string(in, in.readUShort()));
                case Biff.STYLE -> {
                    in.readUShort();
                    styles.add(String.valueOf(in.readUShort()));
                }
                case Biff.SHEET -> readSheet(in);
                case Biff.TEXTS -> readTexts(in);
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
                throw Problems.passwordProtected(file);
            }
        } catch (GeneralSecurityException e) {
            throw Problems.passwordProtected(file);
        }
        encrypted = true;
        records = (in, from) -> new RecordInputStream(in, key, from);
    }

    private void readSheet(RecordInputStream in) {
        byte[] position = new byte[Integer.BYTES];
        in.readPlain(position, 0, position.length);
        int from = LittleEndian.getInt(position);
        boolean visible = (in.readUByte() & 3) == 0;
        boolean worksheet = in.readUByte() == WORKSHEET;
        String name = string(in, in.readUByte());
        if (from <= 0 || from >= stream.getSize()) {
            throw broken();
        }
        if (worksheet) {
            sheets.add(new SourceSheet<>(name, visible, from));
        }
    }

    private void readTexts(RecordInputStream in) {
        in.readInt();
        int count = in.readInt();
        long size = 0;
        while (texts.size() < count
                && (in.remaining() > 0 || (in.hasNextRecord() && in.getNextSid() == Biff.CONTINUATION))) {
            String text = new UnicodeString(in).getString();
            size += text.length() + Limits.TEXT_OVERHEAD;
            if (size > Limits.SHARED_TEXT_CHARACTERS) {
                throw Problems.workbookTooLarge(file);
            }
            texts.add(text);
        }
    }

    private static String string(RecordInputStream in, int length) {
        return (in.readUByte() & 1) == 1 ? in.readUnicodeLEString(length) : in.readCompressedUnicode(length);
    }

    @Override
    public List<String> sheets() {
        return sheets.stream().map(SourceSheet::name).toList();
    }

    @Override
    public void copyTo(StagedText copy) {
        read(in -> new Rows(in, copy).copy(), sheets.get(0).place());
    }

    @Override
    public void close() throws IOException {
        container.close();
    }

    private final class Rows {
        private static final int NONE = -1;

        private final RecordInputStream in;
        private final StagedText copy;
        private final CellFormats formats = CellFormats.of(styles, formatCodes, from1904);
        private final NavigableMap<Integer, String> cells = new TreeMap<>();
        /** The index of the current row, from 0. Column indexes are from 0 too. */
        private int row;
        /** The column of a formula whose text result is in a later record. */
        private int awaited = NONE;

        Rows(RecordInputStream in, StagedText copy) {
            this.in = in;
            this.copy = copy;
        }

        void copy() {
            // Charts are nested in the sheet and have their own records.
            for (int depth = 1; depth > 0; ) {
                int record = next(in);
                if (record == Biff.BEGINNING) {
                    depth++;
                } else if (record == Biff.END) {
                    depth--;
                } else if (depth == 1) {
                    take(record);
                }
            }
            endRow();
        }

        private void take(int record) {
            switch (record) {
                case Biff.NUMBER -> {
                    int column = column();
                    int style = in.readUShort();
                    put(column, style, in.readDouble());
                }
                case Biff.SMALL_NUMBER -> smallNumber(column());
                case Biff.SMALL_NUMBERS -> {
                    for (int column = column(); in.remaining() > Short.BYTES; column++) {
                        smallNumber(column);
                    }
                }
                case Biff.SHARED_TEXT -> {
                    int column = column();
                    in.readUShort();
                    cells.put(column, texts.get(in.readInt()));
                }
                case Biff.TEXT, Biff.RICH_TEXT -> {
                    int column = column();
                    in.readUShort();
                    cells.put(column, string(in, in.readUShort()));
                }
                case Biff.TRUTH_OR_ERROR -> {
                    int column = column();
                    in.readUShort();
                    int value = in.readUByte();
                    cells.put(column, in.readUByte() == 0 ? truth(value) : error(value));
                }
                case Biff.FORMULA -> formula(column());
                case Biff.FORMULA_TEXT -> {
                    if (awaited != NONE) {
                        cells.put(awaited, string(in, in.readUShort()));
                        awaited = NONE;
                    }
                }
                default -> {
                    // Empty cells and formatting.
                }
            }
        }

        /** Reads the position of the cell, moves to its row and returns its column. */
        private int column() {
            int next = in.readUShort();
            if (next != row) {
                endRow();
                if (next < row) {
                    throw broken();
                }
                row = next;
            }
            mustNotAwaitText();
            return in.readUShort();
        }

        private void smallNumber(int column) {
            int style = in.readUShort();
            put(column, style, RKUtil.decodeNumber(in.readInt()));
        }

        private void put(int column, int style, double number) {
            cells.put(column, formats.text(Double.toString(number), style));
        }

        private void formula(int column) {
            int style = in.readUShort();
            long result = in.readLong();
            if (result >>> 48 != SIXTEEN_BITS) {
                put(column, style, Double.longBitsToDouble(result));
                return;
            }
            int value = (int) (result >>> 16) & 0xFF;
            switch ((int) result & 0xFF) {
                case 0 -> awaited = column;
                case 1 -> cells.put(column, truth(value));
                case 2 -> cells.put(column, error(value));
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

        private void endRow() {
            mustNotAwaitText();
            RowCells ordered = new RowCells(file, row + 1L);
            cells.forEach((column, text) -> ordered.put(column + 1L, text));
            copy.add(row + 1L, ordered.cells());
            cells.clear();
        }

        private void mustNotAwaitText() {
            if (awaited != NONE) {
                throw Problems.formulaWithoutValue(file, sheets.get(0).name(), CellName.of(row + 1L, awaited + 1L));
            }
        }
    }
}
