package marketshaping.input.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import marketshaping.input.source.ExtractFile;
import marketshaping.input.source.SourceRow;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Field.Trait;
import marketshaping.model.contract.Type;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;

/**
 * Missing columns in which an empty cell has a meaning, such as an end date: without the column, every placement would
 * look open. The user confirms such a column, or names the column that the file has instead. A column without any value
 * counts as missing if another column resembles it.
 */
final class AbsentColumns {
    private static final int SAMPLE_ROWS = 1_000;
    private static final double MOST = 0.8;
    private static final Pattern END =
            Pattern.compile("end|finish|until|clos|ceas|terminat|expir|stop|leav|left|discharg|complet|todate|dateto");
    private static final Pattern COMPLETE = Pattern.compile("complet|ready|accept|full|clockstart");
    private static final Pattern FREQUENCY =
            Pattern.compile("freq|period|basis|cycle|unittype|costunit|perweek|rateunit");

    private final Contract contract;
    private final TableChoice.Candidate candidate;
    private final Set<String> confirmed;

    private AbsentColumns(Contract contract, TableChoice.Candidate candidate, Set<String> confirmed) {
        this.contract = contract;
        this.candidate = candidate;
        this.confirmed = confirmed;
    }

    static AbsentColumns of(Contract contract, TableChoice.Candidate candidate, Set<String> confirmed) {
        return new AbsentColumns(contract, candidate, confirmed);
    }

    /**
     * Returns a finding for each missing column that the user confirmed.
     *
     * @throws UserProblem if a column is missing without confirmation
     */
    List<Finding> requireConfirmed(String name, ExtractFile file) throws IOException {
        List<Field> meaningful = contract.fields().stream()
                .filter(field -> field.has(Trait.ABSENCE_CONFIRMED) || field.has(Trait.ABSENCE_COMPARED))
                .toList();
        if (meaningful.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        List<UserProblem> problems = new ArrayList<>();
        List<SourceRow> sample = sample(file);
        for (Field field : meaningful) {
            boolean isEmpty = isEmpty(field, sample);
            if (isSupplied(field) && !isEmpty) {
                continue;
            }
            List<String> alike = candidate.header().unknown().stream()
                    .filter(cell -> resembles(field, cell, sample))
                    .toList();
            if (isConfirmed(field)) {
                findings.add(new Finding(FindingKind.COLUMN_ABSENT, contract.input(), name, field.name(), 1, 0, ""));
            } else if (!alike.isEmpty() || field.has(Trait.ABSENCE_CONFIRMED) && !isEmpty) {
                problems.add(Problems.columnAbsent(name, contract.input(), field.name(), alike));
            }
        }
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
        return findings;
    }

    private boolean isSupplied(Field field) {
        return candidate.header().positions().containsKey(field.name())
                || candidate.mapping().input().constants().containsKey(field.name())
                || candidate.mapping().input().classifiedColumns().contains(field.name());
    }

    /** Returns true if the file has the column without a value in the first rows. */
    private boolean isEmpty(Field field, List<SourceRow> sample) {
        Integer position = candidate.header().positions().get(field.name());
        return position != null
                && sample.stream()
                        .map(row -> row.cell(position))
                        .allMatch(cell -> cell.isEmpty() || CellParsers.isNullWord(field.type(), cell));
    }

    private boolean isConfirmed(Field field) {
        return confirmed.contains(contract.input() + "." + field.name())
                || candidate.mapping().input().absent().contains(field.name());
    }

    private List<SourceRow> sample(ExtractFile file) throws IOException {
        long header = candidate.header().row();
        return TableChoice.head(file, candidate.table(), (int) header + SAMPLE_ROWS).stream()
                .filter(row -> row.number() > header)
                .toList();
    }

    private boolean resembles(Field field, String cell, List<SourceRow> sample) {
        List<Cell> values = values(field, cell, sample);
        boolean isNamedLike = words(field).matcher(CodeList.normalised(cell)).find();
        if (values.isEmpty()) {
            // A column without values may still be the one that is missing, if its name says so.
            return isNamedLike;
        }
        CellParser parser = CellParsers.of(field);
        // Other dates are common, so a date without a telling name must also follow the row's first date.
        return isNamedLike && most(values, value -> parser.value(value.text()) != null)
                || most(
                        values,
                        value -> parser.value(value.text()) != null
                                && (field.type() == Type.CODE || followsStart(value.text(), value.row())));
    }

    private static Pattern words(Field field) {
        return field.type() == Type.CODE ? FREQUENCY : field.name().startsWith("complete") ? COMPLETE : END;
    }

    /** One cell of an unread column that has a value. */
    private record Cell(String text, SourceRow row) {}

    private List<Cell> values(Field field, String cell, List<SourceRow> sample) {
        int position = candidate.header().position(cell);
        return sample.stream()
                .map(row -> new Cell(row.cell(position), row))
                .filter(value -> !value.text().isEmpty() && !CellParsers.isNullWord(field.type(), value.text()))
                .toList();
    }

    private static boolean most(List<Cell> values, Predicate<Cell> test) {
        return values.stream().filter(test).count() >= MOST * values.size();
    }

    private boolean followsStart(String text, SourceRow row) {
        for (Field field : contract.fields()) {
            if (field.type() == Type.DATE
                    && field.isRequired()
                    && candidate.header().positions().containsKey(field.name())) {
                CellParser dates = CellParsers.of(field);
                Object start = dates.value(
                        orDash(row.cell(candidate.header().positions().get(field.name()))));
                Object other = dates.value(text);
                return start instanceof java.time.LocalDate first
                        && other instanceof java.time.LocalDate second
                        && !second.isBefore(first);
            }
        }
        return false;
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
