package marketshaping.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import marketshaping.analysis.fact.AsAt;
import marketshaping.analysis.fact.IngestViews;
import marketshaping.analysis.fact.Views;
import marketshaping.analysis.measure.Measure;
import marketshaping.analysis.measure.Measures;
import marketshaping.analysis.measure.OobSpot;
import marketshaping.app.pipeline.SettingsFile;
import marketshaping.lake.Lake;
import marketshaping.lake.TableSchema;
import marketshaping.model.contract.Inputs;
import marketshaping.testkit.TestSpark;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryLineageTest {

    static List<Measure> measures() {
        return Measures.ALL;
    }

    @Test
    void lineage_lists_all_view_fields_and_query_values(@TempDir Path lake) {
        SparkSession spark = TestSpark.session();
        Views views = new Views(spark, SettingsFile.builtIn(), new AsAt(LocalDate.of(2025, 6, 30)));
        views.register();
        Inputs.ALL.forEach(contract -> spark.createDataFrame(
                        List.of(), StructType.fromDDL(TableSchema.of(contract).ddl()))
                .createOrReplaceTempView("in_" + contract.input()));
        views.registerReturn();
        views.registerContractsAndPayments();
        views.registerPlacements(views.placementFact(Set.of()));
        views.registerBrokering(views.brokeringFact(Set.of()));
        new IngestViews(spark, new Lake(spark, lake.toString())).register();

        for (QueryLineage.View view : QueryLineage.VIEWS) {
            assertThat(view.fields())
                    .as(view.name())
                    .containsExactlyInAnyOrder(spark.table(view.name()).columns());
            assertThat(Inputs.names()).as(view.name()).containsAll(view.inputs());
        }
        assertThat(QueryLineage.VALUES.keySet())
                .containsExactlyInAnyOrderElementsOf(views.parameters(Set.of()).keySet());
    }

    @ParameterizedTest
    @MethodSource("measures")
    void lineage_covers_every_view_and_value_of_a_measure(Measure measure) {
        assertThat(QueryLineage.readBy(measure)).isNotEmpty().allSatisfy(reading -> assertThat(reading.fields())
                .isNotEmpty());
        Set<String> known = Set.copyOf(
                QueryLineage.VIEWS.stream().map(QueryLineage.View::name).toList());
        List<String> ownTables = all("(\\w+) AS \\(", measure.query());

        assertThat(all("\\b(?:FROM|JOIN) (?!VALUES)(\\w+)", measure.query().replaceAll("--[^\\n]*", "")))
                .allMatch(source -> known.contains(source) || ownTables.contains(source));
        assertThat(QueryLineage.valuesIn(measure.query()).keySet())
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(all(":(\\w+)", measure.query())));
    }

    @Test
    void columns_of_a_tabulation_are_those_that_its_roll_up_reads() {
        assertThat(QueryLineage.readBy(OobSpot.MEASURE)).singleElement().satisfies(reading -> assertThat(
                        reading.fields())
                .containsExactlyInAnyOrder(
                        "need_group",
                        "setting",
                        "accommodation",
                        "start_date",
                        "end_date",
                        "purchase_route",
                        "tier",
                        "out_of_borough"));
    }

    @Test
    void words_in_comments_and_literals_are_not_fields() {
        assertThat(
                        QueryLineage.readBy(
                                """
                        -- The person, by setting.
                        SELECT gross_days, 'source' FROM brokering WHERE sourced_date = :urgent
                        """))
                .singleElement()
                .satisfies(reading -> assertThat(reading.fields()).containsExactly("sourced_date", "gross_days"));
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
