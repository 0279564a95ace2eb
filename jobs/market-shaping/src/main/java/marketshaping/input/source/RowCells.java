package marketshaping.input.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import marketshaping.model.problem.Problems;

/** The cells of one row of a sheet, up to the last that has a value. They are added from left to right. */
final class RowCells {
    private final Path file;
    private final long row;
    private final List<String> cells = new ArrayList<>();

    RowCells(Path file, long row) {
        this.file = file;
        this.row = row;
    }

    /**
     * Adds a text unless it is blank.
     *
     * @param column the column from 1, to the right of the last added
     */
    void put(long column, String text) {
        String trimmed = Whitespace.trim(text);
        if (trimmed.isEmpty()) {
            return;
        }
        if (column > Limits.COLUMNS) {
            throw Problems.tooManyColumns(file, row, Limits.COLUMNS);
        }
        while (cells.size() < column - 1) {
            cells.add("");
        }
        cells.add(trimmed);
    }

    List<String> cells() {
        return cells;
    }
}
