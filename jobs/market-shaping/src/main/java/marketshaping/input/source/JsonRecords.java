package marketshaping.input.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
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
import marketshaping.model.problem.Problems;

/**
 * Reads a JSON file as a table. Every object in a list is a row; the member names in order of appearance are the
 * header. Scalar members of the objects around the list are added to each of its rows, unless the row has the same
 * member. Lists and objects within a row are ignored; null is an empty cell.
 *
 * <p>It reads the file twice. The first pass collects the column names, and the members of the objects around the
 * lists. Both stay in memory.
 */
final class JsonRecords implements TableReader {
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
    private final Set<String> columns = new LinkedHashSet<>();
    /**
     * The scalar members of each object that contains a list of rows. The key is the number of the object in the file,
     * from 0.
     */
    private final Map<Integer, Map<String, String>> surroundings = new HashMap<>();

    JsonRecords(Path file) {
        this.file = file;
    }

    @Override
    public List<String> sheets() {
        return List.of();
    }

    @Override
    public void copyTo(StagedText copy) throws IOException {
        walk(new Columns());
        if (columns.isEmpty()) {
            throw Problems.jsonWithoutTable(file);
        }
        copy.add(List.copyOf(columns));
        walk(new Rows(copy));
    }

    private void walk(Pass pass) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = JSON.createParser(Encoding.UTF_8.reader(Encoding.inUtf8(in)))) {
            try {
                while (parser.nextToken() != null) {
                    pass.value(parser);
                }
            } catch (JsonProcessingException e) {
                JsonLocation place = Objects.requireNonNullElse(e.getLocation(), parser.currentLocation());
                throw Problems.jsonBroken(file, place.getLineNr(), place.getColumnNr());
            }
        }
    }

    @Override
    public void close() {
        // Each pass closes the file that it opened.
    }

    /** An object that is not a row, with its members read so far. */
    private record Surrounding(int number, Map<String, String> members) {}

    /** One reading of the file from start to end. */
    private abstract class Pass {
        /** The objects that enclose the current position, outermost first. */
        final Deque<Surrounding> around = new ArrayDeque<>();

        private int objects;

        abstract void row(Map<String, String> row);

        abstract void end(Surrounding object);

        /** Reads the current value, which is not in a list. */
        final void value(JsonParser parser) throws IOException {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                list(parser);
            } else if (parser.currentToken() == JsonToken.START_OBJECT) {
                Surrounding object = new Surrounding(objects++, new LinkedHashMap<>());
                around.addLast(object);
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    if (!scalar(parser, object.members())) {
                        value(parser);
                    }
                }
                around.removeLast();
                end(object);
            }
        }

        private void list(JsonParser parser) throws IOException {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    list(parser);
                } else if (parser.currentToken() == JsonToken.START_OBJECT) {
                    Map<String, String> row = new LinkedHashMap<>();
                    while (parser.nextToken() != JsonToken.END_OBJECT) {
                        if (!scalar(parser, row)) {
                            parser.skipChildren();
                        }
                    }
                    row(row);
                }
            }
        }

        /** Reads the current member and returns true if it is a scalar. */
        private boolean scalar(JsonParser parser, Map<String, String> members) throws IOException {
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

    private void mustBeFew(Set<String> names) {
        if (names.size() > Limits.COLUMNS) {
            throw Problems.tooManyColumns(file, 1, Limits.COLUMNS);
        }
    }

    private final class Columns extends Pass {
        private final Set<Integer> withRows = new HashSet<>();
        private long size;

        @Override
        void row(Map<String, String> row) {
            for (Surrounding object : around) {
                withRows.add(object.number());
                columns.addAll(object.members().keySet());
            }
            columns.addAll(row.keySet());
            mustBeFew(columns);
        }

        @Override
        void end(Surrounding object) {
            if (withRows.remove(object.number())) {
                columns.addAll(object.members().keySet());
                mustBeFew(columns);
                surroundings.put(object.number(), object.members());
                object.members().forEach((name, text) -> size += name.length() + text.length() + Limits.TEXT_OVERHEAD);
                if (size > Limits.SHARED_TEXT_CHARACTERS) {
                    throw Problems.jsonTooLarge(file);
                }
            }
        }
    }

    private final class Rows extends Pass {
        private final StagedText copy;

        Rows(StagedText copy) {
            this.copy = copy;
        }

        @Override
        void row(Map<String, String> row) {
            Map<String, String> whole = new HashMap<>();
            around.forEach(object -> whole.putAll(surroundings.getOrDefault(object.number(), Map.of())));
            whole.putAll(row);
            copy.add(columns.stream()
                    .map(column -> whole.getOrDefault(column, ""))
                    .toList());
        }

        @Override
        void end(Surrounding object) {
            // The first pass has already stored the members of the object.
        }
    }
}
