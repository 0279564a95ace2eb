package marketshaping.feedback;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.feedback.CheckReport.Group;
import marketshaping.feedback.CheckReport.UnclassifiedInput;
import marketshaping.input.ingest.ValidatedExtract;
import marketshaping.input.mapping.InputMapping;
import marketshaping.input.mapping.Mapping;
import marketshaping.input.validate.RowValidator;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts the accepted rows that no line of a mapping's {@code classify} list matches, with one query. Rows are grouped
 * by the columns that the list compares.
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
        List<Part> parts = extracts.stream()
                .flatMap(extract -> parts(extract).stream())
                .filter(Part::hasList)
                .toList();
        Map<Integer, List<Group>> groups = new LinkedHashMap<>();
        List<Dataset<Row>> queries = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            queries.add(query(parts.get(i), i));
        }
        queries.stream().reduce(Dataset::unionAll).ifPresent(query -> {
            for (Row row : query.collectAsList()) {
                groups.computeIfAbsent(row.getInt(0), part -> new ArrayList<>())
                        .add(new Group(List.copyOf(row.getList(1)), row.getLong(2), plain(row.getDecimal(3))));
            }
        });
        List<UnclassifiedInput> found = new ArrayList<>();
        groups.forEach((number, of) -> {
            Part part = parts.get(number);
            found.add(new UnclassifiedInput(
                    part.contract().input(),
                    part.mapping().name(),
                    part.columns(),
                    part.amount(),
                    of.stream().sorted(LARGEST_FIRST).toList()));
        });
        return List.copyOf(found);
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

    private static Dataset<Row> query(Part part, int number) {
        Column[] values = part.columns().stream()
                .map(column -> coalesce(col(column).cast("string"), lit("")))
                .toArray(Column[]::new);
        Column amount = part.amount().isEmpty() ? lit(BigDecimal.ZERO) : col(part.amount());
        return part.extract()
                .rows()
                .where(col(RowValidator.KIND).equalTo(RowValidator.ACCEPTED))
                .where(col(RowValidator.CLASSIFIED).unary_$bang())
                .where(col(RowValidator.FILE).isin(part.files().toArray()))
                .groupBy(array(values).cast("array<string>").as("values"))
                .agg(
                        count(lit(1)).as("rows"),
                        sum(amount.cast("decimal(18,4)")).cast("decimal(38,4)").as("sum"))
                .select(lit(number).as("part"), col("values"), col("rows"), col("sum"));
    }

    /** Returns the sum with two decimals, or with more if they are not zero. */
    private static BigDecimal plain(BigDecimal sum) {
        BigDecimal bare = sum.stripTrailingZeros();
        return bare.scale() < 2 ? bare.setScale(2) : bare;
    }
}
