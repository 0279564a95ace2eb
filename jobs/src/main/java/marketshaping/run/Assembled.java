package marketshaping.run;

import static org.apache.spark.sql.functions.lit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.contract.CodeList;
import marketshaping.contract.Contract;
import marketshaping.contract.Field;
import marketshaping.contract.Judge;
import marketshaping.mapping.Assembling;
import marketshaping.mapping.Assembly;
import marketshaping.mapping.InputMapping;
import marketshaping.mapping.Lookup;
import marketshaping.mapping.Mapping;
import marketshaping.mapping.Mappings;
import marketshaping.mapping.SourceTable;
import marketshaping.mapping.Translation;
import marketshaping.problem.Problems;
import marketshaping.problem.UserProblem;
import marketshaping.run.Extract.FileOfInput;
import marketshaping.source.FileScan;
import marketshaping.source.ScannedFile;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Turns the tables of a source system, which lie in one folder, into the judged rows of an input. */
final class Assembled {
    private final SparkSession spark;
    private final FileScan scan;
    private final Reading reading;
    private final Size size;

    Assembled(SparkSession spark, FileScan scan, Reading reading, Size size) {
        this.spark = spark;
        this.scan = scan;
        this.reading = reading;
        this.size = size;
    }

    /**
     * @param folder the files of the system
     * @throws UserProblem with all that is wrong with the files as such
     */
    Extract read(Contract contract, Mapping mapping, List<Path> folder, String fingerprint) {
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
        files.forEach((table, of) -> rows.put(table, rowsOf(mapping.tables().get(table), of)));
        List<FileOfInput> lookedUp = files.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(assembly.rowsOf()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        try {
            Assembling assembling = new Assembling(assembly, input, rows);
            refuseAmbiguous(assembling);
            Dataset<Row> texts = new Translation(contract, input)
                    .of(assembling.rows(), assembly.fields().keySet());
            return reading.judged(contract, fingerprint, files.get(assembly.rowsOf()), lookedUp, size, texts);
        } catch (Exception e) {
            // The engine's own exception is a checked one, which Scala does not declare.
            if (e instanceof AnalysisException wrong) {
                throw Problems.expressionWrong(mapping.name(), contract.input(), wrong.getSimpleMessage());
            }
            throw e;
        }
    }

    private static Set<String> tables(Assembly assembly) {
        Set<String> tables = new LinkedHashSet<>(List.of(assembly.rowsOf()));
        assembly.lookUps().stream().map(Lookup::table).forEach(tables::add);
        return tables;
    }

    private List<FileOfInput> filesOf(Mapping mapping, SourceTable table, List<Path> folder) {
        Contract contract = table.contract();
        List<FileOfInput> files = new ArrayList<>();
        for (Path path : folder) {
            if (isOf(table, path)) {
                ScannedFile file = scan.scan(table.name(), path);
                files.add(new FileOfInput(
                        mapping.name() + "/" + path.getFileName(),
                        file,
                        Reading.header(contract, table.names(), contract.requiredFields(), path, file),
                        new Mappings.Choice(
                                mapping, mapping.inputs().values().iterator().next(), Mappings.Why.TOLD, "")));
            }
        }
        if (files.isEmpty() && contract.isRequired()) {
            throw Problems.tableMissing(folder.get(0).getParent(), table.name());
        }
        return files;
    }

    /** {@code element_types.csv}, {@code Element Types.xlsx} and {@code elementtypes.csv.gz} are one name. */
    private static boolean isOf(SourceTable table, Path path) {
        String stem = path.getFileName().toString().replaceFirst("(?i)\\.(csv|tsv|txt|xlsx|xls|ods|json)(\\.gz)?$", "");
        return CodeList.normalised(stem).equals(CodeList.normalised(table.name()));
    }

    private Dataset<Row> rowsOf(SourceTable table, List<FileOfInput> files) {
        List<String> columns =
                table.contract().fields().stream().map(Field::name).toList();
        return Layout.of(files).stream()
                .map(layout -> layout.texts(spark, columns, table.contract().requiredFields()))
                .reduce(Dataset::unionAll)
                .orElseGet(() -> none(columns));
    }

    /** An optional table that was not given has no rows. */
    private Dataset<Row> none(List<String> columns) {
        List<Column> empty = new ArrayList<>(List.of(
                lit(0).as(Judge.FILE),
                lit(0L).as(Judge.ROW),
                lit(false).as(Judge.RAGGED),
                lit(false).as(Judge.EMPTY),
                lit(false).as(Judge.REPEATS_HEADER)));
        columns.forEach(column -> empty.add(lit(null).cast("string").as(column)));
        return spark.range(0).select(empty.toArray(Column[]::new));
    }

    private static void refuseAmbiguous(Assembling assembling) {
        List<UserProblem> problems = new ArrayList<>();
        assembling.ambiguous().stream().reduce(Dataset::unionAll).ifPresent(query -> {
            for (Row row : query.collectAsList()) {
                problems.add(Problems.lookupTwice(row.getString(0), row.getString(1), row.getLong(2), row.getLong(3)));
            }
        });
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
    }
}
