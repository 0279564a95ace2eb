package marketshaping.input.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.engine.ExecutionProfile;
import marketshaping.input.mapping.InputMapping;
import marketshaping.input.validate.FileOfInput;
import marketshaping.input.validate.FileOutcome;
import marketshaping.input.validate.RowCounts;
import marketshaping.input.validate.TableRows;
import marketshaping.model.contract.Contract;
import marketshaping.model.secret.PseudonymisationKey;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Validates the files of one input in Spark. The driver copies the rows of each file to a staged text; tasks validate
 * the lines, with the same classes as in memory.
 */
final class StagedValidation {
    private final SparkSession spark;
    private final Contract contract;
    private final List<FileOfInput> files;
    private final PseudonymisationKey key;
    private final ExecutionProfile profile;
    private final List<TableRows.Read> read = new ArrayList<>();
    private final Map<Layout, List<String>> paths = new LinkedHashMap<>();

    /** Files that are translated in the same way are read together. */
    private record Layout(InputMapping mapping, Set<String> present) {}

    StagedValidation(
            SparkSession spark,
            Contract contract,
            List<FileOfInput> files,
            PseudonymisationKey key,
            ExecutionProfile profile) {
        this.spark = spark;
        this.contract = contract;
        this.files = files;
        this.key = key;
        this.profile = profile;
    }

    /** Copies the rows of a file, given by its position, to a new staged text. */
    void stage(int number, Path path) {
        FileOfInput file = files.get(number);
        try (StagedText text = new StagedText(path)) {
            read.add(TableRows.read(contract, file, number, (source, row) -> text.add(row)));
        }
        paths.computeIfAbsent(
                        new Layout(
                                file.choice().input(), file.header().positions().keySet()),
                        layout -> new ArrayList<>())
                .add("file://" + path);
    }

    /** Returns the validated rows. Call it after all files are staged. */
    StagedRows rows() {
        List<Dataset<Row>> parts = new ArrayList<>();
        paths.forEach((layout, texts) -> parts.add(validated(layout, texts)));
        return new StagedRows(
                contract,
                files,
                profile,
                parts.stream().reduce(Dataset::unionAll).orElseThrow());
    }

    private Dataset<Row> validated(Layout layout, List<String> texts) {
        return new ValidationTask(contract, layout.mapping(), layout.present(), key)
                .validated(spark, texts.toArray(String[]::new));
    }

    /** Returns the counts of each file, which the tasks have counted in parts. */
    List<FileOutcome> outcomes(StagedRows rows) {
        List<RowCounts> counts = new ArrayList<>();
        for (TableRows.Read table : read) {
            RowCounts ofFile = new RowCounts(contract);
            ofFile.addNotRecords("blank", table.blank());
            counts.add(ofFile);
        }
        rows.counts()
                .forEach(part -> part.forEach((file, ofFile) -> counts.get(file).merge(ofFile)));
        rows.countResolved(counts);
        List<FileOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            outcomes.add(counts.get(i)
                    .outcome(files.get(i).name(), read.get(i).rowsRead())
                    .with(read.get(i).findings())
                    .with(i == 0 ? TableRows.Read.unusedCodes(contract, read) : List.of()));
        }
        return outcomes;
    }
}
