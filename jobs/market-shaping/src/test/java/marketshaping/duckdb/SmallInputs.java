package marketshaping.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of the DuckDB reference on inputs small enough to calculate by hand, as at 30 June 2025. */
abstract class SmallInputs {
    static final LocalDate AS_AT = LocalDate.of(2025, 6, 30);

    @TempDir
    Path inputs;

    /** The references for the current inputs by as-at date. A test can read several tables of each. */
    private final Map<LocalDate, DuckDbReference> references = new HashMap<>();

    void given(String input, String... lines) throws IOException {
        given(input, Arrays.asList(lines));
    }

    void given(String input, List<String> lines) throws IOException {
        Files.write(inputs.resolve(input + ".csv"), lines);
        close();
    }

    /** Returns the figures of one row of a table. */
    Map<String, Object> figures(String table, String... dimensions) {
        return rows(table, AS_AT).get(List.of(dimensions));
    }

    Map<List<String>, Map<String, Object>> rows(String table, LocalDate asAt) {
        return references
                .computeIfAbsent(asAt, day -> DuckDbReference.of(inputs, day))
                .table(table)
                .rows();
    }

    @AfterEach
    void close() {
        references.values().forEach(DuckDbReference::close);
        references.clear();
    }
}
