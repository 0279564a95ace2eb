package marketshaping.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import marketshaping.testkit.ExcelFiles;

/**
 * The tables of a brokerage service as text: a header, then one line per row, with cells separated by {@code |}. The
 * column {@code week} contains seven costs separated by spaces, {@code -} for none, and becomes one column per weekday.
 */
record BrokerageExport(Map<String, String> tables) {
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    BrokerageExport with(String table, String text) {
        Map<String, String> changed = new LinkedHashMap<>(tables);
        changed.put(table, text);
        return new BrokerageExport(changed);
    }

    BrokerageExport without(String... names) {
        Map<String, String> changed = new LinkedHashMap<>(tables);
        changed.keySet().removeAll(List.of(names));
        return new BrokerageExport(changed);
    }

    void writeCsv(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String table : tables.keySet()) {
            String csv = rows(table).stream()
                    .map(row -> row.stream()
                            .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining(",")))
                    // A spreadsheet exports an empty row as a line of separators.
                    .collect(Collectors.joining(
                            "\n", "", "\n" + ",".repeat(rows(table).get(0).size() - 1) + "\n"));
            Files.writeString(folder.resolve(table + ".csv"), csv);
        }
    }

    /** Writes one workbook per table, with the column names that the service's own code uses. */
    void writeWorkbooks(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String table : tables.keySet()) {
            List<List<String>> rows = new ArrayList<>(rows(table));
            rows.set(0, rows.get(0).stream().map(BrokerageExport::pascalCase).toList());
            ExcelFiles.write(folder.resolve(pascalCase(table) + ".xlsx"), "Export", rows);
        }
    }

    private static String pascalCase(String name) {
        return Arrays.stream(name.split("_"))
                .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private List<List<String>> rows(String table) {
        List<List<String>> lines = tables.get(table)
                .lines()
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
        int week = lines.get(0).indexOf("week");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<String> row = new ArrayList<>(lines.get(i));
            if (week >= 0) {
                row.addAll(i == 0 ? DAYS : days(row.get(week)));
                row.remove(week);
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> days(String week) {
        return week.isEmpty()
                ? DAYS.stream().map(day -> "").toList()
                : Arrays.stream(week.split(" "))
                        .map(cost -> cost.equals("-") ? "" : "{\"Cost\": %s, \"Quantity\": 2.75}".formatted(cost))
                        .toList();
    }
}
