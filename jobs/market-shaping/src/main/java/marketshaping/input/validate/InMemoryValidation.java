package marketshaping.input.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import marketshaping.input.mapping.RowTranslator;
import marketshaping.input.mapping.TextRow;
import marketshaping.input.mapping.TranslatedRow;
import marketshaping.model.contract.Contract;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.secret.PseudonymisationKey;

/** Validates the files of one input in memory, row by row, and keeps the rows. */
public final class InMemoryValidation {
    private final Contract contract;
    private final List<FileOfInput> files;
    private final RowValidator validator;
    private final ReferenceKeys keys;
    private final RowOverlap overlap;
    private final List<ValidatedRow> rows = new ArrayList<>();
    private final List<TableRows.Read> read = new ArrayList<>();

    /**
     * The result of the validation.
     *
     * @param rows every row that contains text, in the order of files and rows
     * @param outcomes the row counts of each file, in the order of the files
     */
    public record Result(List<ValidatedRow> rows, List<FileOutcome> outcomes, ReferenceKeys keys) {}

    private InMemoryValidation(Contract contract, List<FileOfInput> files, PseudonymisationKey key) {
        this.contract = contract;
        this.files = files;
        validator = new RowValidator(contract, key);
        keys = new ReferenceKeys(contract);
        overlap = new RowOverlap(files.size());
    }

    /**
     * Reads and validates files.
     *
     * @param overlaps decides if rows may be in several files
     * @throws UserProblem if files are refused; it lists all reasons
     */
    public static Result of(Contract contract, List<FileOfInput> files, PseudonymisationKey key, OverlapRule overlaps) {
        InMemoryValidation validation = new InMemoryValidation(contract, files, key);
        List<UserProblem> problems = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            try {
                validation.read(i);
            } catch (UserProblem problem) {
                problems.add(problem);
                validation.read.add(new TableRows.Read(0, 0, List.of()));
            }
        }
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
        List<Finding> found = contract.key().isEmpty() && files.size() > 1
                ? overlaps.findings(contract, files, validation.overlap)
                : List.of();
        return validation.result(found);
    }

    /** Validates rows that a join has assembled from several tables. */
    public static Result ofJoined(
            Contract contract,
            List<FileOfInput> files,
            List<Long> rowsRead,
            PseudonymisationKey key,
            RowTranslator translator,
            Consumer<Consumer<TextRow>> rows) {
        InMemoryValidation validation = new InMemoryValidation(contract, files, key);
        long[] texts = new long[files.size()];
        rows.accept(row -> {
            texts[row.file()]++;
            validation.add(translator, row);
        });
        for (int i = 0; i < files.size(); i++) {
            validation.read.add(new TableRows.Read(rowsRead.get(i), rowsRead.get(i) - texts[i], List.of()));
        }
        // A join returns rows in any order, but the first of several identical rows is the one to accept.
        validation.rows.sort(Comparator.comparing(ValidatedRow::file).thenComparing(ValidatedRow::number));
        return validation.result(List.of());
    }

    private void read(int number) {
        FileOfInput file = files.get(number);
        RowTranslator translator = new RowTranslator(
                contract, file.choice().input(), file.header().positions().keySet());
        boolean isCompared = contract.key().isEmpty() && files.size() > 1;
        read.add(TableRows.read(contract, file, number, (source, row) -> {
            ValidatedRow validated = add(translator, row);
            if (isCompared && validated.isAccepted()) {
                overlap.add(validated);
            }
        }));
    }

    private ValidatedRow add(RowTranslator translator, TextRow row) {
        TranslatedRow translated = translator.translate(row, RowValidator::isNullWord);
        ValidatedRow validated = validator.validate(translated);
        keys.add(translated, validated);
        rows.add(validated);
        return validated;
    }

    private Result result(List<Finding> overlaps) {
        new RepeatedKeys(contract).resolve(rows);
        List<RowCounts> counts = new ArrayList<>();
        files.forEach(file -> counts.add(new RowCounts(contract)));
        rows.forEach(row -> counts.get(row.file()).add(row));
        List<FileOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            String name = files.get(i).name();
            counts.get(i).addNotRecords("blank", read.get(i).blank());
            List<Finding> findings = new ArrayList<>(read.get(i).findings());
            findings.addAll(i == 0 ? TableRows.Read.unusedCodes(contract, read) : List.of());
            overlaps.stream().filter(finding -> finding.file().equals(name)).forEach(findings::add);
            outcomes.add(counts.get(i).outcome(name, read.get(i).rowsRead()).with(findings));
        }
        return new Result(rows, outcomes, keys);
    }
}
