package marketshaping.input.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceKeysTest {
    @TempDir
    private Path folder;

    @Test
    void keys_are_the_identifiers_that_rows_are_connected_by() throws IOException {
        InMemoryValidation.Result result = ValidationOfFiles.of(folder, "placements")
                .validate(
                        """
                        placement_id,person_id,setting,start_date,end_date,contract_id
                        P1,"=""0007\""",Home care,2024-05-01,,'K1
                        P2,70001.0,Home care,2024-05-01,,K2
                        """);

        assertThat(result.keys().of("person_id")).containsExactlyInAnyOrder("0007", "70001");
        assertThat(result.keys().of("contract_id")).containsExactlyInAnyOrder("K1", "K2");
    }
}
