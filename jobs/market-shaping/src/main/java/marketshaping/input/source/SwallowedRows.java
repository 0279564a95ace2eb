package marketshaping.input.source;

import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * Finds records in which a stray quote opened a cell and another quote closed it in a later row. Real text over several
 * lines leaves its record with the usual width, or its lines do not have the width and the first cell of rows.
 */
final class SwallowedRows {
    private final String separator;
    private final int usual;
    private final Set<String> shapes;

    /**
     * Creates the search.
     *
     * @param sample the first records of the table, which show the usual width and the usual first cells
     */
    SwallowedRows(char separator, List<List<String>> sample) {
        this.separator = String.valueOf(separator);
        Map<Integer, Long> records = sample.stream()
                .filter(cells -> cells.size() > 1)
                .collect(Collectors.groupingBy(List::size, Collectors.counting()));
        usual = records.keySet().stream()
                .max(Comparator.comparing(records::get))
                .orElse(0);
        shapes = sample.stream().map(cells -> shape(cells.get(0))).collect(Collectors.toSet());
    }

    /** Returns the number of cells that most records have. */
    int usual() {
        return usual;
    }

    /** Returns the number of line breaks in the cells of a record if it contains swallowed rows; otherwise zero. */
    int breaks(List<String> cells) {
        if (cells.stream().noneMatch(SwallowedRows::isBroken)) {
            return 0;
        }
        // The record as if its quotes were text, with only the cells that contain line breaks.
        String[] lines = cells.stream()
                .map(cell -> isBroken(cell) ? cell : "")
                .collect(Collectors.joining(separator))
                .split("\r\n|[\r\n]", -1);
        IntSummaryStatistics widths = Stream.of(lines)
                .mapToInt(line -> StringUtils.countMatches(line, separator) + 1)
                .summaryStatistics();
        int breaks = lines.length - 1;
        long separators = widths.getSum() - lines.length - (cells.size() - 1);
        // In a narrow table, a line of real text may have as many separators as a row.
        boolean linesAreRows = usual >= 3 && widths.getMin() == usual && widths.getMax() == usual;
        boolean isDense = usual >= 5 && separators * 2 > breaks * (usual - 1L);
        boolean areSwallowed =
                cells.size() == usual ? linesAreRows && shapes.contains(shape(lines[1])) : linesAreRows || isDense;
        return areSwallowed ? breaks : 0;
    }

    private static boolean isBroken(String cell) {
        return cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
    }

    /** Returns the shape of a line's first cell: 9 for a word with a digit, a for another word, and punctuation. */
    private String shape(String line) {
        return StringUtils.left(StringUtils.substringBefore(line, separator), 40)
                .replaceAll("\\p{L}*\\p{Nd}[\\p{L}\\p{Nd}]*", "9")
                .replaceAll("\\p{L}+", "a")
                .strip();
    }
}
