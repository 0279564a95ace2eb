package marketshaping.input.source;

import java.nio.file.Path;
import marketshaping.model.problem.Problems;

/**
 * Finds rows that line breaks without quotes cut into lines: consecutive short lines that together have the usual width.
 * In a file without trailing separators, short lines hardly ever add up. A break in the first or last column leaves a
 * line of the usual width, so it is not found here.
 */
final class CutRows {
    /** In a narrower table, two short lines may add up to a row by chance. */
    private static final int LEAST_CELLS = 4;

    private final int usual;
    private boolean isBelowHeader;
    private int width;
    private long start;
    private long first;
    private int cut;
    private int others;

    /** Creates the search, with the number of cells that most rows have. */
    CutRows(int usual) {
        this.usual = usual;
    }

    void add(long row, int cells) {
        if (cells >= usual) {
            others += width > 0 ? 1 : 0;
            width = 0;
            isBelowHeader = true;
        } else if (isBelowHeader && width > 0 && width + cells - 1 <= usual) {
            width += cells - 1;
        } else if (isBelowHeader && cells > 1) {
            others += width > 0 ? 1 : 0;
            width = cells;
            start = row;
        }
        if (width > 0 && width == usual) {
            first = cut == 0 ? start : first;
            cut++;
            width = 0;
        }
    }

    /** Throws a problem if most of the short lines are parts of rows. */
    void refuse(Path file) {
        if (usual >= LEAST_CELLS && cut > others + (width > 0 ? 1 : 0)) {
            throw Problems.rowsCut(file, first, cut);
        }
    }
}
