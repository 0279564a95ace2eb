package marketshaping.input.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import marketshaping.engine.Storage;
import marketshaping.input.ingest.ValidatedExtract.FileOfInput;
import marketshaping.input.source.ScannedFile;
import marketshaping.input.validate.RowValidator;
import marketshaping.lake.CommitNote;
import marketshaping.lake.CommitNote.FileCount;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts the rows of an extract by outcome in Spark and reconciles them with the row counts of the files. */
public final class RowReconciliation {
    private final ValidatedExtract extract;
    private final List<Group> groups = new ArrayList<>();

    /** Rows of one file with the same outcome and the same rule violations. */
    private record Group(
            int file,
            String kind,
            List<String> violations,
            long rows,
            long firstRow,
            List<Long> filled,
            long normalised,
            LocalDate latest) {}

    private RowReconciliation(ValidatedExtract extract) {
        this.extract = extract;
    }

    /** Counts the rows of all extracts in one Spark query, and returns the counts by input. */
    public static Map<String, RowReconciliation> of(List<ValidatedExtract> extracts) {
        Map<String, RowReconciliation> counts = new LinkedHashMap<>();
        extracts.forEach(extract -> counts.put(extract.contract().input(), new RowReconciliation(extract)));
        extracts.stream()
                .map(RowReconciliation::query)
                .reduce(Dataset::unionAll)
                .ifPresent(query -> {
                    for (Row row : query.collectAsList()) {
                        counts.get(row.getString(0))
                                .groups
                                .add(new Group(
                                        row.getInt(1),
                                        row.getString(2),
                                        row.isNullAt(3) ? List.of() : row.getList(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getList(6),
                                        row.getLong(7),
                                        row.isNullAt(8) ? LocalDate.MIN : row.getLocalDate(8)));
                    }
                });
        return counts;
    }

    private static Dataset<Row> query(ValidatedExtract extract) {
        Contract contract = extract.contract();
        Column filled = array(contract.fields().stream()
                .map(field -> count(col(field.name())))
                .toArray(Column[]::new));
        Column date = contract.fields().stream()
                .filter(field -> field.type() == Type.DATE && field.isRequired())
                .findFirst()
                .map(field -> col(field.name()))
                .orElse(lit(null).cast("date"));
        return extract.rows()
                .groupBy(
                        col(RowValidator.FILE),
                        col(RowValidator.KIND),
                        col(RowValidator.VIOLATIONS),
                        col(RowValidator.NORMALISED))
                .agg(
                        count(lit(1)).as("rows"),
                        min(col(RowValidator.ROW)).as("first"),
                        filled.as("filled"),
                        max(date).as("latest"))
                .select(
                        lit(contract.input()).as("input"),
                        col(RowValidator.FILE),
                        col(RowValidator.KIND),
                        col(RowValidator.VIOLATIONS),
                        col("rows"),
                        col("first"),
                        col("filled"),
                        col(RowValidator.NORMALISED),
                        col("latest"));
    }

    /**
     * Returns the commit note with the counts of every file.
     *
     * @throws IllegalStateException if a row was lost or counted twice, which is a bug
     */
    public CommitNote note(String run) {
        List<FileCount> files = new ArrayList<>();
        for (int i = 0; i < extract.files().size(); i++) {
            files.add(fileCount(i));
        }
        extract.lookedUp().forEach(file -> files.add(lookedUp(file)));
        Map<String, Long> filled = new TreeMap<>();
        List<Field> fields = extract.contract().fields();
        for (Group group : ofKind(RowValidator.ACCEPTED)) {
            for (int i = 0; i < fields.size(); i++) {
                filled.merge(fields.get(i).name(), group.filled.get(i), Long::sum);
            }
        }
        LocalDate latest = ofKind(RowValidator.ACCEPTED).stream()
                .map(Group::latest)
                .reduce(BinaryOperator.maxBy(LocalDate::compareTo))
                .orElse(LocalDate.MIN);
        return new CommitNote(
                run,
                extract.fingerprint(),
                files,
                ofKind(RowValidator.ACCEPTED).stream().mapToLong(Group::rows).sum(),
                filled,
                latest.equals(LocalDate.MIN) ? "" : latest.toString());
    }

    /**
     * Returns the problems that follow from the counts: a column of month-first dates, or a required input without
     * accepted rows.
     */
    List<UserProblem> problems() {
        List<UserProblem> problems = new ArrayList<>();
        for (int file = 0; file < extract.files().size(); file++) {
            String name = extract.files().get(file).name();
            monthFirst(file).forEach((column, row) -> problems.add(Problems.monthFirst(name, column, row)));
        }
        if (extract.contract().isRequired() && ofKind(RowValidator.ACCEPTED).isEmpty()) {
            String input = extract.contract().input();
            problems.add(groups.isEmpty() ? Problems.noRows(input) : Problems.nothingAccepted(input));
        }
        return problems;
    }

    /** Returns, for each column with month-first dates, the first row that contains one. */
    private Map<String, Long> monthFirst(int file) {
        Map<String, Long> rows = new TreeMap<>();
        for (Group group : groups) {
            for (String violation : group.violations) {
                if (group.file == file && violation.endsWith(RowValidator.MONTH_FIRST)) {
                    rows.merge(
                            violation.substring(0, violation.length() - RowValidator.MONTH_FIRST.length()),
                            group.firstRow,
                            Math::min);
                }
            }
        }
        return rows;
    }

    private FileCount fileCount(int number) {
        FileOfInput file = extract.files().get(number);
        Map<String, Long> kinds = new TreeMap<>();
        Map<String, Long> rules = new TreeMap<>();
        Map<String, Long> normalised = new TreeMap<>();
        for (Group group : groups) {
            if (group.file == number) {
                kinds.merge(group.kind, group.rows, Long::sum);
                group.violations.forEach(violation -> rules.merge(violation, group.rows, Long::sum));
                if (group.kind.equals(RowValidator.ACCEPTED)) {
                    addNormalised(group, normalised);
                }
            }
        }
        long accepted = remove(kinds, RowValidator.ACCEPTED);
        long quarantined = remove(kinds, RowValidator.QUARANTINED);
        List<String> cautions =
                kinds.containsKey(RowValidator.TOTAL) ? ControlTotals.cautions(extract, number) : List.of();
        FileCount count = counted(file, accepted, quarantined, kinds, rules, normalised, cautions);
        if (count.rowsRead() != accepted + quarantined + count.rowsNotRecords()) {
            requireUnchanged(file.scanned());
            throw new IllegalStateException(
                    "%s has %d rows, but %d accepted, %d quarantined and %d non-record rows do not add up to it"
                            .formatted(file.name(), count.rowsRead(), accepted, quarantined, count.rowsNotRecords()));
        }
        return count;
    }

    /** Throws a problem if the file changed or disappeared after the scan, because its row counts could not agree. */
    private static void requireUnchanged(ScannedFile scanned) {
        try {
            if (Storage.bytes(scanned.file()) != scanned.bytes()) {
                throw Problems.inputChanged(scanned.file());
            }
        } catch (IOException e) {
            throw Problems.inputUnreadable(scanned.file(), e.toString());
        }
    }

    private void addNormalised(Group group, Map<String, Long> normalised) {
        List<Field> fields = RowValidator.codeFields(extract.contract());
        for (int i = 0; i < fields.size(); i++) {
            if ((group.normalised >> i & 1) == 1) {
                normalised.merge(fields.get(i).name(), group.rows, Long::sum);
            }
        }
    }

    /** Returns the counts of a file used only for lookups. None of its rows is a record of the input. */
    private static FileCount lookedUp(FileOfInput file) {
        long rows = file.scanned().records() - file.header().row();
        return counted(file, 0, 0, rows == 0 ? Map.of() : Map.of("looked up", rows), Map.of(), Map.of(), List.of());
    }

    private static FileCount counted(
            FileOfInput file,
            long accepted,
            long quarantined,
            Map<String, Long> notRecords,
            Map<String, Long> rules,
            Map<String, Long> normalised,
            List<String> cautions) {
        Map<String, String> columns = new TreeMap<>();
        file.header()
                .positions()
                .forEach((column, position) ->
                        columns.put(column, file.header().cells().get(position)));
        return new FileCount(
                file.name(),
                file.scanned().sha256(),
                file.scanned().bytes(),
                file.scanned().encoding().label(),
                file.scanned().separator().label(),
                file.choice().label(),
                file.header().row(),
                columns,
                file.header().unknown(),
                file.scanned().records() - file.header().row(),
                accepted,
                quarantined,
                notRecords,
                rules,
                normalised,
                cautions);
    }

    private static long remove(Map<String, Long> kinds, String kind) {
        Long rows = kinds.remove(kind);
        return rows == null ? 0 : rows;
    }

    private List<Group> ofKind(String kind) {
        return groups.stream().filter(group -> group.kind.equals(kind)).toList();
    }
}
