package marketshaping.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import marketshaping.contract.Contract;
import marketshaping.contract.Header;
import marketshaping.contract.Judge;
import marketshaping.contract.Names;
import marketshaping.mapping.Mappings;
import marketshaping.mapping.Mappings.Choice;
import marketshaping.mapping.Translation;
import marketshaping.problem.Problems;
import marketshaping.problem.UserProblem;
import marketshaping.run.Extract.FileOfInput;
import marketshaping.source.FileScan;
import marketshaping.source.KeptColumns;
import marketshaping.source.ScannedFile;
import marketshaping.source.SheetNames;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Turns the files of an input into judged rows. */
final class Reading {
    private final SparkSession spark;
    private final FileScan scan;
    private final Mappings mappings;
    private final Size size;
    private final LongConsumer rowsPassedOver;

    /** @param rowsPassedOver is told of each file how many rows it has */
    Reading(SparkSession spark, FileScan scan, Mappings mappings, Size size, LongConsumer rowsPassedOver) {
        this.spark = spark;
        this.scan = scan;
        this.mappings = mappings;
        this.size = size;
        this.rowsPassedOver = rowsPassedOver;
    }

    /**
     * Passes over the files, without the engine, and leaves it to be asked for to judge their rows.
     *
     * @throws UserProblem with all that is wrong with the files as such
     */
    Supplier<Extract> passedOver(Contract contract, List<Path> paths, String fingerprint) {
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
        return () -> judged(contract, files, fingerprint, size == Size.LARGE ? size : Size.of(paths));
    }

    Extract judged(Contract contract, List<FileOfInput> files, String fingerprint, Size ofFiles) {
        Dataset<Row> texts = Layout.of(files).stream()
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

    Extract judged(
            Contract contract,
            String fingerprint,
            List<FileOfInput> files,
            List<FileOfInput> lookedUp,
            Size ofFiles,
            Dataset<Row> texts) {
        List<Dataset<Row>> held = new ArrayList<>();
        UnaryOperator<Dataset<Row>> hold = rows -> {
            Dataset<Row> kept = ofFiles.held(rows);
            held.add(kept);
            return kept;
        };
        Judge judge = new Judge(contract);
        boolean isOutsized = size == Size.SMALL && ofFiles == Size.LARGE;
        Dataset<Row> judged = isOutsized ? judge.judgeDirectory(texts, hold) : hold.apply(judge.judge(texts));
        return new Extract(contract, fingerprint, files, lookedUp, ofFiles, judged, held);
    }

    /** @throws UserProblem if the file is refused */
    FileOfInput scanned(Contract contract, Path path) {
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
    static Header header(Contract contract, Names names, List<String> required, Path path, ScannedFile file) {
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
