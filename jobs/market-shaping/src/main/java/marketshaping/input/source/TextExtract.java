package marketshaping.input.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldModifier;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.function.IOSupplier;
import org.apache.commons.io.input.SequenceReader;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * Delimited text. Row n is record n of the file: titles, blank rows and a separator line count; a line break in a cell
 * does not start a row. Some errors are found only at the end of the text, after rows have been passed on.
 */
final class TextExtract implements ExtractFile {
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\"?sep=([,;|\t])\"?\\1*[\\r\\n]", Pattern.CASE_INSENSITIVE);
    /** Marks the end of the text. Without it, FastCSV accepts a last cell whose quote never closes. */
    private static final String END = "\u0001\u001a\u0001";
    /** Added to a symbol after a backslash. Decoded text never contains half of a surrogate pair. */
    private static final char ESCAPED = '\udc00';
    /** An empty cell in exports of databases, which escape separators and line breaks by backslashes. */
    private static final String NULL = "\\N";

    private static final String QUOTE = "\"";
    private static final String MIXED = "doubled quote";

    private final Path file;
    private final IOSupplier<InputStream> bytes;
    private final Encoding encoding;
    private final boolean hasSeparatorLine;
    private final Separator separator;
    /** The symbols that the file escapes by backslashes; empty if a backslash is text. */
    private String escapable = "";

    private SwallowedRows swallowed;

    TextExtract(Path file, IOSupplier<InputStream> bytes) throws IOException {
        this.file = file;
        this.bytes = bytes;
        encoding = Encoding.of(bytes);
        char[] start = new char[1024 * 1024];
        String sample;
        try (Reader text = encoding.open(bytes)) {
            sample = new String(start, 0, IOUtils.read(text, start));
        }
        Matcher line = SEPARATOR_LINE.matcher(sample);
        hasSeparatorLine = line.lookingAt();
        separator = hasSeparatorLine
                ? Separator.of(line.group(1).charAt(0))
                : Separator.guess(candidate -> sample(sample, candidate));
        String around = "[\r\n" + Pattern.quote(String.valueOf(separator.symbol)) + "]";
        if (Pattern.compile(around + Pattern.quote(NULL) + around)
                .matcher(sample)
                .find()) {
            long evenness = Separator.evenness(sample(sample, separator));
            escapable = "\n" + separator.symbol;
            // Some exports with such cells do not escape: a cell may end with a backslash.
            escapable = Separator.evenness(sample(sample, separator)) < evenness ? "" : escapable;
        }
        swallowed = new SwallowedRows(separator.symbol, sample(sample, separator));
        if (sample.contains("\\" + QUOTE)) {
            try {
                read(null, row -> true);
            } catch (UserProblem conflict) {
                escapable += QUOTE;
                swallowed = new SwallowedRows(separator.symbol, sample(sample, separator));
            }
        }
    }

    /** Returns the first records, up to the first with misplaced quotes: the separator may be wrong. */
    private List<List<String>> sample(String text, Separator candidate) {
        List<List<String>> records = new ArrayList<>();
        try {
            csv(new StringReader(text), candidate).stream()
                    .limit(500)
                    .forEach(record -> records.add(record.getFields()));
            return records;
        } catch (CsvParseException e) {
            return records;
        }
    }

    private CsvReader<CsvRecord> csv(Reader text, Separator splitBy) {
        return CsvReader.builder()
                .fieldSeparator(splitBy.symbol)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .trimWhitespacesAroundQuotes(true)
                .maxBufferSize(Limits.RECORD_BYTES)
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFields(Limits.COLUMNS)
                                .maxFieldSize(Limits.CELL_BYTES)
                                .maxRecordSize(Limits.RECORD_BYTES)
                                .fieldModifier(new Unescaped())),
                        escapable.isEmpty() ? text : escaped(text));
    }

    @Override
    public ReadAs readAs() {
        return new ReadAs("CSV", encoding.label, separator.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public long read(ExtractTable table, RowConsumer rows) throws IOException {
        long number = 0;
        CutRows cut = new CutRows(swallowed.usual());
        Reader whole = new SequenceReader(encoding.open(bytes), new StringReader(END));
        try (CsvReader<CsvRecord> records = csv(whole, separator)) {
            for (CsvRecord record : records) {
                if (record.getField(0).equals(END)) {
                    cut.refuse(file);
                    break;
                }
                number++;
                cut.add(number, record.getFieldCount());
                List<String> cells = cells(record.getFields(), number);
                boolean isPassedOn = !cells.isEmpty() && !(hasSeparatorLine && number == 1);
                if (isPassedOn && !rows.accept(SourceRow.ofText(number, cells))) {
                    break;
                }
            }
            return number;
        } catch (CsvParseException | UncheckedIOException e) {
            throw cause(e, number + 1);
        }
    }

    private List<String> cells(List<String> raw, long row) {
        int breaks = swallowed.breaks(raw);
        if (breaks > 0) {
            throw Problems.quoteSwallowsRows(file, row, breaks);
        }
        List<String> cells = new ArrayList<>(raw.size());
        for (String cell : raw) {
            if (cell.indexOf('\0') >= 0) {
                throw Problems.nulByte(file, row);
            }
            cells.add(cell.equals(NULL) ? "" : CellText.clean(cell));
        }
        return CellText.upToLast(cells);
    }

    /** Returns the read error that FastCSV has wrapped, or the problem that FastCSV has found. */
    private RuntimeException cause(RuntimeException wrapper, long row) throws IOException {
        Throwable cause = ExceptionUtils.getRootCause(wrapper);
        if (cause instanceof IOException error) {
            throw error;
        } else if (cause instanceof UserProblem problem) {
            return problem;
        }
        String message = cause.getMessage();
        if (!(cause instanceof CsvParseException)) {
            return wrapper;
        } else if (message.contains(" fields")) {
            return Problems.tooManyColumns(file, row, Limits.COLUMNS);
        } else if (message.contains("field size")) {
            return Problems.cellTooLong(file, row, Limits.CELL_BYTES);
        } else if (message.contains(" size ")) {
            return Problems.rowTooLong(file, row, Limits.RECORD_BYTES);
        }
        return message.equals(MIXED) ? Problems.quotesMixed(file, row) : Problems.quoteNotClosed(file, row);
    }

    /** Passes text on with a placeholder for each escaped symbol. */
    private Reader escaped(Reader text) {
        return new FilterReader(text) {
            private boolean isEscape;

            @Override
            public int read(char[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, length);
                for (int i = offset; i < offset + count; i++) {
                    target[i] += isEscape && escapable.indexOf(target[i]) >= 0 ? ESCAPED : 0;
                    isEscape = target[i] == '\\' && !isEscape;
                }
                return count;
            }
        };
    }

    /** Restores escaped symbols. */
    private final class Unescaped implements FieldModifier {
        @Override
        public String modify(long line, int position, boolean isQuoted, String cell) {
            boolean escapesQuotes = escapable.contains(QUOTE);
            if (isQuoted && cell.endsWith(END)) {
                throw new CsvParseException("no closing quote");
            } else if (isQuoted && escapesQuotes && cell.contains(QUOTE)) {
                throw new CsvParseException(MIXED);
            }
            String text = cell;
            for (char symbol : escapable.toCharArray()) {
                text = text.replace("\\" + (char) (ESCAPED + symbol), String.valueOf(symbol));
            }
            return isQuoted && escapesQuotes ? text.replace("\\\\", "\\") : text;
        }
    }
}
