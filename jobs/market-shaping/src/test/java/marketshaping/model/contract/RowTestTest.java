package marketshaping.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.testkit.TestSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Tests that a condition in Java and the same condition in Spark SQL are true for the same rows. */
class RowTestTest {
    private static final int ROWS = 2_000;

    @Test
    void rules_of_every_input_agree_with_their_sql() {
        for (Contract contract : Inputs.ALL) {
            if (!contract.rules().isEmpty()) {
                assertAgree(
                        contract.fields(),
                        contract.rules().stream().map(Rule::brokenWhen).toList(),
                        contract.input());
            }
        }
    }

    @Test
    void every_kind_of_condition_agrees_with_its_sql() {
        List<Field> fields = List.of(
                Field.optional("first", Type.DATE),
                Field.optional("second", Type.DATE),
                Field.optional("third", Type.DATE),
                Field.optional("status", Type.TEXT),
                Field.optional("amount", Type.MONEY));
        RowTest before = RowTest.before("first", "second");
        RowTest beforeFirstGiven = RowTest.before("first", "second", "third");
        RowTest one = RowTest.isOneOf("status", "a");
        RowTest several = RowTest.isOneOf("status", "a", "b");
        RowTest empty = RowTest.isEmpty("amount");
        RowTest given = RowTest.isGiven("amount");
        assertAgree(
                fields,
                List.of(
                        before,
                        beforeFirstGiven,
                        one,
                        several,
                        empty,
                        given,
                        RowTest.all(before, several, given),
                        RowTest.any(before, several, empty),
                        RowTest.all(several, RowTest.any(empty, before), given),
                        RowTest.any(RowTest.all(one, empty), RowTest.all(before, given))),
                "conditions");
    }

    @Test
    void comparison_with_an_empty_value_is_not_true() {
        Map<String, Object> values = new HashMap<>();
        values.put("first", LocalDate.of(2025, 1, 1));
        assertThat(RowTest.before("first", "second", "third").isTrue(values::get))
                .isFalse();
        values.put("third", LocalDate.of(2025, 1, 2));
        assertThat(RowTest.before("first", "second", "third").isTrue(values::get))
                .isTrue();
        values.put("second", LocalDate.of(2025, 1, 1));
        assertThat(RowTest.before("first", "second", "third").isTrue(values::get))
                .as("only the first date that is given counts")
                .isFalse();
        assertThat(RowTest.isOneOf("status", "a").isTrue(values::get)).isFalse();
    }

    private static void assertAgree(List<Field> fields, List<RowTest> tests, String name) {
        List<Row> rows = rows(fields, tests);
        StructType schema = StructType.fromDDL(fields.stream()
                .map(field -> "`" + field.name() + "` " + field.type().sqlType())
                .collect(Collectors.joining(", ")));
        Dataset<Row> table = TestSpark.session().createDataFrame(rows, schema);
        List<Row> inSpark = table.selectExpr(tests.stream()
                        .map(test -> "coalesce(" + test.sql() + ", false)")
                        .toArray(String[]::new))
                .collectAsList();
        List<String> names = fields.stream().map(Field::name).toList();
        for (int test = 0; test < tests.size(); test++) {
            int trueRows = 0;
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                boolean inJava = tests.get(test).isTrue(field -> row.get(names.indexOf(field)));
                assertThat(inJava)
                        .as("%s: %s on %s", name, tests.get(test).sql(), row)
                        .isEqualTo(inSpark.get(i).getBoolean(test));
                trueRows += inJava ? 1 : 0;
            }
            assertThat(trueRows)
                    .as("rows for which %s is true", tests.get(test).sql())
                    .isBetween(1, ROWS - 1);
        }
    }

    /** Returns random rows of few values, a third of them null, so that each condition is often true and often false. */
    private static List<Row> rows(List<Field> fields, List<RowTest> tests) {
        Random random = new Random(20);
        List<String> codes = Stream.concat(tests.stream().flatMap(RowTestTest::codes), Stream.of("other", "A"))
                .distinct()
                .toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(RowFactory.create(fields.stream()
                    .map(field -> random.nextInt(3) == 0 ? null : value(field.type(), codes, random))
                    .toArray()));
        }
        return rows;
    }

    private static Stream<String> codes(RowTest test) {
        if (test instanceof RowTest.OneOf oneOf) {
            return oneOf.codes().stream();
        }
        List<RowTest> parts = test instanceof RowTest.All all
                ? all.tests()
                : test instanceof RowTest.Any any ? any.tests() : List.of();
        return parts.stream().flatMap(RowTestTest::codes);
    }

    private static Object value(Type type, List<String> codes, Random random) {
        return switch (type.sqlType()) {
            case "DATE" -> LocalDate.of(2025, 1, 1).plusDays(random.nextInt(3));
            case "INT" -> random.nextInt(3);
            case "DOUBLE" -> random.nextDouble();
            case "BOOLEAN" -> random.nextBoolean();
            case "STRING" -> codes.get(random.nextInt(codes.size()));
            default -> BigDecimal.valueOf(random.nextInt(3), 4);
        };
    }
}
