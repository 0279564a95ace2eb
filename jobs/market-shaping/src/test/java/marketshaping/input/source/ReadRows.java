package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import marketshaping.model.problem.UserProblem;

/** Reads the tables of a workbook for a test. */
final class ReadRows {
    private ReadRows() {}

    /** Opens a workbook. */
    interface Opening {
        ExtractFile open(Path file) throws IOException;
    }

    static List<SourceRow> of(ExtractFile extract, int table) throws IOException {
        List<SourceRow> rows = new ArrayList<>();
        long count = extract.read(extract.tables().get(table), rows::add);
        assertThat(count)
                .isEqualTo(rows.isEmpty() ? 0 : rows.get(rows.size() - 1).number());
        return rows;
    }

    /** Returns the cells of the first worksheet; blank rows are a list with one empty cell. */
    static List<List<String>> cells(Opening opening, Path file) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        try (ExtractFile extract = opening.open(file)) {
            for (SourceRow row : of(extract, 0)) {
                while (cells.size() < row.number() - 1) {
                    cells.add(List.of(""));
                }
                cells.add(row.cells());
            }
        }
        return cells;
    }

    static List<String> shown(Opening opening, Path file) throws IOException {
        try (ExtractFile extract = opening.open(file)) {
            SourceRow row = of(extract, 0).get(0);
            List<String> shown = new ArrayList<>();
            for (int i = 0; i < row.width(); i++) {
                shown.add(row.shown(i));
            }
            return shown;
        }
    }

    /** Reads all tables, or returns the message of the refusal. */
    static String outcome(Opening opening, Path file) throws IOException {
        try (ExtractFile extract = opening.open(file)) {
            for (ExtractTable table : extract.tables()) {
                extract.read(table, row -> true);
            }
            return "";
        } catch (UserProblem problem) {
            assertThat(problem).hasMessageContaining(file.getFileName().toString());
            return problem.getMessage();
        } catch (IOException e) {
            return "I/O: " + e;
        }
    }

    /** Returns the number of damaged and of truncated copies that were refused; any other exception fails. */
    static int refusals(Opening opening, Path file, int times, int hits) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < times; i++) {
            byte[] damaged = i % 10 == 0 ? java.util.Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int left = 1 + random.nextInt(hits); left > 0 && damaged.length > 0; left--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            refused += outcome(opening, Files.write(file, damaged)).isEmpty() ? 0 : 1;
        }
        return refused;
    }
}
