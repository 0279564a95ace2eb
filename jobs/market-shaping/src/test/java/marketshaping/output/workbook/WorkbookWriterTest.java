package marketshaping.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import org.apache.poi.util.LocaleUtil;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookWriterTest {
    private static final LocalDate AS_AT = LocalDate.of(2025, 6, 30);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(WorkbookAudience.class)
    void cells_are_written_as_in_the_table(WorkbookAudience profile) throws IOException {
        Table table = new Table(
                "figures",
                "Figures",
                List.of(
                        Column.dimension("setting"),
                        Column.count("people"),
                        Column.percent("share_percent", "", "people"),
                        Column.money("weekly_cost", "£ a week", "people"),
                        Column.days("mean_days", "people"),
                        Column.number("hhi", ""),
                        Column.date("latest"),
                        Column.text("remark")),
                List.of(
                        List.of(
                                "Nursing care",
                                1234L,
                                new BigDecimal("52.25"),
                                new BigDecimal("-1234.56"),
                                9.5,
                                2500L,
                                LocalDate.of(2024, 2, 29),
                                "None"),
                        List.of(
                                "All",
                                0L,
                                100.0,
                                new BigDecimal("0.00"),
                                7L,
                                Shorthand.LOW,
                                Shorthand.NOT_AVAILABLE,
                                "Some"),
                        List.of(
                                "Shared Lives",
                                Shorthand.SUPPRESSED,
                                Shorthand.SUPPRESSED,
                                Shorthand.SUPPRESSED,
                                Shorthand.NOT_APPLICABLE,
                                0.25,
                                LocalDate.of(1899, 12, 31),
                                "")),
                "");
        List<List<Object>> body = body(workbook(profile, table), table);
        assertThat(body)
                .containsExactly(
                        List.of(
                                "Nursing care",
                                1234.0,
                                0.5225,
                                -1234.56,
                                9.5,
                                2500.0,
                                LocalDate.of(2024, 2, 29),
                                "None"),
                        List.of("All", 0.0, 1.0, 0.0, 7.0, "[low]", "[x]", "Some"),
                        List.of("Shared Lives", "[c]", "[c]", "[c]", "[z]", 0.25, "31 Dec 1899", "[z]"));
    }

    @Test
    void unit_is_written_under_the_column_name() throws IOException {
        Table table = tableOf(
                List.of(
                        Column.dimension("host_name"),
                        Column.percent("outside_region_percent", "", ""),
                        Column.money("weekly_cost", "£ a week", ""),
                        Column.days("mean_days", "")),
                List.of("Fleetham", 1L, 2L, 3L));
        assertThat(header(workbook(WorkbookAudience.PUBLISHED, table), table))
                .containsExactly("Host name", "Outside region\n(%)", "Weekly cost\n(£ a week)", "Mean\n(days)");
    }

    @Test
    void columns_for_disclosure_control_are_left_out() throws IOException {
        Table table = tableOf(List.of(Column.dimension("setting"), Column.count("_located")), List.of("All", 5L));
        assertThat(header(workbook(WorkbookAudience.DESK, table), table.visible()))
                .containsExactly("Setting");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+44 20 7946 0000",
                "-2+3",
                "@SUM(A1)",
                "\tindented",
                "Care 🏠 and 👩‍👩‍👧 support",
                "بيت الرعاية",
                "\u202Eright to left",
                "Fish & Chips <b>bold</b> \"quoted\" 'single'",
                "https://example.org/?q=1",
                "'quoted",
                "two\nlines"
            })
    void any_text_stays_text(String text) throws IOException {
        Table table = tableOf(List.of(Column.dimension("provider"), Column.text("remark")), List.of(text, text));
        Workbook workbook = workbook(WorkbookAudience.DESK, table);
        assertThat(body(workbook, table)).containsExactly(List.of(text, text));
        String sheet = part(workbook, "xl/worksheets/sheet2.xml");
        assertThat(sheet).doesNotContain("<f>").doesNotContain("<f ").doesNotContain("example.org");
    }

    @Test
    void text_that_excel_reads_as_an_escape_is_escaped() throws IOException {
        Table table = tableOf(List.of(Column.dimension("provider")), List.of("_x0041_ is no letter, nor is _x41_"));
        assertThat(part(workbook(WorkbookAudience.DESK, table), "xl/sharedStrings.xml"))
                .contains("_x005F_x0041_ is no letter, nor is _x41_");
    }

    @Test
    void text_is_cut_at_the_cell_limit_only() throws IOException {
        String long300 = "ab ".repeat(100).strip();
        Table table = tableOf(List.of(Column.dimension("a"), Column.text("b")), List.of(long300, "x".repeat(40_000)));
        List<Object> row = body(workbook(WorkbookAudience.DESK, table), table).get(0);
        assertThat(row.get(0)).isEqualTo(long300);
        assertThat(row.get(1)).isEqualTo("x".repeat(32_766) + "…");
        Table home = tableOf(List.of(Column.dimension("a")), List.of("x".repeat(32_765) + "🏠🏠"));
        assertThat(body(workbook(WorkbookAudience.DESK, home), home))
                .containsExactly(List.of("x".repeat(32_765) + "…"));
    }

    @Test
    void page_header_is_cut_at_the_excel_limit() throws IOException {
        TextSheet cover = new TextSheet("Cover", "", "Cover", List.of());
        Workbook workbook =
                new Workbook("&".repeat(300), "A", AS_AT, WorkbookAudience.DESK, "OFFICIAL-SENSITIVE", List.of(cover));
        Matcher header =
                Pattern.compile("<oddHeader>(.*)</oddHeader>").matcher(part(workbook, "xl/worksheets/sheet1.xml"));
        assertThat(header.find()).isTrue();
        assertThat(header.group(1).replaceAll("<!.CDATA.|]]>", ""))
                .hasSizeLessThanOrEqualTo(255)
                .endsWith("…&ROFFICIAL-SENSITIVE");
    }

    @Test
    void formula_like_paragraph_stays_text_when_edited() throws IOException {
        TextSheet cover = new TextSheet("Cover", "", "Cover", List.of(new TextSheet.Paragraph("@SUM(1+1)")));
        Workbook workbook = new Workbook("T", "A", AS_AT, WorkbookAudience.DESK, "OFFICIAL", List.of(cover));
        assertThat(part(workbook, "xl/styles.xml")).contains("quotePrefix=\"true\"");
    }

    @Test
    void characters_invalid_in_xml_are_replaced() throws IOException {
        Table table =
                tableOf(List.of(Column.dimension("a"), Column.text("b")), List.of("a\u0000b\u0007c", "half \uD83D"));
        assertThat(body(workbook(WorkbookAudience.DESK, table), table)).containsExactly(List.of("a b c", "half ?"));
    }

    @Test
    void table_without_rows_states_no_rows() throws IOException {
        Table table = new Table(
                "nothing", "Nothing", List.of(Column.dimension("setting"), Column.count("people")), List.of(), "");
        assertThat(body(workbook(WorkbookAudience.PUBLISHED, table), table)).containsExactly(List.of("No rows", "[z]"));
    }

    @Test
    void bytes_are_the_same_in_any_time_zone() throws IOException {
        Table table = tableOf(List.of(Column.dimension("setting"), Column.count("people")), List.of("All", 5L));
        Path one = Files.createDirectories(folder.resolve("one")).resolve("a.xlsx");
        Path other = Files.createDirectories(folder.resolve("other")).resolve("a.xlsx");
        TimeZone before = TimeZone.getDefault();
        try {
            new WorkbookWriter().write(workbook(WorkbookAudience.DESK, table), one);
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            new WorkbookWriter().write(workbook(WorkbookAudience.DESK, table), other);
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(other).hasSameBinaryContentAs(one);
    }

    @Test
    void bytes_are_the_same_in_any_language() throws IOException {
        Table table = tableOf(List.of(Column.dimension("setting"), Column.count("people")), List.of("All", 5L));
        Chart chart = new Chart(
                Chart.Kind.CLUSTERED_BAR,
                "Setting",
                "People",
                "setting",
                List.of(new Chart.Series("people", "People", Chart.Role.FIGURE)));
        List<Sheet> sheets =
                new ArrayList<>(workbook(WorkbookAudience.DESK, table).sheets());
        sheets.add(new ChartSheet("Chart", "Section", "Chart", "A chart", List.of(), "Figures", chart));
        Workbook workbook = new Workbook("T", "Fleetham", AS_AT, WorkbookAudience.DESK, "OFFICIAL", sheets);
        Path one = Files.createDirectories(folder.resolve("one")).resolve("a.xlsx");
        Path other = Files.createDirectories(folder.resolve("other")).resolve("a.xlsx");
        Locale before = Locale.getDefault();
        try {
            new WorkbookWriter().write(workbook, one);
            // POI keeps the locale per thread. Without the reset, the second run would use the first locale.
            LocaleUtil.resetUserLocale();
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            new WorkbookWriter().write(workbook, other);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(other).hasSameBinaryContentAs(one);
    }

    @Test
    void no_other_file_is_left_in_the_folder() throws IOException {
        Table table = tableOf(List.of(Column.dimension("setting")), List.of("All"));
        new WorkbookWriter().write(workbook(WorkbookAudience.DESK, table), folder.resolve("a.xlsx"));
        new WorkbookWriter().write(workbook(WorkbookAudience.DESK, table), folder.resolve("a.xlsx"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("a.xlsx"));
        }
    }

    @Test
    void last_good_file_stays_if_writing_fails() throws IOException {
        Path file = folder.resolve("a.xlsx");
        Files.writeString(file, "the last good file");
        Chart chart = new Chart(Chart.Kind.LINE, "x", "y", "a", List.of());
        Workbook broken = new Workbook(
                "T",
                "A",
                AS_AT,
                WorkbookAudience.DESK,
                "OFFICIAL",
                List.of(new ChartSheet("Chart", "", "Chart", "A chart", List.of(), "No such sheet", chart)));
        assertThatThrownBy(() -> new WorkbookWriter().write(broken, file)).isInstanceOf(RuntimeException.class);
        assertThat(file).hasContent("the last good file");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void duplicate_worksheet_names_are_rejected() {
        TextSheet sheet = new TextSheet("Cover", "", "Cover", List.of());
        TextSheet same = new TextSheet("COVER", "", "Cover", List.of());
        assertThatThrownBy(() -> new Workbook("T", "A", AS_AT, WorkbookAudience.DESK, "", List.of(sheet, same)))
                .hasMessage("Two worksheets have the name 'COVER'; names must be unique");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "what?", "[x]", "'a", "a name that is longer than thirty-one"})
    void worksheet_names_invalid_in_excel_are_rejected(String name) {
        TextSheet sheet = new TextSheet(name, "", "Title", List.of());
        assertThatThrownBy(() -> new Workbook("T", "A", AS_AT, WorkbookAudience.DESK, "", List.of(sheet)))
                .hasMessageStartingWith("Worksheet name '%s' is empty, over 31 characters".formatted(name));
    }

    private static Table tableOf(List<Column> columns, List<Object> row) {
        return new Table("table", "Table", columns, List.of(row), "");
    }

    private static Workbook workbook(WorkbookAudience profile, Table table) {
        return new Workbook(
                "A & B",
                "Fleetham",
                AS_AT,
                profile,
                "OFFICIAL",
                List.of(
                        new ContentsSheet(),
                        new TableSheet(
                                "Figures", "Section", "Figures", "It contains figures.", List.of(), table, List.of())));
    }

    private List<String> header(Workbook workbook, Table table) throws IOException {
        return rows(workbook).get(rows(workbook).size() - table.rows().size() - 1).stream()
                .map(Object::toString)
                .toList();
    }

    /** Returns the last rows of the worksheet, one per table row but at least one. */
    private List<List<Object>> body(Workbook workbook, Table table) throws IOException {
        List<List<Object>> rows = rows(workbook);
        return rows.subList(rows.size() - Math.max(1, table.rows().size()), rows.size());
    }

    private List<List<Object>> rows(Workbook workbook) throws IOException {
        Path file = folder.resolve("written.xlsx");
        new WorkbookWriter().write(workbook, file);
        List<List<Object>> rows = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook read = new ReadableWorkbook(in)) {
            for (Row row : read.findSheet("Figures").orElseThrow().read()) {
                rows.add(row.stream().map(WorkbookWriterTest::value).toList());
            }
        }
        return rows;
    }

    private static Object value(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.asString();
        }
        return "d mmm yyyy".equals(cell.getDataFormatString())
                        || cell.getRawValue().matches("4\\d{4}(\\.0)?")
                ? cell.asDate().toLocalDate()
                : (Object) cell.asNumber().doubleValue();
    }

    private String part(Workbook workbook, String name) throws IOException {
        Path file = folder.resolve("written.xlsx");
        new WorkbookWriter().write(workbook, file);
        try (var zip = java.nio.file.FileSystems.newFileSystem(file, Map.of())) {
            return Files.readString(zip.getPath(name));
        }
    }
}
