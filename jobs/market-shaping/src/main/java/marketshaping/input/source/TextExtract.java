package marketshaping.input.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldModifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;

/**
 * Delimited text. Row n is record n of the file: titles, blank rows and a separator line count; a line break in a cell
 * does not start a row. Some errors are found only at the end of the text, after rows have been passed on.
 */
final class TextExtract implements ExtractFile {
    private static final int SAMPLE = 256 * 1024;
    private static final int GUESSED_FROM = 200;
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\"?sep=([,;|\t])\"?\\1*[\\r\\n]", Pattern.CASE_INSENSITIVE);
    private static final FieldModifier CLEAN = FieldModifier.modify(CellText::clean);
    private static final ExtractTable WHOLE = new ExtractTable(0, "", true);

    private final Path file;
    private final ByteSource bytes;
    private final Encoding encoding;
    private final Optional<Separator> declared;
    private final Separator separator;
    private final StandardQuotes.Escape escape;
    private boolean hasBackslashes;

    TextExtract(Path file, ByteSource bytes) throws IOException {
        this.file = file;
        this.bytes = bytes;
        encoding = Encoding.of(bytes, text -> hasBackslashes = containsBackslashQuote(text));
        String sample;
        try (Reader text = encoding.open(bytes)) {
            char[] start = new char[SAMPLE];
            sample = new String(start, 0, Math.max(0, new BufferedReader(text, SAMPLE).read(start)));
        }
        Matcher line = SEPARATOR_LINE.matcher(sample);
        declared = line.lookingAt() ? Separator.of(line.group(1).charAt(0)) : Optional.empty();
        separator = declared.isPresent() ? declared.get() : guess(sample);
        escape = hasBackslashes ? escape() : StandardQuotes.Escape.DOUBLED;
    }

    private static boolean containsBackslashQuote(Reader text) throws IOException {
        char[] block = new char[32 * 1024];
        char previous = 0;
        boolean found = false;
        for (int count = text.read(block); count >= 0; count = text.read(block)) {
            for (int i = 0; i < count && !found; i++) {
                found = block[i] == '"' && previous == '\\';
                previous = block[i];
            }
        }
        return found;
    }

    private Separator guess(String sample) {
        return Separator.guess(candidate -> {
            try (StandardQuotes quotes = quotes(new StringReader(sample), candidate, StandardQuotes.Escape.DOUBLED)) {
                return quotes.widths(GUESSED_FROM);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Returns the escape that reads the whole text without a conflict. Refuses a text that mixes both. */
    private StandardQuotes.Escape escape() throws IOException {
        long mixed = 0;
        for (StandardQuotes.Escape candidate : StandardQuotes.Escape.values()) {
            try (StandardQuotes quotes = quotes(encoding.open(bytes), separator, candidate)) {
                if (quotes.problem() == null && quotes.isRegular()) {
                    return candidate;
                }
                mixed = candidate == StandardQuotes.Escape.DOUBLED ? quotes.backslashRecord() : mixed;
            }
        }
        if (mixed > 0) {
            throw Problems.quotesMixed(file, mixed);
        }
        return StandardQuotes.Escape.DOUBLED;
    }

    private StandardQuotes quotes(Reader text, Separator by, StandardQuotes.Escape escapedBy) {
        return new StandardQuotes(text, file, by.symbol(), escapedBy);
    }

    @Override
    public List<ExtractTable> tables() {
        return List.of(WHOLE);
    }

    @Override
    public ReadAs readAs() {
        return new ReadAs("CSV", encoding.label(), separator.label());
    }

    @Override
    public long read(ExtractTable table, RowConsumer rows) throws IOException {
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator.symbol())
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(
                        CsvRecordHandler.of(handler -> handler.fieldModifier(CLEAN)),
                        quotes(encoding.open(bytes), separator, escape))) {
            long number = 0;
            for (CsvRecord record : records) {
                number++;
                List<String> cells = CellText.upToLast(record.getFields());
                boolean isPassedOn = !cells.isEmpty() && (number > 1 || declared.isEmpty());
                if (isPassedOn && !rows.accept(SourceRow.ofText(number, cells))) {
                    return number;
                }
            }
            return number;
        } catch (CsvParseException | UncheckedIOException e) {
            throw cause(e);
        }
    }

    /** Returns the problem or the read error that FastCSV has wrapped, unless it reports an error of its own. */
    private static RuntimeException cause(RuntimeException wrapper) throws IOException {
        for (Throwable cause : Stream.<Throwable>iterate(wrapper, e -> e != null, Throwable::getCause)
                .toList()) {
            if (cause instanceof UserProblem problem) {
                return problem;
            } else if (cause instanceof IOException error) {
                throw error;
            }
        }
        return wrapper;
    }

    @Override
    public List<Finding> findings() {
        return List.of();
    }

    @Override
    public void close() {
        // Each reading closes the stream that it opened.
    }
}
