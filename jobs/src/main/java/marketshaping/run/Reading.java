package marketshaping.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketshaping.contract.Contract;
import marketshaping.contract.Field;
import marketshaping.contract.Header;
import marketshaping.contract.Judge;
import marketshaping.contract.Type;
import marketshaping.problem.Problems;
import marketshaping.problem.UserProblem;
import marketshaping.run.Extract.FileOfInput;
import marketshaping.source.FileScan;
import marketshaping.source.ScannedFile;
import marketshaping.source.Separator;
import marketshaping.source.TextRows;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Turns the files of an input into judged rows. */
final class Reading {
    private final SparkSession spark;
    private final FileScan scan;
    private final Size size;

    Reading(SparkSession spark, FileScan scan, Size size) {
        this.spark = spark;
        this.scan = scan;
        this.size = size;
    }

    /** @throws UserProblem with all that is wrong with the files as such */
    Extract read(Contract contract, List<Path> paths, String fingerprint) {
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
        Dataset<Row> judged = new Judge(contract).judge(textRows(contract, files));
        return new Extract(contract, fingerprint, files, size.held(judged));
    }

    private FileOfInput scanned(Contract contract, Path path) {
        ScannedFile file = scan.scan(contract.input(), path);
        String name = path.getFileName().toString();
        Header header = Header.find(contract, file.head())
                .orElseThrow(() -> Problems.noHeader(name, contract.requiredFields()));
        List<UserProblem> problems = new ArrayList<>();
        List<String> missing = header.missing(contract);
        if (!missing.isEmpty()) {
            problems.add(Problems.columnsMissing(name, header.row(), missing));
        }
        header.twice(contract).forEach(column -> problems.add(Problems.columnTwice(name, header.row(), column)));
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
        return new FileOfInput(name, file, header);
    }

    private record Layout(List<String> header, Separator separator) {}

    /** The files' rows under the contract's names. Files that are laid out alike are read together. */
    private Dataset<Row> textRows(Contract contract, List<FileOfInput> files) {
        Map<Layout, List<Integer>> layouts = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            FileOfInput file = files.get(i);
            layouts.computeIfAbsent(
                            new Layout(
                                    file.header().cells(), file.scanned().text().separator()),
                            layout -> new ArrayList<>())
                    .add(i);
        }
        return layouts.values().stream()
                .map(numbers -> rowsOf(contract, files, numbers))
                .reduce(Dataset::unionAll)
                .orElseThrow();
    }

    private Dataset<Row> rowsOf(Contract contract, List<FileOfInput> files, List<Integer> numbers) {
        Header header = files.get(numbers.get(0)).header();
        List<TextRows.Part> parts = numbers.stream()
                .map(number ->
                        new TextRows.Part(number, files.get(number).scanned().text(), (int)
                                files.get(number).header().row()))
                .toList();
        Dataset<Row> rows = new TextRows(spark).read(parts, header.cells().size());
        List<Column> columns = new ArrayList<>(List.of(col(Judge.FILE), col(Judge.ROW), col("_ragged")));
        columns.add(expr(header.repeats(contract, position -> "c" + position)).as(Judge.REPEATS_HEADER));
        for (Field field : contract.fields()) {
            Integer position = header.positions().get(field.name());
            Column text = position == null ? lit(null).cast("string") : given(field, col("c" + position));
            columns.add(text.as(Judge.textColumn(field.name())));
        }
        return rows.select(columns.toArray(Column[]::new));
    }

    /** The care directory, and others, write a dash where there is nothing to say. */
    private static Column given(Field field, Column cell) {
        return field.type() == Type.TEXT ? nullif(cell, lit("-")) : cell;
    }
}
