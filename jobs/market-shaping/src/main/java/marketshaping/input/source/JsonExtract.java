package marketshaping.input.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import marketshaping.model.problem.Problems;
import org.apache.commons.io.function.IOSupplier;

/**
 * A JSON file as a table. Every object in a list is a row; the member names in order of appearance are the header, row
 * 1. Scalar members of the objects around the list are added to each of its rows, unless the row has the same
 * member. Lists and objects within a row are ignored; null is an empty cell. The whole file is in memory.
 */
final class JsonExtract implements ExtractFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Path file;
    private final Encoding encoding;
    private final List<JsonNode> values = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();

    JsonExtract(Path file, IOSupplier<InputStream> bytes) throws IOException {
        this.file = file;
        encoding = Encoding.marked(bytes);
        JsonParser parser = JSON.createParser(
                encoding.open(() -> Limits.bounded(bytes.get(), Limits.TREE_BYTES, () -> Problems.jsonTooLarge(file))));
        try (parser) {
            for (JsonNode value = JSON.readTree(parser); value != null; value = JSON.readTree(parser)) {
                values.add(value);
            }
        } catch (JsonProcessingException e) {
            JsonLocation place = Objects.requireNonNullElse(e.getLocation(), parser.currentLocation());
            throw Problems.jsonBroken(file, place.getLineNr(), place.getColumnNr());
        }
        rows().forEach(row -> {
            columns.addAll(row.keySet());
            if (columns.size() > Limits.COLUMNS) {
                throw Problems.tooManyColumns(file, 1, Limits.COLUMNS);
            }
        });
        if (columns.isEmpty()) {
            throw Problems.jsonWithoutTable(file);
        }
    }

    @Override
    public ReadAs readAs() {
        return new ReadAs("JSON", encoding.label, "");
    }

    @Override
    public long read(ExtractTable table, RowConsumer consumer) {
        Map<String, String> header = new LinkedHashMap<>();
        columns.forEach(column -> header.put(column, column));
        long number = 0;
        boolean isWanted = true;
        Iterator<Map<String, String>> all =
                Stream.concat(Stream.of(header), rows()).iterator();
        while (isWanted && all.hasNext()) {
            Map<String, String> row = all.next();
            List<String> cells = CellText.upToLast(columns.stream()
                    .map(column -> CellText.clean(row.getOrDefault(column, "")))
                    .toList());
            number++;
            if (cells.stream().anyMatch(cell -> cell.length() > Limits.CELL_BYTES)) {
                throw Problems.cellTooLong(file, number, Limits.CELL_BYTES);
            }
            isWanted = cells.isEmpty() || consumer.accept(SourceRow.ofText(number, cells));
        }
        return number;
    }

    private Stream<Map<String, String>> rows() {
        return values.stream().flatMap(value -> rows(value, Map.of()));
    }

    /** Returns the members of the rows in a value, including the given members of the objects around it. */
    private static Stream<Map<String, String>> rows(JsonNode value, Map<String, String> around) {
        Map<String, String> members = value.isObject() ? members(value, around) : around;
        return value.valueStream()
                .flatMap(child ->
                        value.isArray() && child.isObject() ? Stream.of(members(child, around)) : rows(child, members));
    }

    private static Map<String, String> members(JsonNode object, Map<String, String> around) {
        Map<String, String> members = new LinkedHashMap<>(around);
        object.properties().stream()
                .filter(member -> member.getValue().isValueNode())
                .forEach(member -> members.put(member.getKey(), text(member.getValue())));
        return members;
    }

    private static String text(JsonNode scalar) {
        return scalar.isNull() ? "" : scalar.isBoolean() ? scalar.asText().toUpperCase(Locale.ROOT) : scalar.asText();
    }
}
