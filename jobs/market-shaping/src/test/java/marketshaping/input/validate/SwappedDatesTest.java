package marketshaping.input.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import marketshaping.model.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests columns that a spreadsheet program swapped in part, and that were exported as text later. */
class SwappedDatesTest {
    private static final List<String> TEXTS =
            List.of("13/05/2024", "28/05/2024", "31/05/2024", "14/06/2024", "19/06/2024", "30/06/2024");
    private static final List<String> SWAPPED =
            List.of("2024-01-05", "2024-02-05", "2024-03-06", "2024-12-06", "2024-11-06", "2024-10-07");

    @TempDir
    private Path folder;

    @Test
    void early_iso_dates_with_late_day_first_texts_are_refused() {
        assertThatThrownBy(() -> placements(SWAPPED))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("MS-1310")
                .hasMessageContaining("start_date");
    }

    @Test
    void one_later_date_in_ten_is_no_proof_of_the_opposite() {
        List<String> dates = Stream.of(SWAPPED, SWAPPED, List.of("2024-05-20"))
                .flatMap(List::stream)
                .toList();
        assertThatThrownBy(() -> placements(dates)).hasMessageContaining("MS-1310");
    }

    @Test
    void two_formats_with_days_as_they_occur_are_read() throws IOException {
        assertThat(placements(List.of("2024-05-20", "2024-02-05", "2024-03-26", "2024-12-06", "2024-11-16"))
                        .rows())
                .hasSize(11)
                .allMatch(ValidatedRow::isAccepted);
    }

    private InMemoryValidation.Result placements(List<String> dates) throws IOException {
        StringBuilder text = new StringBuilder("placement_id,person_id,setting,start_date,end_date\n");
        List<String> all = Stream.concat(TEXTS.stream(), dates.stream()).toList();
        for (int i = 0; i < all.size(); i++) {
            text.append("P%d,%d,Home care,%s,%n".formatted(i, 9000 + i, all.get(i)));
        }
        return ValidationOfFiles.of(folder, "placements").validate(text.toString());
    }
}
