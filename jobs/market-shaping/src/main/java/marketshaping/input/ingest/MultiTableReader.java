package marketshaping.input.ingest;

import static org.apache.spark.sql.functions.lit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.engine.ExecutionProfile;
import marketshaping.input.ingest.ValidatedExtract.FileOfInput;
import marketshaping.input.mapping.Assembly;
import marketshaping.input.mapping.InputMapping;
import marketshaping.input.mapping.Lookup;
import marketshaping.input.mapping.Mapping;
import marketshaping.input.mapping.Mappings;
import marketshaping.input.mapping.SourceTable;
import marketshaping.input.mapping.TableAssembler;
import marketshaping.input.mapping.Translation;
import marketshaping.input.source.FileScan;
import marketshaping.input.source.ScannedFile;
import marketshaping.input.validate.RowValidator;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads the tables of a source system from one folder, joins them into an input and validates its rows. */
public final class MultiTableReader {
    private final SparkSession spark;
    private final FileScan scan;
    private final ExtractReader extractReader;
    private final ExecutionProfile profile;

    public MultiTableReader(SparkSession spark, FileScan scan, ExtractReader extractReader, ExecutionProfile profile) {
        this.spark = spark;
        this.scan = scan;
        this.extractReader = extractReader;
        this.profile = profile;
    }

    /**
     * Reads one input.
     *
     * @param folder the files of the system
     * @throws UserProblem if there are errors in the files, repeated lookup keys or errors in the mapping's
     *     expressions; it lists all of them
     */
    ValidatedExtract read(Contract contract, Mapping mapping, List<Path> folder, String fingerprint) {
        Assembly assembly = mapping.assemblies().get(contract.input());
        InputMapping input = mapping.input(contract.input()).orElseThrow();
        Map<String, List<FileOfInput>> files = new LinkedHashMap<>();
        List<UserProblem> problems = new ArrayList<>();
        for (String table : tables(assembly)) {
            try {
                files.put(table, filesOf(mapping, mapping.tables().get(table), folder));
            } catch (UserProblem problem) {
                problems.add(problem);
            }
        }
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
        Map<String, Dataset<Row>> rows = new LinkedHashMap<>();
        files.forEach(
                (table, sources) -> rows.put(table, rowsOf(mapping.tables().get(table), sources)));
        List<FileOfInput> lookedUp = files.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(assembly.mainTable()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        try {
            TableAssembler assembler = new TableAssembler(assembly, input, rows);
            refuseRepeatedKeys(assembler);
            Dataset<Row> texts = new Translation(contract, input)
                    .of(assembler.rows(), assembly.fields().keySet());
            return extractReader.validate(
                    contract, fingerprint, files.get(assembly.mainTable()), lookedUp, profile, texts);
        } catch (Exception e) {
            // Spark throws a checked exception that its Scala signature does not declare.
            if (e instanceof AnalysisException analysis) {
                throw Problems.expressionWrong(mapping.name(), contract.input(), analysis.getSimpleMessage());
            }
            throw e;
        }
    }

    private static Set<String> tables(Assembly assembly) {
        Set<String> tables = new LinkedHashSet<>(List.of(assembly.mainTable()));
        assembly.lookups().stream().map(Lookup::table).forEach(tables::add);
        return tables;
    }

    private List<FileOfInput> filesOf(Mapping mapping, SourceTable table, List<Path> folder) {
        Contract contract = table.contract();
        List<FileOfInput> files = new ArrayList<>();
        for (Path path : folder) {
            if (isFileOf(table, path)) {
                ScannedFile file = scan.scan(table.name(), path);
                files.add(new FileOfInput(
                        mapping.name() + "/" + path.getFileName(),
                        file,
                        ExtractReader.header(contract, table.names(), contract.requiredFields(), path, file),
                        new Mappings.Choice(
                                mapping, mapping.inputs().values().iterator().next(), Mappings.Reason.CHOSEN, "")));
            }
        }
        if (files.isEmpty() && contract.isRequired()) {
            throw Problems.tableMissing(folder.get(0).getParent(), table.name());
        }
        return files;
    }

    /**
     * Returns true if the file is named after the table. {@code element_types.csv}, {@code Element Types.xlsx} and
     * {@code elementtypes.csv.gz} all match the same table.
     */
    private static boolean isFileOf(SourceTable table, Path path) {
        String stem = path.getFileName().toString().replaceFirst("(?i)\\.(csv|tsv|txt|xlsx|xls|ods|json)(\\.gz)?$", "");
        return CodeList.normalised(stem).equals(CodeList.normalised(table.name()));
    }

    private Dataset<Row> rowsOf(SourceTable table, List<FileOfInput> files) {
        List<String> columns =
                table.contract().fields().stream().map(Field::name).toList();
        return FileGroup.of(files).stream()
                .map(group -> group.texts(spark, columns, table.contract().requiredFields()))
                .reduce(Dataset::unionAll)
                .orElseGet(() -> noRows(columns));
    }

    /** Returns an empty table, to use in place of an optional one that was not supplied. */
    private Dataset<Row> noRows(List<String> columns) {
        List<Column> empty = new ArrayList<>(List.of(
                lit(0).as(RowValidator.FILE),
                lit(0L).as(RowValidator.ROW),
                lit(false).as(RowValidator.RAGGED),
                lit(false).as(RowValidator.EMPTY),
                lit(false).as(RowValidator.REPEATS_HEADER)));
        columns.forEach(column -> empty.add(lit(null).cast("string").as(column)));
        return spark.range(0).select(empty.toArray(Column[]::new));
    }

    private static void refuseRepeatedKeys(TableAssembler assembler) {
        List<UserProblem> problems = new ArrayList<>();
        assembler.repeatedKeys().stream().reduce(Dataset::unionAll).ifPresent(query -> {
            for (Row row : query.collectAsList()) {
                problems.add(Problems.lookupTwice(row.getString(0), row.getString(1), row.getLong(2), row.getLong(3)));
            }
        });
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
    }
}
