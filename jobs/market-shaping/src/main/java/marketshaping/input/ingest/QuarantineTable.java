package marketshaping.input.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketshaping.engine.ExecutionProfile;
import marketshaping.lake.CommitNote;
import marketshaping.lake.Lake;
import marketshaping.lake.TableSchema;
import marketshaping.lake.TableSchema.ColumnShape;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The lake table of quarantined rows from the latest extract of every input, each with its rule violations. */
public final class QuarantineTable {
    public static final TableSchema SHAPE = new TableSchema(
            "quarantine",
            "one row per quarantined row of an input",
            List.of(
                    new ColumnShape("input", "STRING NOT NULL", "the input"),
                    new ColumnShape("file", "STRING NOT NULL", "the name of its file"),
                    new ColumnShape("row", "BIGINT NOT NULL", "the row number in the file, from 1 with the header"),
                    new ColumnShape("rules", "ARRAY<STRING> NOT NULL", "every rule violation of the row"),
                    new ColumnShape("text", "STRING", "the cells of the row, with people's identifiers hashed")),
            Map.of());

    /** The number of rows up to which they stay in memory for the quarantine workbook. */
    private static final long FEW = 10_000;

    private final Lake lake;
    private final ExecutionProfile profile;

    QuarantineTable(Lake lake, ExecutionProfile profile) {
        this.lake = lake;
        this.profile = profile;
    }

    /** Replaces the rows of the changed inputs and keeps those of all others. */
    void replace(Ingestion.Findings findings, String run) {
        List<String> changed = findings.changed().stream()
                .map(extract -> extract.contract().input())
                .toList();
        boolean hasNew = changed.stream().anyMatch(input -> hasQuarantined(findings, input));
        boolean hasOld = lake.contains(SHAPE.name());
        if (!hasNew && !hasOld) {
            return;
        }
        List<Dataset<Row>> rows = new ArrayList<>();
        findings.changed().stream()
                .filter(extract -> hasQuarantined(findings, extract.contract().input()))
                .forEach(extract -> rows.add(rowsOf(extract)));
        if (hasOld) {
            rows.add(lake.read(SHAPE.name())
                    .where(col("input").isin(changed.toArray()).unary_$bang()));
        }
        Dataset<Row> all = rows.stream().reduce(Dataset::unionByName).orElseThrow();
        if (quarantined(findings) > FEW || !profile.keepsWritten(all)) {
            lake.replaceWithoutHistory(SHAPE, all, CommitNote.derived(run, ""));
        } else {
            Dataset<Row> kept = profile.readyToWrite(all);
            lake.replaceWithoutHistory(SHAPE, kept, CommitNote.derived(run, ""));
            lake.readFromMemory(SHAPE.name(), kept);
        }
    }

    private static long quarantined(Ingestion.Findings findings) {
        return findings.notes().values().stream()
                .flatMap(note -> note.files().stream())
                .mapToLong(CommitNote.FileCount::quarantined)
                .sum();
    }

    private static boolean hasQuarantined(Ingestion.Findings findings, String input) {
        return findings.notes().get(input).files().stream().anyMatch(file -> file.quarantined() > 0);
    }

    private static Dataset<Row> rowsOf(ValidatedExtract extract) {
        return extract.rows()
                .quarantined()
                .select(
                        lit(extract.contract().input()).as("input"),
                        col("file"),
                        col("row"),
                        col("rules"),
                        col("text"));
    }
}
