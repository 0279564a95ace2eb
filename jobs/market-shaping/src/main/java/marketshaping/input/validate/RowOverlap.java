package marketshaping.input.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import marketshaping.input.source.SourceRow;

/** Finds rows that two files of an input without a key share, equal in every column. */
final class RowOverlap {
    private static final double MOST = 0.8;

    private final List<Map<String, Integer>> rowsByFile = new ArrayList<>();
    private final List<Long> rows = new ArrayList<>();

    /** The rows of one file that are also in another, by the positions of the files. */
    record Overlap(int file, int other, long shared, long of) {}

    RowOverlap(int files) {
        for (int i = 0; i < files; i++) {
            rowsByFile.add(new HashMap<>());
            rows.add(0L);
        }
    }

    void add(int file, SourceRow row) {
        rowsByFile.get(file).merge(String.join("\u001f", row.cells()), 1, Integer::sum);
        rows.set(file, rows.get(file) + 1);
    }

    /** Returns the pairs of files of which one has most of its rows in the other; the smaller file comes first. */
    List<Overlap> overlaps() {
        List<Overlap> overlaps = new ArrayList<>();
        for (int first = 0; first < rowsByFile.size(); first++) {
            for (int second = first + 1; second < rowsByFile.size(); second++) {
                boolean isFirstSmaller = rows.get(first) <= rows.get(second);
                int smaller = isFirstSmaller ? first : second;
                int larger = isFirstSmaller ? second : first;
                long shared = shared(rowsByFile.get(smaller), rowsByFile.get(larger));
                if (shared > MOST * rows.get(smaller)) {
                    overlaps.add(new Overlap(smaller, larger, shared, rows.get(smaller)));
                }
            }
        }
        return overlaps;
    }

    private static long shared(Map<String, Integer> rows, Map<String, Integer> others) {
        long shared = 0;
        for (Map.Entry<String, Integer> row : rows.entrySet()) {
            shared += Math.min(row.getValue(), others.getOrDefault(row.getKey(), 0));
        }
        return shared;
    }
}
