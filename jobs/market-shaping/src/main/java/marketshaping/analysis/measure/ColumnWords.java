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

/** What the columns of the measures hold, in words: the dictionary of the tables. */
public final class ColumnWords {
    private static final String YEAR_BEFORE = "_year_before";
    private static final Properties WORDS = read();

    private ColumnWords() {}

    /** The words for the column of the measure; where the dictionary has none, what kind of figure it is. */
    public static String of(Measure measure, Column column) {
        String name = column.name();
        return known(measure, name)
                .or(() -> name.endsWith(YEAR_BEFORE)
                        ? known(measure, name.substring(0, name.length() - YEAR_BEFORE.length()))
                                .map(words -> "a year before: " + words)
                        : Optional.empty())
                .orElseGet(() -> kind(column.kind()));
    }

    /** The names in the dictionary, with the measure before them where they are about one alone. */
    static Stream<String> names() {
        return WORDS.stringPropertyNames().stream().sorted();
    }

    private static Optional<String> known(Measure measure, String name) {
        return Optional.ofNullable(WORDS.getProperty(measure.id() + "." + name, WORDS.getProperty(name)));
    }

    private static String kind(Column.Kind kind) {
        return switch (kind) {
            case DIMENSION -> "what the row is about";
            case COUNT -> "a count of people, placements or cases";
            case COUNT_OF_THINGS -> "a count of things";
            case PERCENT -> "a percentage, 0 to 100";
            case MONEY -> "pounds, exact";
            case DAYS -> "days";
            case NUMBER -> "a number";
            case MIXED -> "people, pounds or things";
            case DATE -> "a date";
            case TEXT -> "words";
        };
    }

    private static Properties read() {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                ColumnWords.class.getResourceAsStream("columns.properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
