package marketshaping.input.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.Problems;

/**
 * A JSON file as a table. Every object in a list is a row; the member names in order of appearance are the header, which
 * is row 1. Scalar members of the objects around the list are added to each of its rows, unless the row has the same
 * member. Lists and objects within a row are ignored; null is an empty cell.
 *
 * <p>It reads the file when it is opened, for the column names and the members of the objects around the lists. Both stay
 * in memory. Each reading of the rows reads the file again.
 */
final class JsonExtract implements ExtractFile {
    private static final int DEEPEST = 64;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Limits.CELL_BYTES)
                    .maxNameLength(Limits.CELL_BYTES)
                    .build())
            .build();

    private final Path file;
    private final ByteSource bytes;
    private final Encoding encoding;
    private final Set<String> columns = new LinkedHashSet<>();
    /** The scalar members of each object around rows, by the number of the object in the file, from 0. */
    private final Map<Integer, Map<String, String>> surroundings = new HashMap<>();

    JsonExtract(Path file, ByteSource bytes) throws IOException {
        this.file = file;
        this.bytes = bytes;
        encoding = Encoding.marked(bytes);
        walk((row, around) -> {
            around.forEach(object -> addColumns(object.members()));
            addColumns(row);
            return true;
        });
        if (columns.isEmpty()) {
            throw Problems.jsonWithoutTable(file);
        }
    }

    private void addColumns(Map<String, String> members) {
        columns.addAll(members.keySet());
        mustBeFew(columns);
    }

    @Override
    public List<ExtractTable> tables() {
        return List.of(new ExtractTable(0, "", true));
    }

    @Override
    public ReadAs readAs() {
        return new ReadAs("JSON", encoding.label(), "");
    }

    @Override
    public long read(ExtractTable table, RowConsumer rows) throws IOException {
        Numbered numbered = new Numbered(rows, Limits.inflated(Files.size(file)));
        if (numbered.pass(columns.stream().map(CellText::clean).toList())) {
            walk((row, around) -> {
                Map<String, String> whole = new HashMap<>();
                around.forEach(object -> whole.putAll(surroundings.getOrDefault(object.number(), Map.of())));
                whole.putAll(row);
                return numbered.pass(columns.stream()
                        .map(column -> CellText.clean(whole.getOrDefault(column, "")))
                        .toList());
            });
        }
        return numbered.number;
    }

    private void walk(Row rows) throws IOException {
        try (JsonParser parser = JSON.createParser(encoding.open(bytes))) {
            Walk walk = new Walk(parser, rows);
            try {
                while (!walk.stopped && parser.nextToken() != null) {
                    walk.value();
                }
            } catch (JsonProcessingException e) {
                JsonLocation place = Objects.requireNonNullElse(e.getLocation(), parser.currentLocation());
                throw Problems.jsonBroken(file, place.getLineNr(), place.getColumnNr());
            }
        }
    }

    private void mustBeFew(Set<String> names) {
        if (names.size() > Limits.COLUMNS) {
            throw Problems.tooManyColumns(file, 1, Limits.COLUMNS);
        }
    }

    @Override
    public List<Finding> findings() {
        return List.of();
    }

    @Override
    public void close() {
        // Each reading closes the stream that it opened.
    }

    /** An object that is not a row, with its members read so far. */
    private record Surrounding(int number, Map<String, String> members) {}

    /** Takes a row and the objects around it, outermost first. Returns false to stop. */
    private interface Row {
        boolean accept(Map<String, String> row, Deque<Surrounding> around);
    }

    /** One reading of the file from start to end, or until a row stops it. */
    private final class Walk {
        private final JsonParser parser;
        private final Row rows;
        private final Deque<Surrounding> around = new ArrayDeque<>();
        private final Set<Integer> withRows = new HashSet<>();
        private int objects;
        private long size;
        private boolean stopped;

        Walk(JsonParser parser, Row rows) {
            this.parser = parser;
            this.rows = rows;
        }

        /** Reads the current value, which is not in a list. */
        void value() throws IOException {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                list();
            } else if (parser.currentToken() == JsonToken.START_OBJECT) {
                Surrounding object = new Surrounding(objects++, new LinkedHashMap<>());
                around.addLast(object);
                while (!stopped && parser.nextToken() != JsonToken.END_OBJECT) {
                    if (!scalar(object.members())) {
                        value();
                    }
                }
                around.removeLast();
                end(object);
            }
        }

        private void list() throws IOException {
            while (!stopped && parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    list();
                } else if (parser.currentToken() == JsonToken.START_OBJECT) {
                    Map<String, String> row = new LinkedHashMap<>();
                    while (parser.nextToken() != JsonToken.END_OBJECT) {
                        if (!scalar(row)) {
                            parser.skipChildren();
                        }
                    }
                    around.forEach(object -> withRows.add(object.number()));
                    stopped = !rows.accept(row, around);
                }
            }
        }

        /** Keeps the members of an object around rows. Members after its list also belong to the rows before them. */
        private void end(Surrounding object) {
            if (!stopped && withRows.remove(object.number()) && !surroundings.containsKey(object.number())) {
                addColumns(object.members());
                surroundings.put(object.number(), object.members());
                object.members().forEach((name, text) -> size += name.length() + text.length() + Limits.TEXT_OVERHEAD);
                if (size > Limits.SHARED_TEXT_CHARACTERS) {
                    throw Problems.jsonTooLarge(file);
                }
            }
        }

        /** Reads the current member and returns true if it is a scalar. */
        private boolean scalar(Map<String, String> members) throws IOException {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!value.isScalarValue()) {
                return false;
            }
            members.put(
                    name,
                    switch (value) {
                        case VALUE_NULL -> "";
                        case VALUE_TRUE -> "TRUE";
                        case VALUE_FALSE -> "FALSE";
                        default -> parser.getText();
                    });
            mustBeFew(members.keySet());
            return true;
        }
    }

    /** Numbers the rows and limits their size. Members of an object around many rows count for each of them. */
    private final class Numbered {
        private final RowConsumer rows;
        private long charactersLeft;
        private long number;

        Numbered(RowConsumer rows, long mostCharacters) {
            this.rows = rows;
            charactersLeft = mostCharacters;
        }

        boolean pass(List<String> cells) {
            number++;
            charactersLeft -= cells.stream().mapToLong(String::length).sum() + cells.size();
            if (charactersLeft < 0) {
                throw Problems.archiveTooLarge(file);
            }
            List<String> withText = CellText.upToLast(cells);
            return withText.isEmpty() || rows.accept(SourceRow.ofText(number, withText));
        }
    }
}
