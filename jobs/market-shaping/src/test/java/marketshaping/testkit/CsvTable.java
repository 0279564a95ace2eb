package marketshaping.testkit;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV table that a run wrote, read as a user reads it. */
public record CsvTable(List<String> header, List<Map<String, String>> rows) {

    public static CsvTable read(Path packs, String table) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setLineSeparator("\n");
        settings.setNullValue("");
        settings.setMaxCharsPerColumn(-1);
        List<String[]> lines =
                new CsvParser(settings).parseAll(packs.resolve(table + ".csv").toFile(), StandardCharsets.UTF_8);
        List<String> header = Arrays.asList(lines.get(0));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String[] line : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < line.length; i++) {
                row.put(header.get(i), line[i]);
            }
            rows.add(row);
        }
        return new CsvTable(header, rows);
    }

    /** Returns a cell of the only row that meets all conditions, each given as {@code column=value}. */
    public String cell(String column, String... where) {
        List<Map<String, String>> found = rows.stream()
                .filter(row -> Arrays.stream(where).allMatch(condition -> {
                    String[] parts = condition.split("=", 2);
                    return parts[1].equals(row.get(parts[0]));
                }))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(
                    "%d rows instead of one meet the conditions %s".formatted(found.size(), Arrays.toString(where)));
        }
        return found.get(0).get(column);
    }
}
