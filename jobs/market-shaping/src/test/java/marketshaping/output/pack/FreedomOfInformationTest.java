package marketshaping.output.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import marketshaping.output.pack.FreedomOfInformation.Answer;
import marketshaping.output.pack.sheet.PackInputs;
import marketshaping.output.workbook.Sheet;
import org.junit.jupiter.api.Test;

class FreedomOfInformationTest {
    private static final Map<String, Table> PUBLISHED =
            PackFixture.tables().stream().collect(Collectors.toMap(Table::id, Function.identity()));

    @Test
    void answers_contain_only_cells_of_published_tables() {
        Map<String, Table> answers = Packs.freedomOfInformationTables(PUBLISHED);
        assertThat(answers).hasSameSizeAs(FreedomOfInformation.ANSWERS);
        for (Answer answer : FreedomOfInformation.ANSWERS) {
            Table published = PUBLISHED.get(answer.source());
            List<List<Object>> expected = published.rows().stream()
                    .filter(row -> answer.where().entrySet().stream()
                            .allMatch(one -> published.cell(row, one.getKey()).equals(one.getValue())))
                    .map(row -> answer.columns().stream()
                            .map(column -> published.cell(row, column))
                            .toList())
                    .toList();
            Table answered = answers.get(answer.id());
            assertThat(answered.rows()).as(answer.id()).isNotEmpty().isEqualTo(expected);
            assertThat(published.columns()).containsAll(answered.columns());
        }
    }

    @Test
    void answers_filter_or_show_every_dimension() {
        for (Answer answer : FreedomOfInformation.ANSWERS) {
            List<String> dimensions = PUBLISHED.get(answer.source()).columns().stream()
                    .filter(column -> column.kind() == Column.Kind.DIMENSION)
                    .map(Column::name)
                    .toList();
            assertThat(dimensions)
                    .as(answer.id())
                    .allMatch(name ->
                            answer.where().containsKey(name) != answer.columns().contains(name));
        }
    }

    @Test
    void suppressed_figures_stay_suppressed() {
        assertThat(Packs.freedomOfInformationTables(PUBLISHED).get("host_areas").rows())
                .anySatisfy(row -> assertThat(row).contains("Barking and Dagenham", Shorthand.SUPPRESSED));
    }

    @Test
    void answer_without_its_table_is_left_out() {
        PackInputs inputs = PackFixture.inputs(List.of(MarketTables.price()));
        assertThat(Packs.freedomOfInformation(inputs).sheets())
                .extracting(Sheet::name)
                .containsExactly("Cover", "Contents", "fee_bands", "Notes");
    }
}
