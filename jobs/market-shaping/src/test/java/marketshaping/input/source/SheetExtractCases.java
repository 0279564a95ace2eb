package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same workbook in each format. The sheet "Page 1" has a title, a header in row 3, rows 4 to 6 with a merged name,
 * and row 8; row 5 and the column G are hidden. "Lists" is a hidden sheet, and "Page 2" a visible one.
 */
abstract class SheetExtractCases {
    @TempDir
    Path folder;

    abstract ExtractFile open(Path file) throws IOException;

    abstract Path sample() throws IOException;

    /** Writes a workbook with the texts "id" and "name" in row 1, and "P1" in the given row. */
    abstract Path sparse(int row) throws IOException;

    abstract int rowLimit();

    @Test
    void tables_are_listed_in_order_with_visibility() throws IOException {
        try (ExtractFile extract = open(sample())) {
            assertThat(extract.tables())
                    .containsExactly(
                            new ExtractTable(0, "Page 1", true),
                            new ExtractTable(1, "Lists", false),
                            new ExtractTable(2, "Page 2", true));
        }
    }

    @Test
    void cells_are_values_and_shown_texts_have_formats() throws IOException {
        try (ExtractFile extract = open(sample())) {
            List<SourceRow> rows = ReadRows.of(extract, 0);
            assertThat(rows).extracting(SourceRow::number).containsExactly(1L, 3L, 4L, 5L, 6L, 8L);
            assertThat(rows)
                    .extracting(SourceRow::cells)
                    .containsExactly(
                            List.of("Placements, May"),
                            List.of("id", "name", "start", "urgent", "check", "code", "note"),
                            List.of("42", "Oak", "2026-05-29", "TRUE", "#REF!", "7", "x"),
                            List.of("43", "Oak", "2026-05-30T08:30:00", "FALSE", "", "8"),
                            List.of("44", "Oak", "2026-05-31"),
                            List.of("123456789012", "Elm"));
            assertThat(rows.get(2).shown(0)).isEqualTo("0000000042");
            assertThat(rows.get(2).shown(1)).isEqualTo("Oak");
            assertThat(rows.get(2).shown(2)).isEqualTo("2026-05-29");
            assertThat(rows.get(2).shown(5)).isEqualTo("C007");
            assertThat(rows.get(5).shown(0)).isEqualTo("123456789012");
            assertThat(rows.get(2).isDate(2)).isTrue();
            assertThat(rows.get(3).isDate(2)).isTrue();
            assertThat(rows.get(2).isDate(0)).isFalse();
            assertThat(rows.get(1).isDate(2)).isFalse();
            assertThat(ReadRows.of(extract, 1)).extracting(SourceRow::cells).containsExactly(List.of("secret"));
            assertThat(ReadRows.of(extract, 2))
                    .extracting(SourceRow::cells)
                    .containsExactly(List.of("id"), List.of("1"));
        }
    }

    @Test
    void hidden_and_merged_cells_are_findings() throws IOException {
        try (ExtractFile extract = open(sample())) {
            assertThat(extract.findings()).isEmpty();
            for (int times = 0; times < 2; times++) {
                ReadRows.of(extract, 0);
                ReadRows.of(extract, 2);
            }
            String file = folder.relativize(sample()) + " (Page 1)";
            assertThat(extract.findings())
                    .containsExactly(
                            Finding.ofFile(FindingKind.ROWS_HIDDEN, file, 1, ""),
                            Finding.ofFile(FindingKind.COLUMNS_HIDDEN, file, 1, "G"),
                            Finding.ofFile(FindingKind.CELLS_MERGED, file, 3, "B4:B6"));
        }
    }

    @Test
    void reading_stops_when_the_consumer_does() throws IOException {
        try (ExtractFile extract = open(sample())) {
            List<Long> seen = new ArrayList<>();
            long count = extract.read(extract.tables().get(0), row -> {
                seen.add(row.number());
                return row.number() < 4;
            });
            assertThat(count).isEqualTo(4);
            assertThat(seen).containsExactly(1L, 3L, 4L);
            assertThat(extract.findings()).isEmpty();
        }
    }

    @Test
    void exception_of_the_consumer_is_passed_on() throws IOException {
        try (ExtractFile extract = open(sample())) {
            assertThatThrownBy(() -> extract.read(extract.tables().get(0), row -> {
                        throw new IllegalStateException("consumer");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("consumer");
        }
    }

    @Test
    void sheet_that_ends_at_the_row_limit_is_refused() throws IOException {
        try (ExtractFile extract = open(sparse(rowLimit() - 1))) {
            assertThat(ReadRows.of(extract, 0)).hasSize(2);
        }
        try (ExtractFile extract = open(sparse(rowLimit()))) {
            assertThatThrownBy(() -> ReadRows.of(extract, 0))
                    .isInstanceOf(UserProblem.class)
                    .hasMessageContaining("MS-1128")
                    .hasMessageContaining("row " + rowLimit() + ".");
        }
    }

    @Test
    void damaged_workbook_is_read_or_refused() throws IOException {
        assertThat(ReadRows.refusals(this::open, sample(), 1_000, 10)).isPositive();
    }
}
