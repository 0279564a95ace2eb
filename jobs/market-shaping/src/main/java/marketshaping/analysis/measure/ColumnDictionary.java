package marketshaping.analysis.measure;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import marketshaping.model.table.Column;

/** Data dictionary: a description of every column of the measures, from {@code columns.properties}. */
public final class ColumnDictionary {
    private static final String YEAR_BEFORE = "_year_before";
    private static final Properties WORDS = read();

    private ColumnDictionary() {}

    /**
     * Returns the description of a measure's column, or of its kind of figure if the dictionary has no entry for the
     * column.
     */
    public static String of(Measure measure, Column column) {
        String name = column.name();
        return known(measure, name)
                .or(() -> name.endsWith(YEAR_BEFORE)
                        ? known(measure, name.substring(0, name.length() - YEAR_BEFORE.length()))
                                .map(words -> "a year before: " + words)
                        : Optional.empty())
                .orElseGet(() -> kind(column.kind()));
    }

    /**
     * Returns the keys of the dictionary, sorted. The key of a description for one measure only is {@code
     * measure.column}.
     */
    static Stream<String> names() {
        return WORDS.stringPropertyNames().stream().sorted();
    }

    private static Optional<String> known(Measure measure, String name) {
        return Optional.ofNullable(WORDS.getProperty(measure.id() + "." + name, WORDS.getProperty(name)));
    }

    private static String kind(Column.Kind kind) {
        return switch (kind) {
            case DIMENSION -> "category of the row";
            case COUNT -> "a count of people, placements or cases";
            case COUNT_OF_THINGS -> "a count of items other than people";
            case PERCENT -> "a percentage, 0 to 100";
            case MONEY -> "an amount in pounds";
            case DAYS -> "a number of days";
            case NUMBER -> "a number";
            case MIXED -> "people, pounds or items, depending on the row";
            case DATE -> "a date";
            case TEXT -> "text";
        };
    }

    private static Properties read() {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                ColumnDictionary.class.getResourceAsStream("columns.properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
