package marketshaping.output.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import marketshaping.output.pack.sheet.PackInputs;
import marketshaping.output.workbook.ChartSheet;
import marketshaping.output.workbook.Sheet;
import marketshaping.output.workbook.TableSheet;
import marketshaping.output.workbook.TextSheet;
import marketshaping.output.workbook.Workbook;
import marketshaping.output.workbook.WorkbookWriter;
import marketshaping.testkit.Home;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class PacksTest {
    @TempDir
    Path folder;

    @Test
    void pack_opens_with_cover_contents_and_key_messages() {
        List<String> names = names(Packs.commissioning(PackFixture.inputs()));
        assertThat(names).startsWith("Cover", "Contents", "Key messages").endsWith("Notes");
        assertThat(names)
                .containsSubsequence(
                        "Placements by tier",
                        "Placements by tier data",
                        "oob_stock",
                        "Spot share of new",
                        "route_of_new",
                        "Days against target",
                        "Within target by month",
                        "brokering_times",
                        "Ratings by tier",
                        "data_quality");
    }

    @Test
    void market_position_pack_omits_the_councils_own_oversight() {
        assertThat(names(Packs.marketPosition(PackFixture.inputs())))
                .contains("oob_stock", "route_of_new", "brokering_times")
                .doesNotContain("oob_oversight", "leakage", "brokering_open", "data_quality", "baselines");
    }

    @Test
    void market_summary_follows_key_messages_in_market_position() {
        Workbook workbook = Packs.marketPosition(PackFixture.inputs());
        assertThat(names(workbook))
                .startsWith(
                        "Cover", "Contents", "Key messages", "Market summary", "Market summary by age", "Intentions");
        assertThat(names(Packs.commissioning(PackFixture.inputs()))).doesNotContain("Market summary", "Intentions");
        Table summary = table(workbook, "Market summary").table();
        List<Object> row = summary.rows().stream()
                .filter(one ->
                        one.get(0).equals("Residential care") && one.get(1).equals("All"))
                .findFirst()
                .orElseThrow();
        assertThat(summary.cell(row, "people")).isEqualTo(cell("spend_commitment", "people", row.get(0), "All", "All"));
        for (String where : List.of("in_borough", "out_of_borough_percent", "outside_region_percent")) {
            assertThat(summary.cell(row, where)).isEqualTo(cell("oob_stock", where, row.get(0), "All", "All", "All"));
        }
        assertThat(summary.cell(row, "median_price"))
                .isEqualTo(cell("price", "median", row.get(0), "All", "All", "All", "All"));
        assertThat(summary.cell(row, "median_wait_days"))
                .isEqualTo(cell("brokering_times", "median_days", "Last 12 months", row.get(0), "All"));
    }

    @Test
    void summary_by_age_has_no_totals_over_settings_or_ages() {
        Table summary = table(Packs.marketPosition(PackFixture.inputs()), "Market summary by age")
                .table();
        assertThat(summary.rows())
                .isNotEmpty()
                .noneMatch(row -> row.get(0).equals("All") || row.get(2).equals("All"))
                .anyMatch(row -> row.get(1).equals("All"))
                .allSatisfy(row -> assertThat(summary.cell(row, "out_of_borough"))
                        .isEqualTo(cell("oob_stock", "out_of_borough", row.get(0), row.get(1), row.get(2), "All")));
        assertThat(summary.rows())
                .filteredOn(row -> row.get(2).equals("65 and over"))
                .allMatch(row -> summary.cell(row, "median_price") == Shorthand.NOT_APPLICABLE);
    }

    @Test
    void market_summary_uses_available_tables_only() {
        Workbook workbook = Packs.marketPosition(PackFixture.inputs(List.of(SpendTables.commitment())));
        assertThat(table(workbook, "Market summary").table().columns())
                .extracting(Column::name)
                .containsExactly("setting", "need_group", "people", "placements", "weekly_commitment");
    }

    /** Returns a figure of a fixture table, from the row that starts with these dimensions. */
    private static Object cell(String id, String column, Object... dimensions) {
        Table table = PackFixture.tables().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        return table.rows().stream()
                .filter(row -> row.subList(0, dimensions.length).equals(List.of(dimensions)))
                .map(row -> table.cell(row, column))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void messages_answer_the_questions_with_numbers() {
        assertThat(messages(Packs.commissioning(PackFixture.inputs())))
                .contains(
                        "552 people in accommodation with care live outside Fleetham & Marsh, out of 1,164 in total;"
                                + " a year ago, 528 lived outside Fleetham & Marsh.",
                        "52% of spot supported living for mental health is outside Fleetham & Marsh and 26% outside"
                                + " London; a year ago it was 55%, and 29% outside London.",
                        "In the last 12 months, 79 out-of-borough placements started and 70 ended; in the 12 months"
                                + " before, 88 and 67.",
                        "Spot purchases cost £367,078 a week: 41% of the cost of all bought care and 38% of its"
                                + " placements; a year ago the shares were 45% and 40%. The shares leave out 1,020"
                                + " placements whose route is not recorded.",
                        "Framework went live on 3 February 2025. Since then, 30% of new placements have been bought"
                                + " spot, compared with 53% before.",
                        "£28,123 a week is spent on spot placements for 31 people with providers that were on a"
                                + " framework lot for that care when the placement started; a year ago it was £19,877.",
                        "£28,123 a week is spent on spot placements with other providers, although a framework lot"
                                + " covered that care; a year ago it was £19,877.",
                        "41% of cases sourced in the last 12 months were within target, compared with 37% in the 12"
                                + " months before; in June 2025 the share was 65%, compared with 37% a year earlier.",
                        "Residential care takes 13.4 days to find on average (median 9.5, 60 cases), against the"
                                + " 7-day target. 41% of cases were within target. A year ago it took 14.1 days, and"
                                + " 37% of cases were within target.",
                        "Of people whose provider is rated, 82% are with a provider rated Good or Outstanding; outside"
                                + " London the share is 82%.",
                        "People placed out of borough: 536 published as at 28 February 2025; now 552.",
                        "Spot nursing care, outside London: 26% published as at 28 February 2025; now 24%.");
    }

    @Test
    void oversight_message_omits_an_unknown_year_before() {
        Table oversight = OutOfBoroughTables.oversight(65.2, 51L, 61.4, 1L);
        assertThat(messages(Packs.commissioning(PackFixture.inputs(List.of(oversight)))))
                .contains("65% of people out of borough were seen in the last 12 months, and 51 have no visit or review"
                        + " on record; a year ago the figures were 61% and 1.");
        Object none = Shorthand.NOT_APPLICABLE;
        assertThat(messages(Packs.commissioning(
                        PackFixture.inputs(List.of(OutOfBoroughTables.oversight(65.2, 1L, none, none))))))
                .contains("65% of people out of borough were seen in the last 12 months, and 1 has no visit or review"
                        + " on record.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Within target percent | More than chance | Cases sourced within target: 56% before the go-live"
                        + " (625 records), 68% since (658 records). The change is greater than chance would explain.",
                "Framework share of starts | No more than chance | New placements bought through the framework: 56%"
                        + " before the go-live (625 records), 68% since (658 records). The change is no greater than"
                        + " chance could explain.",
                "Out of borough share of starts | Too few to tell | New placements that are out of borough: 56% before"
                        + " the go-live (625 records), 68% since (658 records). There are too few cases to show"
                        + " whether the change is due to chance.",
            })
    void go_live_effect_is_described_in_words(String figure, String reading, String sentence) {
        assertThat(messages(Packs.commissioning(PackFixture.inputs(List.of(SpendTables.effect(figure, reading))))))
                .contains(sentence);
    }

    @Test
    void missing_figures_are_described_without_shorthand() {
        assertThat(messages(Packs.commissioning(PackFixture.inputs())))
                .contains("People out of borough seen in the last 12 months: not available.");
        assertThat(messages(Packs.commissioning(PackFixture.inputsWithout(Shorthand.SUPPRESSED))))
                .contains("Residential care: suppressed.")
                .noneMatch(text -> text.contains("[c]") || text.contains("suppressed%"));
    }

    @ParameterizedTest
    @EnumSource(Shorthand.class)
    void chart_without_figures_is_not_drawn(Shorthand shorthand) {
        assertThat(Packs.commissioning(PackFixture.inputsWithout(shorthand)).sheets())
                .noneMatch(ChartSheet.class::isInstance);
    }

    @Test
    void pack_without_tables_is_written() throws IOException {
        Workbook workbook = Packs.commissioning(PackFixture.inputs(List.of()));
        assertThat(names(workbook)).containsExactly("Cover", "Contents", "Key messages", "Notes");
        assertThat(AccessibilityChecklist.findings(written(workbook, "empty.xlsx")))
                .isEmpty();
    }

    @Test
    void month_without_a_figure_is_left_out_and_named() {
        List<Table> tables = new ArrayList<>(PackFixture.tables());
        Table trend = tables.get(1);
        List<List<Object>> rows = new ArrayList<>(trend.rows());
        List<Object> first = new ArrayList<>(rows.get(0));
        first.set(trend.indexOf("outside_region_percent"), Shorthand.SUPPRESSED);
        rows.set(0, first);
        tables.set(1, new Table(trend.id(), trend.title(), trend.columns(), rows, trend.note()));
        TableSheet data = table(Packs.marketPosition(PackFixture.inputs(tables)), "Out of borough trend data");
        assertThat(data.table().rows()).hasSize(23);
        assertThat(data.table().note()).isEqualTo("Months left out because a figure is missing: July 2023.");
    }

    @Test
    void pack_contains_every_table_cell_by_cell() throws IOException {
        Workbook workbook = Packs.commissioning(PackFixture.inputs());
        Path file = folder.resolve("pack.xlsx");
        new WorkbookWriter().write(workbook, file);
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook read = new ReadableWorkbook(in)) {
            for (Table table : PackFixture.tables()) {
                Table shown = table(workbook, table.id()).table();
                assertThat(inWords(table.visible().rows())).containsSubsequence(shown.rows());
                List<Row> rows = read.findSheet(table.id()).orElseThrow().read();
                compare(shown, rows.subList(rows.size() - shown.rows().size(), rows.size()));
            }
        }
    }

    /** Returns rows with the council's names of areas. */
    private static List<List<Object>> inWords(List<List<Object>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell instanceof String text
                                ? (Object) PackFixture.inputs().areas().in(text)
                                : cell)
                        .toList())
                .toList();
    }

    @Test
    void charts_are_drawn_from_the_cells_of_their_tables() throws IOException {
        Workbook workbook = Packs.commissioning(PackFixture.inputs());
        WorkbookXml file = written(workbook, "pack.xlsx");
        int drawn = 0;
        for (Sheet sheet : workbook.sheets()) {
            if (sheet instanceof ChartSheet chart) {
                String drawing = file.related(file.sheets().get(chart.name()), "drawings/")
                        .get(0);
                Element xml = file.xml(file.related(drawing, "charts/").get(0));
                Map<String, String> cells = file.cells(file.sheets().get(chart.tableSheet()));
                assertDrawnFrom(
                        chart, xml, cells, table(workbook, chart.tableSheet()).table());
                drawn++;
            }
        }
        assertThat(drawn).isEqualTo(12);
    }

    @Test
    void host_areas_are_ranked_without_suppressed_areas() {
        Table areas = table(Packs.marketPosition(PackFixture.inputs()), "Host areas data")
                .table();
        assertThat(areas.rows())
                .extracting(row -> row.get(0))
                .containsExactly("Enfield", "Waltham Forest", "=cmd|' /C calc'!A0");
    }

    @Test
    void price_chart_shows_only_routes_with_a_price() {
        Table prices = table(Packs.commissioning(PackFixture.inputs()), "Price by route data")
                .table();
        assertThat(prices.rows())
                .extracting(row -> row.get(0).toString())
                .contains("Residential care, spot", "Residential care, block", "Supported living, framework")
                .doesNotContain("Supported living, block", "Residential care, not recorded");
    }

    @Test
    void control_chart_names_months_with_a_signal() {
        assertThat(Packs.commissioning(PackFixture.inputs()).sheets())
                .filteredOn(ChartSheet.class::isInstance)
                .extracting(sheet -> ((ChartSheet) sheet).altText())
                .anyMatch(text -> text.endsWith(
                        "Outside the usual variation: March 2025 (outside limits), May 2025 to June 2025 (run of 8)."));
    }

    @Test
    void tile_map_states_the_number_of_people_per_council() throws IOException {
        WorkbookXml file = written(Packs.commissioning(ofHackney()), "map.xlsx");
        assertThat(file.cells(file.sheets().get("Tile map of London")).values())
                .contains("Hackney\n612 people", "Enfield\n101 people", "Sutton\nnobody")
                .contains("Barking and Dagenham\npeople (suppressed)");
        assertThat(AccessibilityChecklist.findings(file)).isEmpty();
        assertThat(names(Packs.marketPosition(ofHackney()))).doesNotContain("Tile map of London");
        assertThat(names(Packs.commissioning(PackFixture.inputs()))).doesNotContain("Tile map of London");
    }

    @Test
    void tile_map_has_one_tile_per_london_council() throws IOException {
        List<String> councils = Files.readAllLines(Home.DATA.resolve("reference/councils.csv")).stream()
                .filter(line -> line.startsWith("E09"))
                .map(line -> line.split(",")[1])
                .toList();
        WorkbookXml file = written(Packs.commissioning(ofHackney()), "map.xlsx");
        assertThat(file.cells(file.sheets().get("Tile map of London")).values().stream()
                        .filter(text -> text.contains("\n"))
                        .map(text -> text.substring(0, text.indexOf('\n'))))
                .containsExactlyInAnyOrderElementsOf(councils);
    }

    /** Returns the fixture's inputs for a council that is on the tile map. */
    private static PackInputs ofHackney() {
        PackInputs inputs = PackFixture.inputs();
        return new PackInputs(
                "Hackney",
                inputs.areas(),
                inputs.region(),
                inputs.asAt(),
                inputs.tables(),
                inputs.measures(),
                inputs.sources(),
                inputs.disclosureRule(),
                inputs.classification(),
                inputs.contact(),
                inputs.milestones(),
                inputs.targetDays(),
                inputs.intentions(),
                inputs.runNotes(),
                List.of());
    }

    @Test
    void same_inputs_give_the_same_bytes() throws IOException {
        written(Packs.commissioning(PackFixture.inputs()), "one.xlsx");
        written(Packs.commissioning(PackFixture.inputs()), "other.xlsx");
        assertThat(folder.resolve("other.xlsx")).hasSameBinaryContentAs(folder.resolve("one.xlsx"));
    }

    @Test
    void file_name_contains_the_as_at_date() {
        assertThat(Packs.MARKET_POSITION.fileName(PackFixture.AS_AT)).isEqualTo("market-position-pack-2025-06-30.xlsx");
    }

    /** Checks that every number in a chart equals the number in the cell that its series refers to. */
    private static void assertDrawnFrom(ChartSheet chart, Element xml, Map<String, String> cells, Table table) {
        List<Element> series = WorkbookXml.all(xml, "ser");
        assertThat(series).hasSameSizeAs(chart.chart().series());
        for (Element one : series) {
            Element values = WorkbookXml.all(one, "val").get(0);
            String reference =
                    WorkbookXml.all(values, "f").get(0).getTextContent().replace("$", "");
            assertThat(reference).startsWith("'" + chart.tableSheet() + "'!");
            String[] ends = reference.substring(reference.indexOf('!') + 1).split(":");
            String column = ends[0].replaceAll("\\d", "");
            int first = Integer.parseInt(ends[0].replaceAll("\\D", ""));
            assertThat(Integer.parseInt(ends[1].replaceAll("\\D", "")) - first + 1)
                    .isEqualTo(table.rows().size());
            for (Element point : WorkbookXml.all(values, "pt")) {
                String cell = cells.get(column + (first + Integer.parseInt(point.getAttribute("idx"))));
                assertThat(new BigDecimal(point.getTextContent())).isEqualByComparingTo(new BigDecimal(cell));
            }
            assertThat(cells).doesNotContainKey("A" + (first + table.rows().size()));
        }
    }

    private static void compare(Table table, List<Row> rows) {
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < table.columns().size(); c++) {
                Object expected = table.rows().get(r).get(c);
                var cell = rows.get(r).getCell(c);
                if (expected instanceof Number number) {
                    boolean percent = table.columns().get(c).kind() == Column.Kind.PERCENT;
                    assertThat(cell.getType()).isEqualTo(CellType.NUMBER);
                    assertThat(cell.asNumber().doubleValue()).isEqualTo(number.doubleValue() / (percent ? 100 : 1));
                } else if (expected instanceof java.time.LocalDate date) {
                    assertThat(cell.asDate().toLocalDate()).isEqualTo(date);
                } else {
                    assertThat(cell.asString()).isEqualTo(expected.toString());
                }
            }
        }
    }

    private WorkbookXml written(Workbook workbook, String name) throws IOException {
        Path file = folder.resolve(name);
        new WorkbookWriter().write(workbook, file);
        return WorkbookXml.read(file);
    }

    private static List<String> names(Workbook workbook) {
        return workbook.sheets().stream().map(Sheet::name).toList();
    }

    private static TableSheet table(Workbook workbook, String name) {
        return workbook.sheets().stream()
                .filter(sheet -> sheet.name().equals(name))
                .map(TableSheet.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> messages(Workbook workbook) {
        return workbook.sheets().stream()
                .filter(sheet -> sheet.name().equals("Key messages"))
                .map(TextSheet.class::cast)
                .flatMap(sheet -> sheet.lines().stream())
                .map(TextSheet.Line::text)
                .toList();
    }
}
