package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import marketshaping.input.source.OdsFile;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.LakeReader;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that one small council gives the same tables from every file format that councils supply. */
class FormatsTest {
    private static final Map<String, String> COUNCIL = Map.of(
            "placements",
            """
            placement_id;person_id;date_of_birth;primary_support_reason;setting;start_date;end_date;provider_name;placement_local_authority;contract_id;unit_cost;cost_frequency;host_authority_notified
            00123;P1;1940-05-01;Physical support – Personal care support;Residential care;2025-01-14;;Café House;Essex;K1;1250.5;Weekly;TRUE
            L2;P2;1990-02-28;Mental health support;Supported living;2025-05-10;;Birch & Co;Hackney;K2;900;Weekly;FALSE
            L3;P3;;Learning disability support;Home care;2024-10-01;2025-03-31;;;K1;20.25;Weekly;
            L4;;1955-08-01;Mental health support;Home care;2024-10-01;;;;K1;20;Weekly;
            """,
            "contracts",
            """
            contract_id;purchase_route;provider_id;provider_name;framework;lot;start_date;end_date;block_places
            K1;Spot;S1;Alder Homes;;;2024-01-01;;
            K2;Framework;S2;Birch Living;Care framework;Lot 1;2024-01-01;2025-09-30;4
            """,
            "brokering",
            """
            case_id;person_id;setting;referral_date;complete_referral_date;sourced_date;status;urgent;offers_sought
            C1;P1;Residential care;2025-01-02;2025-01-03;2025-01-13;Sourced;TRUE;3
            C2;P2;Supported living;2025-05-01;;2025-05-08;Sourced;FALSE;1
            """);

    @TempDir
    private static Path folder;

    private static Map<String, List<String>> expected;

    private interface Format {
        void write(Path folder, String input, List<List<String>> rows) throws IOException;
    }

    @BeforeAll
    static void ingestUtf8Csv() throws IOException {
        expected = ingested("utf-8", (in, input, rows) -> csv(in, input, rows, ",", StandardCharsets.UTF_8));
        assertThat(expected.get("placements")).hasSize(3);
        assertThat(expected.get("quarantine")).hasSize(1);
    }

    @Test
    void windows_csv_with_semicolons_and_titles_gives_same_tables() throws IOException {
        assertThat(ingested("windows", (in, input, rows) -> {
                    List<List<String>> titled = new ArrayList<>(List.of(List.of("Extract of " + input), List.of("")));
                    titled.addAll(rows);
                    csv(in, input, titled, ";", Charset.forName("windows-1252"));
                }))
                .isEqualTo(expected);
    }

    @Test
    void xlsx_workbook_gives_same_tables() throws IOException {
        assertThat(ingested(
                        "xlsx", (in, input, rows) -> workbook(in.resolve(input + ".xlsx"), new XSSFWorkbook(), rows)))
                .isEqualTo(expected);
    }

    @Test
    void xls_workbook_gives_same_tables() throws IOException {
        assertThat(ingested("xls", (in, input, rows) -> workbook(in.resolve(input + ".xls"), new HSSFWorkbook(), rows)))
                .isEqualTo(expected);
    }

    @Test
    void ods_workbook_gives_same_tables() throws IOException {
        assertThat(ingested("ods", FormatsTest::openDocument)).isEqualTo(expected);
    }

    /** Ingests the council in one format and returns the sorted rows by table. */
    private static Map<String, List<String>> ingested(String name, Format format) throws IOException {
        Path in = Files.createDirectories(folder.resolve(name));
        for (Map.Entry<String, String> input : COUNCIL.entrySet()) {
            List<List<String>> rows = input.getValue()
                    .lines()
                    .map(line -> List.of(line.split(";", -1)))
                    .toList();
            format.write(in, input.getKey(), rows);
        }
        Path lake = folder.resolve("lake-" + name);
        CommandCall done = CommandCall.run("ingest", "--sample", "--input", in.toString(), "--lake", lake.toString());
        assertThat(done.exitCode()).as(done.err()).isZero();
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : List.of("placements", "contracts", "brokering")) {
            tables.put(table, rows(new LakeReader(lake).table(table).collectAsList()));
        }
        // The file name differs between formats, and titles shift the row number.
        tables.put(
                "quarantine",
                rows(new LakeReader(lake)
                        .table("quarantine")
                        .select("input", "rules", "text")
                        .collectAsList()));
        return tables;
    }

    private static List<String> rows(List<Row> rows) {
        return rows.stream().map(Row::toString).sorted().toList();
    }

    private static void csv(Path in, String input, List<List<String>> rows, String separator, Charset charset)
            throws IOException {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(String.join(separator, row)).append("\r\n"));
        Files.writeString(in.resolve(input + ".csv"), text, charset);
    }

    private static boolean isDay(String value) {
        return value.matches("\\d{4}-\\d{2}-\\d{2}");
    }

    private static boolean isNumber(String value) {
        return value.matches("[1-9]\\d*(\\.\\d+)?");
    }

    private static void workbook(Path file, Workbook workbook, List<List<String>> rows) throws IOException {
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
            var sheet = workbook.createSheet("Extract");
            for (int i = 0; i < rows.size(); i++) {
                var target = sheet.createRow(i);
                for (int j = 0; j < rows.get(i).size(); j++) {
                    fill(target.createCell(j), rows.get(i).get(j), day);
                }
            }
            workbook.write(out);
        }
    }

    private static void fill(Cell cell, String value, CellStyle day) {
        if (isDay(value)) {
            cell.setCellValue(LocalDate.parse(value));
            cell.setCellStyle(day);
        } else if (isNumber(value)) {
            cell.setCellValue(Double.parseDouble(value));
        } else if (value.equals("TRUE") || value.equals("FALSE")) {
            cell.setCellValue(value.equals("TRUE"));
        } else {
            cell.setCellValue(value);
        }
    }

    private static void openDocument(Path in, String input, List<List<String>> rows) throws IOException {
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            table.append("<table:table-row>");
            for (String value : row) {
                String kind = isDay(value)
                        ? "office:value-type=\"date\" office:date-value=\"" + value + "\""
                        : isNumber(value)
                                ? "office:value-type=\"float\" office:value=\"" + value + "\""
                                : "office:value-type=\"string\"";
                table.append("<table:table-cell ")
                        .append(kind)
                        .append("><text:p>")
                        .append(value.replace("&", "&amp;"))
                        .append("</text:p></table:table-cell>");
            }
            table.append("</table:table-row>");
        }
        OdsFile.write(in.resolve(input + ".ods"), OdsFile.sheet(table.toString()));
    }
}
