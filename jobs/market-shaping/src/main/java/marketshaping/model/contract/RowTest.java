package marketshaping.model.contract;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A condition on the typed values of one row. Validation tests it in Java; the lake's constraint states it in Spark SQL.
 * A comparison with an empty value is not true.
 */
public sealed interface RowTest extends Serializable {

    /**
     * Tests a row.
     *
     * @param values returns the typed value of a field; null if it is empty
     */
    boolean isTrue(Function<String, Object> values);

    /** Returns the condition in Spark SQL. */
    String sql();

    /** Returns a test that a date is before another, which is the first of several that is given. */
    static RowTest before(String date, String... others) {
        return new Before(date, List.of(others));
    }

    static RowTest isEmpty(String field) {
        return new Empty(field);
    }

    static RowTest isGiven(String field) {
        return new Given(field);
    }

    /** Returns a test that a field contains one of these codes. */
    static RowTest isOneOf(String field, String... codes) {
        return new OneOf(field, List.of(codes));
    }

    static RowTest all(RowTest... tests) {
        return new All(List.of(tests));
    }

    static RowTest any(RowTest... tests) {
        return new Any(List.of(tests));
    }

    /** A date before the first of several others that is given. */
    record Before(String date, List<String> others) implements RowTest {
        @Override
        public boolean isTrue(Function<String, Object> values) {
            LocalDate earlier = (LocalDate) values.apply(date);
            LocalDate later = (LocalDate) others.stream()
                    .map(values)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            return earlier != null && later != null && earlier.isBefore(later);
        }

        @Override
        public String sql() {
            String list = String.join(", ", others);
            return date + " < " + (others.size() == 1 ? list : "coalesce(" + list + ")");
        }
    }

    /** An empty field. */
    record Empty(String field) implements RowTest {
        @Override
        public boolean isTrue(Function<String, Object> values) {
            return values.apply(field) == null;
        }

        @Override
        public String sql() {
            return field + " IS NULL";
        }
    }

    /** A field with a value. */
    record Given(String field) implements RowTest {
        @Override
        public boolean isTrue(Function<String, Object> values) {
            return values.apply(field) != null;
        }

        @Override
        public String sql() {
            return field + " IS NOT NULL";
        }
    }

    /** A field that contains one of several codes. */
    record OneOf(String field, List<String> codes) implements RowTest {
        @Override
        public boolean isTrue(Function<String, Object> values) {
            return values.apply(field) instanceof String code && codes.contains(code);
        }

        @Override
        public String sql() {
            String list = codes.stream().map(code -> "'" + code + "'").collect(Collectors.joining(", "));
            return codes.size() == 1 ? field + " = " + list : "%s IN (%s)".formatted(field, list);
        }
    }

    /** A conjunction. */
    record All(List<RowTest> tests) implements RowTest {
        @Override
        public boolean isTrue(Function<String, Object> values) {
            return tests.stream().allMatch(test -> test.isTrue(values));
        }

        @Override
        public String sql() {
            return tests.stream().map(RowTest::sql).collect(Collectors.joining(" AND "));
        }
    }

    /** A disjunction. */
    record Any(List<RowTest> tests) implements RowTest {
        @Override
        public boolean isTrue(Function<String, Object> values) {
            return tests.stream().anyMatch(test -> test.isTrue(values));
        }

        @Override
        public String sql() {
            return tests.stream().map(RowTest::sql).collect(Collectors.joining(" OR ", "(", ")"));
        }
    }
}
