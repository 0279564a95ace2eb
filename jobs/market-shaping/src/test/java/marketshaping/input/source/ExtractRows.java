package marketshaping.input.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import marketshaping.model.problem.Finding;

/**
 * The rows of the first table of an extract.
 *
 * @param numbers the number of each row that contains text
 * @param cells the cells of each such row
 * @param count the number of rows, including blank rows
 */
record ExtractRows(
        List<Long> numbers, List<List<String>> cells, long count, ExtractFile.ReadAs readAs, List<Finding> findings) {

    static ExtractRows of(Path file) throws IOException {
        return of(file, 0);
    }

    static ExtractRows of(Path file, int table) throws IOException {
        List<Long> numbers = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        try (ExtractFile extract = ExtractFiles.open(file)) {
            long count = extract.read(extract.tables().get(table), row -> {
                numbers.add(row.number());
                return cells.add(List.copyOf(row.cells()));
            });
            return new ExtractRows(numbers, cells, count, extract.readAs(), extract.findings());
        }
    }

    /** Returns the sentences of the findings. */
    List<String> sentences() {
        return findings.stream().map(Finding::sentence).toList();
    }
}
