package marketshaping.model.table;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the small versioned lists in {@code data/reference}, which are packaged in the jar. */
public final class ReferenceList {

    private ReferenceList() {}

    /** Returns the rows of a list by column name, in file order. An empty cell is an empty string. */
    public static List<Map<String, String>> rows(String list) {
        InputStream in = ReferenceList.class.getResourceAsStream("/reference/" + list + ".csv");
        if (in == null) {
            throw new IllegalArgumentException("There is no reference list " + list);
        }
        CsvParserSettings settings = new CsvParserSettings();
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.getFormat().setLineSeparator("\n");
        List<String[]> lines = new CsvParser(settings).parseAll(in, StandardCharsets.UTF_8);
        String[] header = lines.get(0);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String[] line : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], line[i]);
            }
            rows.add(row);
        }
        return List.copyOf(rows);
    }
}
