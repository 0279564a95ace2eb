package marketshaping.input.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import marketshaping.engine.Storage;
import marketshaping.input.validate.FileOfInput;
import marketshaping.input.validate.FileOutcome;
import marketshaping.lake.CommitNote;
import marketshaping.lake.CommitNote.FileCount;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;

/** Reconciles the rows of an extract by outcome with the row counts of its files. */
public final class RowReconciliation {
    private final ValidatedExtract extract;

    public RowReconciliation(ValidatedExtract extract) {
        this.extract = extract;
    }

    /**
     * Returns the commit note with the counts of every file.
     *
     * @param findings the findings about the input as a whole
     * @throws IllegalStateException if a row was lost or counted twice, which is a bug
     */
    public CommitNote note(String run, List<Finding> findings) {
        List<FileCount> files = new ArrayList<>();
        for (int i = 0; i < extract.files().size(); i++) {
            requireReconciled(extract.files().get(i), extract.outcomes().get(i));
            files.add(counted(extract.files().get(i), extract.outcomes().get(i)));
        }
        extract.lookedUp().forEach(file -> files.add(counted(file.file(), lookedUp(file.rows()))));
        Map<String, Long> filled = new TreeMap<>();
        extract.outcomes()
                .forEach(outcome -> outcome.filled().forEach((field, rows) -> filled.merge(field, rows, Long::sum)));
        return new CommitNote(
                run,
                extract.fingerprint(),
                files,
                accepted(),
                filled,
                latest().equals(LocalDate.MIN) ? "" : latest().toString(),
                findings);
    }

    private long accepted() {
        return extract.outcomes().stream().mapToLong(FileOutcome::accepted).sum();
    }

    private LocalDate latest() {
        return extract.outcomes().stream()
                .map(FileOutcome::latest)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    /**
     * Returns the problems that follow from the counts: a column of month-first dates, or a required input without
     * accepted rows.
     */
    public List<UserProblem> problems() {
        List<UserProblem> problems = new ArrayList<>();
        for (int i = 0; i < extract.files().size(); i++) {
            String name = extract.files().get(i).name();
            extract.outcomes()
                    .get(i)
                    .monthFirst()
                    .forEach((column, row) -> problems.add(Problems.monthFirst(name, column, row)));
        }
        if (extract.contract().isRequired() && accepted() == 0) {
            String input = extract.contract().input();
            boolean hasRows = extract.outcomes().stream().anyMatch(outcome -> outcome.rowsCounted() > 0);
            problems.add(hasRows ? Problems.nothingAccepted(input) : Problems.noRows(input));
        }
        return problems;
    }

    private static void requireReconciled(FileOfInput file, FileOutcome outcome) {
        if (outcome.rowsRead() != outcome.rowsCounted()) {
            requireUnchanged(file.path(), file.bytes());
            throw new IllegalStateException("%s has %d rows, but %d were counted"
                    .formatted(file.name(), outcome.rowsRead(), outcome.rowsCounted()));
        }
    }

    /** Throws a problem if the file changed or disappeared after the scan, because its row counts could not agree. */
    private static void requireUnchanged(Path file, long bytes) {
        try {
            if (Storage.bytes(file) != bytes) {
                throw Problems.inputChanged(file);
            }
        } catch (IOException e) {
            throw Problems.inputUnreadable(file, e.toString());
        }
    }

    /** Returns the outcome of a file used only for lookups. None of its rows is a record of the input. */
    private static FileOutcome lookedUp(long rows) {
        return new FileOutcome(
                rows,
                0,
                0,
                rows == 0 ? Map.of() : Map.of("looked up", rows),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                LocalDate.MIN,
                List.of());
    }

    private static FileCount counted(FileOfInput file, FileOutcome outcome) {
        Map<String, String> columns = new TreeMap<>();
        file.header()
                .positions()
                .forEach((column, position) ->
                        columns.put(column, file.header().cells().get(position)));
        List<Finding> findings = Stream.concat(file.findings().stream(), outcome.findings().stream())
                .toList();
        return new FileCount(
                file.name(),
                file.sha256(),
                file.bytes(),
                file.readAs().encoding(),
                file.readAs().separator(),
                file.choice().label(),
                file.header().row(),
                columns,
                file.header().unknown(),
                outcome.rowsRead(),
                outcome.accepted(),
                outcome.quarantined(),
                outcome.notRecords(),
                outcome.rules(),
                outcome.normalised(),
                findings.stream()
                        .filter(finding -> finding.kind() == FindingKind.TOTAL_DIFFERS)
                        .map(Finding::detail)
                        .toList(),
                findings);
    }
}
