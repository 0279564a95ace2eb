package marketshaping.model.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import marketshaping.model.problem.UserProblem;
import marketshaping.output.publish.TableCsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableCsvTest {
    @TempDir
    private Path folder;

    @Test
    void table_is_written_without_supporting_columns() throws IOException {
        Table table = new Table(
                "oob_hosts",
                "Host authorities",
                List.of(
                        Column.dimension("host_name"),
                        Column.count("people"),
                        Column.count("_lines"),
                        Column.money("weekly_cost", "£ a week", "_lines"),
                        Column.date("extract_date")),
                List.of(
                        List.of("Tower Hamlets", 12L, 13L, new BigDecimal("1234.50"), LocalDate.of(2025, 6, 30)),
                        List.of("Brent – North", Shorthand.SUPPRESSED, 3L, Shorthand.NOT_AVAILABLE, "")),
                "");

        assertThat(written(table))
                .isEqualTo(
                        """
            host_name,people,weekly_cost,extract_date
            Tower Hamlets,12,1234.5,2025-06-30
            Brent – North,[c],[x],
            """);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "100.0, 100",
        "-0.0, 0",
        "33.333333333333336, 33.333333333333336",
        "1.0E23, 100000000000000000000000",
        "2.0E-3, 0.002",
        "1.2E-7, 0.00000012",
        "-12.5, -12.5"
    })
    void double_is_written_in_shortest_form_without_exponent(double number, String expected) throws IOException {
        assertThat(cell(number)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1E+3, 1000", "0.00, 0", "1.2500, 1.25", "-3.10, -3.1", "1234567890123456789.01, 1234567890123456789.01"
    })
    void decimal_is_written_in_full_without_exponent(BigDecimal number, String expected) throws IOException {
        assertThat(cell(number)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44", "-1", "@SUM(A1)", "\tx"})
    void text_like_a_formula_gets_an_apostrophe(String text) throws IOException {
        assertThat(cell(text)).isEqualTo("'" + text);
    }

    @Test
    void text_starting_with_a_return_gets_an_apostrophe() throws IOException {
        assertThat(cell("\r=1")).isEqualTo("\"'\r=1\"");
    }

    @Test
    void formula_character_inside_text_is_unchanged() throws IOException {
        assertThat(cell("18 to 64 = working age")).isEqualTo("18 to 64 = working age");
    }

    @Test
    void commas_quotes_and_line_breaks_are_quoted() throws IOException {
        assertThat(cell("Care, \"Good\"\nHome")).isEqualTo("\"Care, \"\"Good\"\"\nHome\"");
    }

    @Test
    void older_file_is_replaced_without_leftovers() throws IOException {
        Path file = folder.resolve("published").resolve("x.csv");
        TableCsv.write(oneCell("old"), file);
        TableCsv.write(oneCell("new"), file);

        assertThat(file).hasContent("what\nnew\n");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void unwritable_file_is_named() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("taken"), "");

        assertThatThrownBy(() -> TableCsv.write(oneCell("x"), notAFolder.resolve("x.csv")))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("x.csv can't be written");
    }

    private String cell(Object value) throws IOException {
        String text = written(oneCell(value));
        return text.substring("what\n".length(), text.length() - 1);
    }

    private static Table oneCell(Object value) {
        return new Table("x", "X", List.of(Column.text("what")), List.of(List.of(value)), "");
    }

    private String written(Table table) throws IOException {
        Path file = folder.resolve("x.csv");
        TableCsv.write(table, file);
        return Files.readString(file);
    }
}
