package marketshaping.input.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowOverlapTest {

    @Test
    void file_with_most_of_its_rows_in_another_overlaps() {
        RowOverlap overlap = new RowOverlap(2);
        add(overlap, 0, 0, 100);
        add(overlap, 1, 91, 101);
        assertThat(overlap.overlaps()).containsExactly(new RowOverlap.Overlap(1, 0, 9, 10));
        assertThat(overlap.overlaps().get(0).isMost()).isTrue();
    }

    @Test
    void file_with_80_percent_in_another_has_not_most_rows_there() {
        RowOverlap overlap = new RowOverlap(2);
        add(overlap, 0, 0, 100);
        add(overlap, 1, 92, 102);
        assertThat(overlap.overlaps()).containsExactly(new RowOverlap.Overlap(1, 0, 8, 10));
        assertThat(overlap.overlaps().get(0).isMost()).isFalse();
    }

    @Test
    void every_pair_of_files_is_compared() {
        RowOverlap overlap = new RowOverlap(3);
        add(overlap, 0, 0, 10);
        add(overlap, 1, 20, 30);
        add(overlap, 2, 0, 30);
        assertThat(overlap.overlaps())
                .containsExactly(new RowOverlap.Overlap(0, 2, 10, 10), new RowOverlap.Overlap(1, 2, 10, 10));
    }

    @Test
    void repeated_row_is_shared_as_often_as_both_files_have_it() {
        RowOverlap overlap = new RowOverlap(2);
        IntStream.range(0, 10).forEach(i -> overlap.add(row(0, "same")));
        overlap.add(row(1, "same"));
        add(overlap, 1, 0, 20);
        assertThat(overlap.overlaps()).containsExactly(new RowOverlap.Overlap(0, 1, 1, 10));
    }

    @Test
    void cells_are_compared_one_by_one() {
        RowOverlap overlap = new RowOverlap(2);
        overlap.add(row(0, "a", "bc"));
        overlap.add(row(1, "ab", "c"));
        assertThat(overlap.overlaps()).isEmpty();
    }

    @Test
    void amounts_are_equal_whatever_their_decimals() {
        RowOverlap overlap = new RowOverlap(2);
        overlap.add(row(0, new BigDecimal("1041")));
        overlap.add(row(1, new BigDecimal("1041.00")));
        assertThat(overlap.overlaps()).containsExactly(new RowOverlap.Overlap(0, 1, 1, 1));
    }

    @Test
    void file_without_rows_does_not_overlap() {
        RowOverlap overlap = new RowOverlap(2);
        add(overlap, 0, 0, 10);
        assertThat(overlap.overlaps()).isEmpty();
    }

    private static void add(RowOverlap overlap, int file, int from, int to) {
        IntStream.range(from, to).forEach(i -> overlap.add(row(file, "T" + i, "100.00")));
    }

    private static ValidatedRow row(int file, Object... values) {
        return new ValidatedRow(file, 2, ValidatedRow.ACCEPTED, List.of(), values, 0, 0, true, null, "");
    }
}
