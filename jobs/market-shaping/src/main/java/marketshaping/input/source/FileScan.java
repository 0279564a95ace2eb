package marketshaping.input.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipException;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;

/**
 * Scans each file once and makes a staged copy of files that Spark cannot read directly: packed files, encodings other
 * than UTF-8, line breaks in cells, workbooks, JSON. Memory use is bounded for every file. Thread-safe.
 */
public final class FileScan {
    /** The number of records to keep from the start of a file. The header must be among them. */
    public static final int HEAD_RECORDS = 50;

    private static final int GUESSED_FROM = 200;

    /** The size above which a copy of the needed columns saves time. */
    private static final long WORTH_A_COPY = 64L << 20;

    /** Characters that Spark interprets as wildcards or as the end of a URI scheme. */
    private static final String UNSAFE_IN_PATHS = "*?[]{}\\^:";

    private final Path staging;
    private final long worthACopy;
    private final AtomicInteger staged = new AtomicInteger();

    /**
     * Creates a scanner for one run.
     *
     * @param staging a folder for this run only, created when first needed; the caller deletes it
     */
    public FileScan(Path staging) {
        this(staging, WORTH_A_COPY);
    }

    /**
     * Creates a scanner with a given minimum size for copies that only drop columns.
     *
     * @param worthACopy the minimum size in bytes of a text that is copied only to drop columns
     */
    FileScan(Path staging, long worthACopy) {
        this.staging = staging;
        this.worthACopy = worthACopy;
    }

    /**
     * Reads the file to its end.
     *
     * @param input the name of the input; in a workbook, the sheet with this name is preferred
     * @throws UserProblem if the file is refused, with the reason
     */
    public ScannedFile scan(String input, Path file) {
        return scan(new SheetNames(input, List.of()), file);
    }

    /**
     * Reads the file to its end.
     *
     * @param sheets the accepted names of the sheet, if the file is a workbook
     * @throws UserProblem if the file is refused, with the reason
     */
    public ScannedFile scan(SheetNames sheets, Path file) {
        return scan(sheets, file, head -> KeptColumns.all(0));
    }

    /**
     * Reads the file to its end.
     *
     * @param sheets the accepted names of the sheet, if the file is a workbook
     * @param choice the columns to read from a large text; its copy may omit the others
     * @throws UserProblem if the file is refused, with the reason
     */
    public ScannedFile scan(SheetNames sheets, Path file, KeptColumns.Choice choice) {
        try {
            FileKind kind = FileKind.of(file);
            ContentKind.of(file).mustSuit(file, kind);
            return kind == FileKind.TEXT || kind == FileKind.GZIP
                    ? text(sheets.input(), file, kind, choice)
                    : table(sheets, file, kind);
        } catch (CharacterCodingException e) {
            throw Problems.encodingBroken(file);
        } catch (ZipException | EOFException e) {
            throw Problems.archiveBroken(file);
        } catch (IOException e) {
            throw Problems.inputUnreadable(file, e.toString());
        }
    }

    private ScannedFile text(String input, Path file, FileKind kind, KeptColumns.Choice choice) throws IOException {
        try (TextInput in = TextInput.open(file, kind)) {
            Separator separator = Separator.guess(candidate -> cellCounts(in, file, candidate));
            Optional<NarrowCopy> narrow = narrowCopy(input, in, file, separator, choice);
            RecordStatistics tally = tally(new RecordReader(in.text(), file, separator), narrow);
            tally.swallowed().ifPresent(cell -> {
                throw Problems.quoteSwallowsRows(file, cell.record(), cell.breaks());
            });
            Encoding encoding = in.encoding();
            boolean isLineByLine =
                    encoding.charset().equals(StandardCharsets.UTF_8) && !tally.lineBreaks() && !tally.tornQuotes();
            TextFile text;
            if (isLineByLine && narrow.isPresent() && narrow.get().isFaithful()) {
                text = narrow.get().text(separator, tally);
            } else if (isLineByLine && kind == FileKind.TEXT && addressable(file)) {
                text = new TextFile(
                        file, separator, Files.size(file), tally.records(), tally.widest(), tally.rareBlanks());
            } else {
                text = staged(input, file, kind, encoding, separator, tally);
            }
            return new ScannedFile(
                    file,
                    kind,
                    in.sha256(),
                    Files.size(file),
                    encoding,
                    separator,
                    tally.records(),
                    tally.widest(),
                    tally.lineBreaks(),
                    List.of(),
                    tally.head(encoding.asciiBased() ? encoding.charset() : StandardCharsets.UTF_8),
                    text);
        }
    }

