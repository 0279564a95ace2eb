package marketshaping.input.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.input.validate.ReferenceCheck;
import marketshaping.lake.Lake;
import marketshaping.model.contract.Inputs;
import marketshaping.model.contract.Reference;
import marketshaping.model.contract.Type;
import marketshaping.model.secret.PseudonymisationKey;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Compares the keys of the inputs of a run with each other and with those in the lake. */
final class ReferenceComparison {
    /** Removes differences in leading zeros, case, spaces and punctuation. */
    private static final String PLAIN =
            "regexp_replace(regexp_replace(lower(k), '[^\\\\p{L}\\\\p{N}]', ''), '^0+(?=.)', '')";

    private final Supplier<SparkSession> spark;
    private final Optional<Lake> lake;
    private final PseudonymisationKey key;
    private final Map<String, ExtractReader.Read> read;

    /**
     * Creates a comparison.
     *
     * @param lake the lake that contains the inputs that were not read; empty if there is none
     * @param read the extracts that were read, by input
     */
    ReferenceComparison(
            Supplier<SparkSession> spark,
            Optional<Lake> lake,
            PseudonymisationKey key,
            Map<String, ExtractReader.Read> read) {
        this.spark = spark;
        this.lake = lake;
        this.key = key;
        this.read = read;
    }

    /** Returns one result per reference of this run's extracts with keys that are not found, except to these inputs. */
    List<ReferenceCheck.Result> resultsWithout(Set<String> unread) {
        List<ReferenceCheck.Result> results = new ArrayList<>();
        List<Reference> compared = Reference.ALL.stream()
                .filter(reference -> reference.parents().stream().noneMatch(parent -> unread.contains(parent.input())))
                .toList();
        for (Reference reference : compared) {
            List<Reference.Key> parents =
                    reference.parents().stream().filter(this::isKnown).toList();
            boolean isFresh = Stream.concat(Stream.of(reference.child()), parents.stream())
                    .anyMatch(column -> read.containsKey(column.input()));
            if (isFresh && isKnown(reference.child()) && !parents.isEmpty()) {
                boolean isHeld = Stream.concat(Stream.of(reference.child()), parents.stream())
                        .allMatch(this::isHeld);
                (isHeld ? held(reference, parents) : inSpark(reference, parents)).ifPresent(results::add);
            }
        }
        return results;
    }

    private boolean isKnown(Reference.Key column) {
        return read.containsKey(column.input())
                || lake.filter(tables -> tables.contains(column.input())).isPresent();
    }

    private boolean isHeld(Reference.Key column) {
        return read.containsKey(column.input())
                && read.get(column.input()).extract().rows() instanceof InMemoryRows;
    }

    private Optional<ReferenceCheck.Result> held(Reference reference, List<Reference.Key> parents) {
        Set<String> known = new HashSet<>();
        parents.forEach(parent -> known.addAll(heldKeys(parent)));
        Set<String> children = heldKeys(reference.child());
        return children.isEmpty() ? Optional.empty() : ReferenceCheck.compare(reference, children, known);
    }

    private Set<String> heldKeys(Reference.Key column) {
        return read.get(column.input()).keys().of(column.column());
    }

    private Optional<ReferenceCheck.Result> inSpark(Reference reference, List<Reference.Key> parents) {
        Dataset<Row> children = keys(reference.child());
        Dataset<Row> known = parents.stream()
                .map(this::keys)
                .reduce(Dataset::unionAll)
                .orElseThrow()
                .distinct();
        long of = children.count();
        long found = children.join(known, "k").count();
        if (found == of) {
            return Optional.empty();
        }
        long most = isPerson(reference.child())
                ? found
                : children.select(expr(PLAIN).as("k"))
                        .join(known.select(expr(PLAIN).as("k")).distinct(), "k")
                        .count();
        String change = most > found ? "leading zeros, case, spaces or punctuation" : "";
        return Optional.of(ReferenceCheck.result(reference, of, found, most, change));
    }

    /** Returns the distinct keys of a column, as column k. People's identifiers are hashed. */
    private Dataset<Row> keys(Reference.Key column) {
        if (isHeld(column)) {
            List<String> values = heldKeys(column).stream()
                    .map(value -> isPerson(column) ? key.hash(value) : value)
                    .collect(Collectors.toList());
            return spark.get().createDataset(values, Encoders.STRING()).toDF("k");
        }
        Dataset<Row> rows = read.containsKey(column.input())
                ? read.get(column.input()).extract().rows().accepted()
                : lake.orElseThrow().read(column.input());
        return rows.select(col(column.column()).as("k")).where("k IS NOT NULL").distinct();
    }

    private static boolean isPerson(Reference.Key column) {
        return Inputs.named(column.input()).fields().stream()
                .anyMatch(field -> field.name().equals(column.column()) && field.type() == Type.PERSON);
    }
}
