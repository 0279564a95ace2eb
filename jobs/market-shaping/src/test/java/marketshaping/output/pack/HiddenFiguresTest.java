package marketshaping.output.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Column.Kind;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import marketshaping.output.pack.sheet.PackInputs;
import marketshaping.output.workbook.ChartSheet;
import marketshaping.output.workbook.Sheet;
import marketshaping.output.workbook.TextSheet;
import marketshaping.output.workbook.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Key messages and charts of a small council whose figures are partly or mostly hidden, or do not exist. */
class HiddenFiguresTest {
    private static final String HOST_AREA_REMARK = "areas with a suppressed number are left out";

    static Stream<Table> tables() {
        return PackFixture.tables().stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void messages_are_whole_sentences_whichever_figure_is_hidden(Table table) {
        for (Column column : table.columns()) {
            if (column.kind() != Kind.DIMENSION && column.kind() != Kind.TEXT && column.kind() != Kind.DATE) {
                Table hidden = with(table, Map.of(column.name(), Shorthand.SUPPRESSED), row -> true);
                assertThat(messages(Packs.marketPosition(inputs(hidden))))
                        .as(table.id() + "." + column.name())
                        .allMatch(text -> text.replace(HOST_AREA_REMARK, "")
                                .matches("([^s]|s(?!uppressed)|(?<=( is| are|:) )suppressed(?=[.;]))*"));
            }
        }
    }

    @Test
    void hidden_part_of_a_sentence_is_stated() {
        Object hidden = Shorthand.SUPPRESSED;
        assertThat(messages(OutOfBoroughTables.flow(), Map.of("ended_placements", hidden)))
                .contains("In the last 12 months, 79 out-of-borough placements started; the number ended is suppressed;"
                        + " in the 12 months before, 88 and 67.");
        assertThat(messages(OutOfBoroughTables.spot(), Map.of("out_of_borough_percent", hidden)))
                .contains("26% of spot supported living for mental health is outside London; the share outside Fleetham"
                        + " & Marsh is suppressed; a year ago it was 55%, and 29% outside London.");
        assertThat(messages(SpendTables.commitment(), Map.of("spot_share_percent", hidden)))
                .contains("Spot purchases: £367,078 a week, 38% of the placements of all bought care; other figures are"
                        + " not shown. The shares leave out 1,020 placements whose route is not recorded.");
        assertThat(messages(OtherTables.quality(), Map.of("good_or_outstanding_percent", hidden)))
                .contains("People with a provider rated Good or Outstanding: suppressed.");
    }

    @Test
    void absence_of_cases_is_stated() {
        Table spot = OutOfBoroughTables.spot();
        Table none = new Table(spot.id(), spot.title(), spot.columns(), List.of(), "");
        assertThat(messages(Packs.commissioning(inputs(none))))
                .contains("No supported living for mental health is bought spot.");
        assertThat(messages(Packs.commissioning(
                        inputs(with(OtherTables.brokeringOpen(), Map.of("open_cases", 0L), row -> true)))))
                .anyMatch(text -> text.startsWith("No case is open"));
    }

    @ParameterizedTest
    @CsvSource({"0", "[c]"})
    void chart_without_visible_bars_is_not_drawn(String cell) {
        Object value = cell.equals("0") ? (Object) 0L : Shorthand.SUPPRESSED;
        Table stock = with(
                OutOfBoroughTables.stock(),
                Map.of(
                        "in_borough", value,
                        "partner_area", 0L,
                        "rest_of_region", value,
                        "outside_region", 0L,
                        "not_located", value),
                row -> true);
        assertThat(charts(stock)).isEmpty();
    }

    @Test
    void line_of_only_zeros_or_few_months_is_not_drawn() {
        Table trend = OutOfBoroughTables.trend();
        Map<String, Object> zeros = Map.of("out_of_borough_percent", 0.0, "outside_region_percent", 0.0);
        Map<String, Object> hidden = Map.of("out_of_borough_percent", Shorthand.SUPPRESSED);
        Predicate<List<Object>> early = row -> row.get(0).toString().compareTo("2024-01") < 0;
        Predicate<List<Object>> most = row -> row.get(0).toString().compareTo("2024-12") < 0;
        assertThat(charts(with(trend, zeros, row -> true))).hasSize(1);
        assertThat(charts(with(trend, hidden, early))).hasSize(1);
        assertThat(charts(with(with(trend, zeros, row -> true), hidden, early))).isEmpty();
        assertThat(charts(with(trend, hidden, most))).isEmpty();
    }

    private static List<Sheet> charts(Table table) {
        return Packs.marketPosition(PackFixture.inputs(List.of(table))).sheets().stream()
                .filter(ChartSheet.class::isInstance)
                .toList();
    }

    /** Returns the fixture's inputs with one table replaced. */
    private static PackInputs inputs(Table changed) {
        return PackFixture.inputs(PackFixture.tables().stream()
                .map(table -> table.id().equals(changed.id()) ? changed : table)
                .toList());
    }

    private static List<String> messages(Table table, Map<String, Object> cells) {
        return messages(Packs.marketPosition(inputs(with(table, cells, row -> true))));
    }

    private static List<String> messages(Workbook workbook) {
        return workbook.sheets().stream()
                .filter(sheet -> sheet.name().equals("Key messages"))
                .flatMap(sheet -> ((TextSheet) sheet).lines().stream())
                .map(TextSheet.Line::text)
                .toList();
    }

    private static Table with(Table table, Map<String, Object> cells, Predicate<List<Object>> where) {
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> row : table.rows()) {
            List<Object> changed = new ArrayList<>(row);
            if (where.test(row)) {
                cells.forEach((column, cell) -> changed.set(table.indexOf(column), cell));
            }
            rows.add(changed);
        }
        return new Table(table.id(), table.title(), table.columns(), rows, table.note());
    }
}