    /** Opens a narrow copy if the text is large and few of its columns are read; otherwise returns empty. */
    private Optional<NarrowCopy> narrowCopy(
            String input, TextInput in, Path file, Separator separator, KeptColumns.Choice choice) throws IOException {
        if (Files.size(file) < worthACopy) {
            return Optional.empty();
        }
        KeptColumns kept = choice.of(head(in, file, separator));
        return kept.isNarrow() ? Optional.of(new NarrowCopy(stagedPath(input), kept)) : Optional.empty();
    }

    private static RecordStatistics tally(RecordReader records, Optional<NarrowCopy> copy) throws IOException {
        if (copy.isEmpty()) {
            return RecordStatistics.of(records);
        }
        try (NarrowCopy open = copy.get()) {
            return RecordStatistics.of(records, open::add);
        }
    }

    /** Returns the first records that the sample of the text contains. */
    private static List<List<String>> head(TextInput in, Path file, Separator separator) throws IOException {
        List<List<String>> head = new ArrayList<>();
        try {
            RecordReader records = new RecordReader(in.sample(), file, separator);
            while (head.size() < HEAD_RECORDS && records.next()) {
                head.add(records.texts(StandardCharsets.UTF_8).stream()
                        .map(Whitespace::trim)
                        .toList());
            }
        } catch (UserProblem outOfStep) {
            // The sample may end within quotes. The full scan reports a quote error of the file itself.
            return head;
        }
        return head;
    }

    /** Returns the number of cells in each of the first records for a given separator. */
    private static List<Integer> cellCounts(TextInput in, Path file, Separator separator) {
        List<Integer> counts = new ArrayList<>();
        try {
            RecordReader records = new RecordReader(in.sample(), file, separator);
            while (counts.size() < GUESSED_FROM && records.next()) {
                counts.add(records.cells());
            }
        } catch (UserProblem outOfStep) {
            // A wrong separator or the end of the sample may break a quoted cell. The counts before it are sufficient.
            return counts;
        } catch (IOException e) {
            throw new IllegalStateException("The sample is in memory", e);
        }
        return counts;
    }

    private TextFile staged(
            String input, Path file, FileKind kind, Encoding encoding, Separator separator, RecordStatistics tally)
            throws IOException {
        Path path = stagedPath(input);
        try (InputStream in = TextInput.open(file, kind, encoding);
                StagedText copy = new StagedText(path, file)) {
            RecordReader records = new RecordReader(in, file, separator);
            while (records.next()) {
                copy.add(records.texts(StandardCharsets.UTF_8));
            }
        }
        return new TextFile(path, Separator.COMMA, Files.size(path), tally.records(), tally.widest(), false);
    }

    private ScannedFile table(SheetNames sheets, Path file, FileKind kind) throws IOException {
        Fingerprint fingerprint = Fingerprint.of(file);
        Path path = stagedPath(sheets.input());
        try (TableReader table = reader(sheets, file, kind)) {
            try (StagedText copy = new StagedText(path, file)) {
                table.copyTo(copy);
            }
            RecordStatistics tally = tallyOf(path, file);
            return new ScannedFile(
                    file,
                    kind,
                    fingerprint.sha256(),
                    fingerprint.bytes(),
                    Encoding.UTF_8,
                    Separator.COMMA,
                    tally.records(),
                    tally.widest(),
                    false,
                    table.sheets(),
                    tally.head(StandardCharsets.UTF_8),
                    new TextFile(path, Separator.COMMA, Files.size(path), tally.records(), tally.widest(), false));
        }
    }

    private static TableReader reader(SheetNames sheets, Path file, FileKind kind) throws IOException {
        return switch (kind) {
            case WORKBOOK -> new XlsxFile(sheets, file);
            case OPEN_DOCUMENT -> new OpenDocument(sheets, file);
            case LEGACY_WORKBOOK -> new LegacyWorkbook(sheets, file);
            case JSON -> new JsonRecords(file);
            case TEXT, GZIP, WEB_PAGE, XML, ARCHIVE, NOT_READ, UNKNOWN -> throw new IllegalStateException(kind + " is no table to copy");
        };
    }

    /** Returns the statistics of a staged copy. Errors name the source file, not the copy. */
    private static RecordStatistics tallyOf(Path copy, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(copy)) {
            return RecordStatistics.of(new RecordReader(in, file, Separator.COMMA));
        }
    }

    private Path stagedPath(String input) {
        return staging.resolve(input + "-" + staged.incrementAndGet() + ".csv").toAbsolutePath();
    }

    /** Returns true if Spark can read the path. Spark ignores files whose name starts with a dot or an underscore. */
    private static boolean addressable(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith("_")
                && !name.startsWith(".")
                && file.toAbsolutePath().toString().chars().noneMatch(c -> UNSAFE_IN_PATHS.indexOf(c) >= 0);
    }
}
