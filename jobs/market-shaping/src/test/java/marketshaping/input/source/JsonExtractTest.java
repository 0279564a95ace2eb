package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import marketshaping.model.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests reading JSON files as tables. */
class JsonExtractTest {
    private static final String HOLIDAYS =
            """
            {
              "england-and-wales": {
                "division": "england-and-wales",
                "events": [
                  {"title": "New Year’s Day", "date": "2012-01-02", "notes": "Substitute day", "bunting": true},
                  {"title": "Good Friday", "date": "2012-04-06", "notes": "", "bunting": false}
                ]
              },
              "scotland": {
                "events": [{"title": "2nd January", "date": "2012-01-03", "extra": null}],
                "division": "scotland"
              }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void published_bank_holidays_are_read() throws IOException {
        ExtractRows rows = rows(HOLIDAYS);

        assertThat(rows.readAs()).isEqualTo(new ExtractFile.ReadAs("JSON", "UTF-8", ""));
        assertThat(rows.numbers()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(rows.cells())
                .containsExactly(
                        List.of("division", "title", "date", "notes", "bunting", "extra"),
                        List.of("england-and-wales", "New Year’s Day", "2012-01-02", "Substitute day", "TRUE"),
                        List.of("england-and-wales", "Good Friday", "2012-04-06", "", "FALSE"),
                        List.of("scotland", "2nd January", "2012-01-03"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    [{"a":1.50},{"b":"x"}]                             | a,b;1.50;,x
                    {"year":2026,"rows":[{"a":1,"year":2025},{"a":2}]} | year,a;2025,1;2026,2
                    {"rows":[{"a":1}],"year":2026}                     | year,a;2026,1
                    {"meta":{"version":3},"rows":[{"a":1}]}            | a;1
                    {"rows":[]}{"rows":[{"a":1}]}                      | a;1
                    [[{"a":1}],[{"a":2}]]                              | a;1;2
                    [{"a":1,"in":{"b":2},"list":[{"c":3}],"d":4}]      | a,d;1,4
                    [{"a":"two\\nlines, \\"x\\""}]                     | a;two lines, "x"
                    """)
    void each_object_in_a_list_becomes_a_row(String json, String lines) throws IOException {
        List<String> read = rows(json).cells().stream()
                .map(cells -> String.join(",", cells))
                .toList();

        assertThat(read).containsExactly(lines.split(";"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void text_with_a_byte_order_mark_is_decoded(String charset) throws IOException {
        Path file = Files.writeString(
                folder.resolve("placements.json"), "\ufeff[{\"name\":\"Zoë\"}]", Charset.forName(charset));

        assertThat(ExtractRows.of(file).cells()).containsExactly(List.of("name"), List.of("Zoë"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    [{"a":1},\\n {"a":}]              | line 2, column 7
                    [{"a":1},\\n {"a":2}              | line 2
                    [{"a":1,\\n"a":2}]                | line 2
                    {"a":1\\n,"b":[{"c":NaN}]}        | line 2
                    {}                                | no list of objects
                    "text"                            | no list of objects
                    [1,2,3]                           | no list of objects
                    id,name\\nP1,Oak                  | line 1
                    <html><body>Log in</body></html>  | a web page
                    """)
    void broken_json_is_refused_with_its_location(String json, String reason) throws IOException {
        assertRefused(json.translateEscapes(), reason);
    }

    @Test
    void json_above_a_limit_is_refused() throws IOException {
        StringBuilder wide = new StringBuilder("[{\"a\":1");
        for (int i = 0; i < 3_000; i++) {
            wide.append(",\"k").append(i).append("\":1");
        }

        assertRefused(wide + "}]", "2000 columns");
        assertRefused("[{\"a\":\"" + "x".repeat(1_000_000) + "\"}]", "row 2: a cell is longer");
        assertRefused("[".repeat(100_000), "line 1");
        assertRefused("[" + " ".repeat(65 * 1024 * 1024) + "]", "larger than 64 MB");
    }

    @Test
    void bytes_that_are_not_text_are_refused() throws IOException {
        Path file = Files.write(
                folder.resolve("placements.json"), "[{\"a\":\"Zoë\"}]".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> ExtractRows.of(file))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("not valid text");
    }

    @Test
    void damaged_file_is_refused_or_read() throws IOException {
        byte[] whole = HOLIDAYS.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(23);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = Arrays.copyOf(whole, whole.length - random.nextInt(3));
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                ExtractRows.of(Files.write(folder.resolve("damaged.json"), damaged));
            } catch (UserProblem problem) {
                assertThat(problem).hasMessageContaining("damaged.json");
                refused++;
            }
        }
        assertThat(refused).isBetween(1, 1_999);
    }

    @Test
    void reading_stops_when_the_consumer_returns_false() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "[{\"a\":1},{\"a\":2},{\"a\":3}]");
        try (ExtractFile extract = ExtractFiles.open(file)) {
            assertThat(extract.read(extract.tables().get(0), row -> row.number() < 2))
                    .isEqualTo(2);
            assertThat(extract.read(extract.tables().get(0), row -> true)).isEqualTo(4);
        }
    }

    private void assertRefused(String json, String reason) {
        assertThatThrownBy(() -> rows(json))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("placements.json")
                .hasMessageContaining(reason);
    }

    private ExtractRows rows(String json) throws IOException {
        return ExtractRows.of(Files.writeString(folder.resolve("placements.json"), json));
    }
}
