package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import marketshaping.analysis.measure.Measure.Audience;
import marketshaping.model.table.Column;
import marketshaping.model.table.Column.Kind;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeasuresTest {

    private static FactFixture emptyFacts;

    @BeforeAll
    static void registerEmptyViews() {
        emptyFacts = FactFixture.asAt("2025-06-30")
                .withGoLive("2025-02-02")
                .withPlacements("person")
                .withCases("case_id")
                .with("pause", PausesByReasonTest.PAUSES, "case_id")
                .with(
                        "ingest_file",
                        "input STRING, file STRING, rows_read BIGINT, rows_accepted BIGINT, rows_quarantined BIGINT,"
                                + " rows_not_records BIGINT",
                        "input")
                .with("ingest_rule", "input STRING, file STRING, rule STRING, rows BIGINT", "input")
                .with("returned_event", CldCheckTest.RETURNED, "person")
                .with("setting_list", CldCheckTest.SETTINGS, "setting")
                .with("contract", BlockUseTest.CONTRACT, "contract_id")
                .with("payment", PaymentsRouteTest.PAYMENT, "amount")
                .with("field_completeness", "input STRING, field STRING, rows BIGINT, filled BIGINT", "input");
    }

    static Stream<Measure> measures() {
        return Measures.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("measures")
    void empty_facts_give_an_empty_table_of_the_declared_types(Measure measure) {
        var rows = emptyFacts.measure(measure);

        assertThatRows(rows).hasNoRows();
        StructType schema = rows.schema();
        for (Column column : measure.columns()) {
            assertThat(schema.apply(column.name()).dataType().typeName())
                    .as("type of column %s", column.name())
                    .matches(type(column.kind()));
        }
    }

    @ParameterizedTest
    @MethodSource("measures")
    void figures_have_their_numerator_and_base_columns(Measure measure) {
        List<String> names = measure.columns().stream().map(Column::name).toList();

        assertThat(names).doesNotHaveDuplicates();
        for (Column column : measure.columns()) {
            Stream.of(column.numerator(), column.basis())
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> assertThat(names)
                            .as("numerator or base column of %s", column.name())
                            .contains(name));
            if (column.kind() == Kind.MONEY && measure.audience() == Audience.EVERYONE) {
                assertThat(names).contains("_" + column.name() + "_top_provider_percent");
            }
        }
    }

    @Test
    void measure_ids_are_unique() {
        assertThat(measures().map(Measure::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("measures")
    void definition_states_counts_and_period_in_sentences(Measure measure) {
        assertThat(measure.title()).isNotBlank();
        assertThat(measure.definition().counts()).endsWith(".");
        assertThat(measure.definition().period()).endsWith(".");
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case DIMENSION, TEXT -> "string";
            case COUNT, COUNT_OF_THINGS -> "long";
            case PERCENT, NUMBER -> "double";
            case MONEY, MIXED -> "decimal.*";
            case DAYS -> "double|integer|long";
            case DATE -> "date";
        };
    }
}
