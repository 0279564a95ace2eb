package marketshaping.feedback;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import marketshaping.feedback.CheckReport.Group;
import marketshaping.feedback.CheckReport.UnclassifiedInput;
import marketshaping.input.ingest.ValidatedExtract;
import marketshaping.input.mapping.InputMapping;
import marketshaping.input.mapping.Mapping;
import marketshaping.input.validate.ValidatedRow;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;

/**
 * Counts the accepted rows that no line of a mapping's {@code classify} list matches. Rows are grouped by the columns that
 * the list compares.
 */
final class UnclassifiedRows {
    private static final Comparator<Group> LARGEST_FIRST = Comparator.comparing(Group::sum)
            .thenComparing(Group::rows)
            .reversed()
            .thenComparing(group -> String.join("\u0001", group.values()));

    /**
     * The files of an input that were read with the same mapping.
     *
     * @param files the positions of the files in the extract
     */
    private record Part(ValidatedExtract extract, Mapping mapping, List<Integer> files) {

        private Contract contract() {
            return extract.contract();
        }

        /** Returns the columns that the {@code classify} list compares, except those that could identify a person. */
        private List<String> columns() {
            Set<String> compared = mapping.input(contract().input())
                    .map(InputMapping::classifyingColumns)
                    .orElse(Set.of());
            return contract().fields().stream()
                    .filter(field -> field.type() != Type.PERSON && field.type() != Type.BIRTH_DATE)
                    .map(Field::name)
                    .filter(compared::contains)
                    .toList();
        }

        private String amount() {
            return contract().fields().stream()
                    .filter(field -> field.isRequired() && field.type() == Type.MONEY)
                    .map(Field::name)
                    .findFirst()
                    .orElse("");
        }

        private boolean hasList() {
            return mapping.input(contract().input()).stream()
                    .anyMatch(input -> !input.classify().isEmpty());
        }
    }

    private UnclassifiedRows() {}

    static List<UnclassifiedInput> of(List<ValidatedExtract> extracts) {
        List<UnclassifiedInput> found = new ArrayList<>();
        for (ValidatedExtract extract : extracts) {
            for (Part part : parts(extract)) {
                List<Group> groups = part.hasList() ? groups(part) : List.of();
                if (!groups.isEmpty()) {
                    found.add(new UnclassifiedInput(
                            part.contract().input(), part.mapping().name(), part.columns(), part.amount(), groups));
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<Group> groups(Part part) {
        InputRows rows = new InputRows(part.contract(), List.of());
        List<InputRows.Column> columns =
                part.columns().stream().map(rows::column).toList();
        Map<List<String>, Group> groups = new LinkedHashMap<>();
        for (ValidatedRow row : part.extract().rows().held()) {
            if (row.isAccepted() && !row.isClassified() && part.files().contains(row.file())) {
                List<String> values = columns.stream()
                        .map(column -> Objects.toString(column.of(row.values()), ""))
                        .toList();
                BigDecimal amount = part.amount().isEmpty()
                        ? BigDecimal.ZERO
                        : (BigDecimal) rows.column(part.amount()).of(row.values());
                groups.merge(
                        values,
                        new Group(values, 1, amount),
                        (first, second) -> new Group(
                                values,
                                first.rows() + second.rows(),
                                first.sum().add(second.sum())));
            }
        }
        return groups.values().stream()
                .map(group -> new Group(group.values(), group.rows(), plain(group.sum())))
                .sorted(LARGEST_FIRST)
                .toList();
    }

    private static List<Part> parts(ValidatedExtract extract) {
        Map<Mapping, Part> parts = new LinkedHashMap<>();
        for (int i = 0; i < extract.files().size(); i++) {
            Mapping mapping = extract.files().get(i).choice().mapping();
            parts.computeIfAbsent(mapping, of -> new Part(extract, of, new ArrayList<>()))
                    .files
                    .add(i);
        }
        return List.copyOf(parts.values());
    }

    /** Returns the sum with two decimals, or with more if they are not zero. */
    private static BigDecimal plain(BigDecimal sum) {
        BigDecimal bare = sum.stripTrailingZeros();
        return bare.scale() < 2 ? bare.setScale(2) : bare;
    }
}
