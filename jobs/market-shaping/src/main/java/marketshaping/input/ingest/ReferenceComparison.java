package marketshaping.input.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.sum;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.input.validate.ReferenceCheck;
import marketshaping.lake.Lake;
import marketshaping.model.contract.Inputs;
import marketshaping.model.contract.Reference;
import marketshaping.model.contract.Type;
import marketshaping.model.secret.PseudonymisationKey;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Compares the keys of the inputs of a run with each other and with those in the lake. */
final class ReferenceComparison {
    /** Removes differences in leading zeros, case, spaces and punctuation. */
    private static final String PLAIN =
            "regexp_replace(regexp_replace(lower(%s), '[^\\\\p{L}\\\\p{N}]', ''), '^0+(?=.)', '')";

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
        List<Reference> compared = Reference.ALL.stream()
                .filter(reference -> reference.parents().stream().noneMatch(parent -> unread.contains(parent.input())))
                .filter(reference -> isKnown(reference.child()))
                .filter(reference -> reference.parents().stream().anyMatch(this::isKnown))
                .filter(reference -> columns(reference).anyMatch(column -> read.containsKey(column.input())))
                .toList();
        List<Reference> large = compared.stream()
                .filter(reference -> !columns(reference).allMatch(this::isHeld))
                .toList();
        Map<Reference, ReferenceCheck.Result> inSpark = large.isEmpty() ? Map.of() : inSpark(large);
        return compared.stream()
                .flatMap(reference -> (large.contains(reference)
                                ? Optional.ofNullable(inSpark.get(reference))
                                : held(reference))
                        .stream())
                .toList();
    }

    /** Returns the columns of a reference whose input was read or is in the lake. */
    private Stream<Reference.Key> columns(Reference reference) {
        return Stream.concat(Stream.of(reference.child()), reference.parents().stream())
                .filter(this::isKnown);
    }

    private boolean isKnown(Reference.Key column) {
        return read.containsKey(column.input())
                || lake.filter(tables -> tables.contains(column.input())).isPresent();
    }

    private boolean isHeld(Reference.Key column) {
        return read.containsKey(column.input())
                && read.get(column.input()).extract().rows() instanceof InMemoryRows;
    }

    private Optional<ReferenceCheck.Result> held(Reference reference) {
        Set<String> known = new HashSet<>();
        reference.parents().stream().filter(this::isKnown).forEach(parent -> known.addAll(heldKeys(parent)));
        Set<String> children = heldKeys(reference.child());
        return children.isEmpty() ? Optional.empty() : ReferenceCheck.compare(reference, children, known);
    }

    private Set<String> heldKeys(Reference.Key column) {
        return read.get(column.input()).keys().of(column.column());
    }

    /** Returns the results of references with keys that are not found. Compares all references in one query. */
    private Map<Reference, ReferenceCheck.Result> inSpark(List<Reference> references) {
        KeyColumns columns = new KeyColumns(references);
        Map<Long, Long> keys = columns.keysByColumns();
        List<Reference> unmatched = references.stream()
                .filter(reference -> columns.found(reference, keys) < columns.of(reference, keys))
                .toList();
        // The hashes of people's identifiers do not show why two differ.
        List<Reference> writtenDifferently = unmatched.stream()
                .filter(reference -> !isPerson(reference.child()))
                .toList();
        Map<Reference, Long> most =
                writtenDifferently.isEmpty() ? Map.of() : new KeyColumns(writtenDifferently).foundWhenPlain();
        Map<Reference, ReferenceCheck.Result> results = new LinkedHashMap<>();
        for (Reference reference : unmatched) {
            long found = columns.found(reference, keys);
            long foundWhenPlain = most.getOrDefault(reference, found);
            String change = foundWhenPlain > found ? "leading zeros, case, spaces or punctuation" : "";
            results.put(
                    reference,
                    ReferenceCheck.result(reference, columns.of(reference, keys), found, foundWhenPlain, change));
        }
        return results;
    }

    /**
     * The columns of references, each with one bit. Keys are compared by their 64-bit hashes: of 10 million keys, two share
     * a hash with a probability of 3 in a million.
     */
    private final class KeyColumns {
        private final List<Reference> references;
        private final List<Reference.Key> columns;

        KeyColumns(List<Reference> references) {
            this.references = references;
            columns = references.stream()
                    .flatMap(ReferenceComparison.this::columns)
                    .distinct()
                    .toList();
        }

        private long bit(Reference.Key column) {
            return 1L << columns.indexOf(column);
        }

        private long parents(Reference reference) {
            return reference.parents().stream()
                    .filter(columns::contains)
                    .mapToLong(this::bit)
                    .sum();
        }

        /** Returns the number of distinct keys by the set of columns that contain them. */
        Map<Long, Long> keysByColumns() {
            Map<Long, Long> keys = new HashMap<>();
            hashes("xxhash64(%s)")
                    .groupBy("h")
                    .agg(expr("bit_or(c)").as("c"))
                    .groupBy("c")
                    .agg(expr("count(*)"))
                    .collectAsList()
                    .forEach(row -> keys.put(row.getLong(0), row.getLong(1)));
            return keys;
        }

        long of(Reference reference, Map<Long, Long> keys) {
            return count(keys, in -> (in & bit(reference.child())) != 0);
        }

        long found(Reference reference, Map<Long, Long> keys) {
            return count(keys, in -> (in & bit(reference.child())) != 0 && (in & parents(reference)) != 0);
        }

        private static long count(Map<Long, Long> keys, LongPredicate isCounted) {
            return keys.entrySet().stream()
                    .filter(of -> isCounted.test(of.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        /** Returns the number of distinct keys of each child that a parent contains, apart from differences in writing. */
        Map<Reference, Long> foundWhenPlain() {
            List<Column> keysOfChildren = references.stream()
                    .map(reference -> expr("count_if((c & %dL) <> 0)".formatted(bit(reference.child()))))
                    .toList();
            Dataset<Row> byPlain = hashes("struct(xxhash64(%s) AS h, xxhash64(" + PLAIN + ") AS p)")
                    .groupBy("h.p", "h.h")
                    .agg(expr("bit_or(c)").as("c"))
                    .groupBy("p")
                    .agg(
                            expr("bit_or(c)").as("c"),
                            array(keysOfChildren.toArray(Column[]::new)).as("keys"));
            Column[] sums = IntStream.range(0, references.size())
                    .mapToObj(position -> sum(col("keys").getItem(position)))
                    .toArray(Column[]::new);
            Map<Reference, Long> found = new HashMap<>();
            for (Row group : byPlain.groupBy("c").agg(expr("count(*)"), sums).collectAsList()) {
                for (int i = 0; i < references.size(); i++) {
                    boolean isFound = (group.getLong(0) & parents(references.get(i))) != 0;
                    found.merge(references.get(i), isFound ? group.getLong(i + 2) : 0, Long::sum);
                }
            }
            return found;
        }

        /** Returns one row per key of a row: the result of the function as h, and the bit of its column as c. */
        private Dataset<Row> hashes(String function) {
            return columns.stream()
                    .collect(Collectors.groupingBy(
                            ReferenceComparison.this::source, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .map(ofSource -> hashes(ofSource, function))
                    .reduce(Dataset::unionAll)
                    .orElseThrow();
        }

        private Dataset<Row> hashes(List<Reference.Key> ofSource, String function) {
            String pairs = ofSource.stream()
                    .map(column -> "CASE WHEN `%1$s` IS NOT NULL THEN %2$s END, %3$dL"
                            .formatted(
                                    column.column(), function.replace("%s", "`" + column.column() + "`"), bit(column)))
                    .collect(Collectors.joining(", "));
            return rows(ofSource.get(0))
                    .select(expr("stack(%d, %s) AS (h, c)".formatted(ofSource.size(), pairs)))
                    .where("h IS NOT NULL");
        }
    }

    /** Returns a name for the rows that contain a column; keys in memory are rows of their own. */
    private String source(Reference.Key column) {
        return isHeld(column) ? column.toString() : column.input();
    }

    /** Returns rows with the column, and with other columns of the same source. People's identifiers are hashed. */
    private Dataset<Row> rows(Reference.Key column) {
        if (isHeld(column)) {
            List<String> values = heldKeys(column).stream()
                    .map(value -> isPerson(column) ? key.hash(value) : value)
                    .collect(Collectors.toList());
            return spark.get().createDataset(values, Encoders.STRING()).toDF(column.column());
        }
        return read.containsKey(column.input())
                ? read.get(column.input()).extract().rows().accepted()
                : lake.orElseThrow().read(column.input());
    }

    private static boolean isPerson(Reference.Key column) {
        return Inputs.named(column.input()).fields().stream()
                .anyMatch(field -> field.name().equals(column.column()) && field.type() == Type.PERSON);
    }
}
