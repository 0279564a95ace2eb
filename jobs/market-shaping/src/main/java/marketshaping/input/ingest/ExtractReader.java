package marketshaping.input.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import marketshaping.engine.ExecutionProfile;
import marketshaping.input.ingest.ValidatedExtract.FileOfInput;
import marketshaping.input.mapping.Mappings;
import marketshaping.input.mapping.Mappings.Choice;
import marketshaping.input.mapping.Translation;
import marketshaping.input.source.FileScan;
import marketshaping.input.source.KeptColumns;
import marketshaping.input.source.ScannedFile;
import marketshaping.input.source.SheetNames;
import marketshaping.input.validate.Header;
import marketshaping.input.validate.RowValidator;
import marketshaping.model.contract.ColumnNames;
import marketshaping.model.contract.Contract;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads and validates the files of an input. */
public final class ExtractReader {
    private final SparkSession spark;
    private final FileScan scan;
    private final Mappings mappings;
    private final ExecutionProfile profile;
    private final LongConsumer rowsScanned;

    /**
     * Creates a reader for one run.
     *
     * @param rowsScanned receives the row count of each file after it is scanned
     */
    public ExtractReader(
            SparkSession spark, FileScan scan, Mappings mappings, ExecutionProfile profile, LongConsumer rowsScanned) {
        this.spark = spark;
        this.scan = scan;
        this.mappings = mappings;
        this.profile = profile;
        this.rowsScanned = rowsScanned;
    }

    /**
     * Scans the files without Spark, and returns a supplier that validates their rows.
     *
     * @throws UserProblem if the format or header of a file is wrong; it lists every error
     */
    Supplier<ValidatedExtract> prepare(Contract contract, List<Path> paths, String fingerprint) {
        List<FileOfInput> files = new ArrayList<>();
        List<UserProblem> problems = new ArrayList<>();
        for (Path path : paths) {
            try {
                files.add(scan(contract, path));
            } catch (UserProblem problem) {
                problems.add(problem);
            }
        }
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
        return () ->
                validate(contract, files, fingerprint, OutsizedFiles.among(paths) ? ExecutionProfile.REGION : profile);
    }

    /** Validates the rows of scanned files. */
    public ValidatedExtract validate(
            Contract contract, List<FileOfInput> files, String fingerprint, ExecutionProfile fileProfile) {
        Dataset<Row> texts = FileGroup.of(files).stream()
                .map(group -> {
                    Choice choice = group.files().get(0).choice();
                    Set<String> present = group.header().positions().keySet();
                    return new Translation(contract, choice.input())
                            .of(
                                    group.texts(
                                            spark,
                                            // The mapping's SQL may use any column, even one that the file lacks.
                                            choice.input().names().columns(contract),
                                            choice.input().required(contract)),
                                    present);
                })
                .reduce(Dataset::unionAll)
                .orElseThrow();
        return validate(contract, fingerprint, files, List.of(), fileProfile, texts);
    }

    /**
     * Validates the text rows of files that are already scanned and mapped.
     *
     * @param lookedUp files of a source system used only for lookups
     * @param texts rows as {@link RowValidator} expects them
     */
    public ValidatedExtract validate(
            Contract contract,
            String fingerprint,
            List<FileOfInput> files,
            List<FileOfInput> lookedUp,
            ExecutionProfile fileProfile,
            Dataset<Row> texts) {
        List<Dataset<Row>> cached = new ArrayList<>();
        UnaryOperator<Dataset<Row>> cache = dataset -> {
            Dataset<Row> copy = fileProfile.cached(dataset);
            cached.add(copy);
            return copy;
        };
        RowValidator validator = new RowValidator(contract);
        boolean isDirectory = profile == ExecutionProfile.COUNCIL && fileProfile == ExecutionProfile.REGION;
        Dataset<Row> rows =
                isDirectory ? validator.validateDirectory(texts, cache) : cache.apply(validator.validate(texts));
        return new ValidatedExtract(contract, fingerprint, files, lookedUp, fileProfile, rows, cached);
    }

    /**
     * Scans one file and finds its header.
     *
     * @throws UserProblem if the file or its header is refused
     */
    public FileOfInput scan(Contract contract, Path path) {
        SheetNames sheets = new SheetNames(contract.input(), mappings.sheets(contract.input()));
        ScannedFile file = scan.scan(sheets, path, head -> columnsRead(contract, head));
        rowsScanned.accept(file.records());
        Choice choice = mappings.forFile(contract.input(), file.head());
        List<String> required = choice.input().required(contract);
        Header header = header(contract, choice.input().names(), required, path, file);
        boolean lacksColumn = header.positions().values().stream()
                .anyMatch(position -> file.text().position(position) < 0);
        return new FileOfInput(
                path.getFileName().toString(),
                // The first scan sees fewer rows. If it mistook an earlier row for the header, its copy lacks a column.
                lacksColumn ? scan.scan(sheets, path) : file,
                header,
                choice);
    }

    /**
     * Chooses the columns to read by the header in a file's first rows. If these contain no header, all columns are
     * read.
     */
    private KeptColumns columnsRead(Contract contract, List<List<String>> head) {
        Choice choice = mappings.forFile(contract.input(), head);
        return Header.find(contract, choice.input().names(), choice.input().required(contract), head)
                .map(header -> new KeptColumns(
                        header.cells().size(),
                        header.positions().values().stream().distinct().sorted().toList()))
                .orElse(new KeptColumns(0, List.of()));
    }

    /** Finds the header, or throws a problem that lists all its errors. */
    static Header header(Contract contract, ColumnNames names, List<String> required, Path path, ScannedFile file) {
        String name = path.getFileName().toString();
        Header header = Header.find(contract, names, required, file.head())
                .orElseThrow(() -> Problems.noHeader(name, required));
        List<UserProblem> problems = new ArrayList<>();
        List<String> missing = header.missing(required);
        if (!missing.isEmpty()) {
            problems.add(Problems.columnsMissing(name, header.row(), missing));
        }
        header.twice().forEach(column -> problems.add(Problems.columnTwice(name, header.row(), column)));
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
        return header;
    }
}
