package marketshaping.model.table;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
            return rows.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
