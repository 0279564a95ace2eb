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

/** Turns the files of an input into judged rows. */
public final class ExtractReader {
    private final SparkSession spark;
    private final FileScan scan;
    private final Mappings mappings;
    private final ExecutionProfile profile;
    private final LongConsumer rowsPassedOver;

    /** @param rowsPassedOver is told of each file how many rows it has */
    public ExtractReader(
            SparkSession spark,
            FileScan scan,
            Mappings mappings,
            ExecutionProfile profile,
            LongConsumer rowsPassedOver) {
        this.spark = spark;
        this.scan = scan;
        this.mappings = mappings;
        this.profile = profile;
        this.rowsPassedOver = rowsPassedOver;
    }

    /**
     * Passes over the files, without the engine, and leaves it to be asked for to judge their rows.
     *
     * @throws UserProblem with all that is wrong with the files as such
     */
    Supplier<ValidatedExtract> passedOver(Contract contract, List<Path> paths, String fingerprint) {
        List<FileOfInput> files = new ArrayList<>();
        List<UserProblem> problems = new ArrayList<>();
        for (Path path : paths) {
            try {
                files.add(scanned(contract, path));
            } catch (UserProblem problem) {
                problems.add(problem);
            }
        }
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
        return () ->
                judged(contract, files, fingerprint, OutsizedFiles.among(paths) ? ExecutionProfile.REGION : profile);
    }

    public ValidatedExtract judged(
            Contract contract, List<FileOfInput> files, String fingerprint, ExecutionProfile ofFiles) {
        Dataset<Row> texts = FileGroup.of(files).stream()
                .map(layout -> {
                    Choice choice = layout.files().get(0).choice();
                    Set<String> present = layout.header().positions().keySet();
                    return new Translation(contract, choice.input())
                            .of(
                                    layout.texts(
                                            spark,
                                            // The mapping may ask for any of them, whether the file has it or not.
                                            choice.input().names().columns(contract),
                                            choice.input().required(contract)),
                                    present);
                })
                .reduce(Dataset::unionAll)
                .orElseThrow();
        return judged(contract, fingerprint, files, List.of(), ofFiles, texts);
    }

    public ValidatedExtract judged(
            Contract contract,
            String fingerprint,
            List<FileOfInput> files,
            List<FileOfInput> lookedUp,
            ExecutionProfile ofFiles,
            Dataset<Row> texts) {
        List<Dataset<Row>> held = new ArrayList<>();
        UnaryOperator<Dataset<Row>> hold = rows -> {
            Dataset<Row> kept = ofFiles.held(rows);
            held.add(kept);
            return kept;
        };
        RowValidator judge = new RowValidator(contract);
        boolean isOutsized = profile == ExecutionProfile.COUNCIL && ofFiles == ExecutionProfile.REGION;
        Dataset<Row> judged = isOutsized ? judge.judgeDirectory(texts, hold) : hold.apply(judge.judge(texts));
        return new ValidatedExtract(contract, fingerprint, files, lookedUp, ofFiles, judged, held);
    }

    /** @throws UserProblem if the file is refused */
    public FileOfInput scanned(Contract contract, Path path) {
        SheetNames sheets = new SheetNames(contract.input(), mappings.sheets(contract.input()));
        ScannedFile file = scan.scan(sheets, path, head -> readOf(contract, head));
        rowsPassedOver.accept(file.records());
        Choice choice = mappings.forFile(contract.input(), file.head());
        List<String> required = choice.input().required(contract);
        Header header = header(contract, choice.input().names(), required, path, file);
        boolean lacksOne = header.positions().values().stream()
                .anyMatch(position -> file.text().position(position) < 0);
        return new FileOfInput(
                path.getFileName().toString(),
                // The header stands so far down that the first look did not find it.
                lacksOne ? scan.scan(sheets, path) : file,
                header,
                choice);
    }

    /** The columns of a file that are read, by its first rows; all, where they hold no header. */
    private KeptColumns readOf(Contract contract, List<List<String>> head) {
        Choice choice = mappings.forFile(contract.input(), head);
        return Header.find(contract, choice.input().names(), choice.input().required(contract), head)
                .map(header -> new KeptColumns(
                        header.cells().size(),
                        header.positions().values().stream().distinct().sorted().toList()))
                .orElse(new KeptColumns(0, List.of()));
    }

    /** Where the header stands, with all that is wrong with it reported together. */
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
