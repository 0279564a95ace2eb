package marketshaping.input.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marketshaping.input.source.SourceRow;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.ColumnNames;
import marketshaping.model.contract.Contract;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * A table's header row, matched with a contract.
 *
 * @param row the number of the header in the table, from 1
 * @param cells the header cells
 * @param positions the position of each readable column that the header contains, from 0
 * @param twice columns that match two header cells
 */
public record Header(long row, List<String> cells, Map<String, Integer> positions, List<String> twice) {
    /** The least number of columns that a row must name to be a header with missing columns. */
    private static final int LEAST_COLUMNS = 2;

    private static final double SIMILAR = 0.75;

    public Header {
        cells = List.copyOf(cells);
        positions = Map.copyOf(positions);
        twice = List.copyOf(twice);
    }

    /**
     * Finds the header in a table's first rows: the row that names the most columns. It must name all required columns
     * or at least two columns, so that an incomplete header is reported with its missing columns.
     *
     * @param required the columns that the table must have
     */
    public static Optional<Header> find(
            Contract contract, ColumnNames names, Collection<String> required, List<SourceRow> firstRows) {
        Header best = null;
        for (SourceRow row : firstRows) {
            Header candidate = of(contract, names, row);
            boolean isComplete =
                    !required.isEmpty() && candidate.positions.keySet().containsAll(required);
            boolean isPlausible = isComplete || candidate.positions.size() >= LEAST_COLUMNS;
            if (isPlausible && (best == null || candidate.positions.size() > best.positions.size())) {
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Header of(Contract contract, ColumnNames names, SourceRow row) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        Set<String> twice = new LinkedHashSet<>();
        for (String column : names.columns(contract)) {
            for (int i = 0; i < row.width(); i++) {
                if (!row.cell(i).isEmpty()
                        && names.matches(column, row.cell(i))
                        && positions.putIfAbsent(column, i) != null) {
                    twice.add(column);
                }
            }
        }
        return new Header(row.number(), row.cells(), positions, List.copyOf(twice));
    }

    public List<String> missing(Collection<String> required) {
        return required.stream()
                .filter(column -> !positions.containsKey(column))
                .toList();
    }

    /** Returns true if every required column of a row repeats the header cell. */
    boolean isRepeatedBy(SourceRow row, Collection<String> required) {
        for (String column : required) {
            int position = positions.get(column);
            if (!isSame(row.cell(position), cells.get(position))) {
                return false;
            }
        }
        return !required.isEmpty();
    }

    private static boolean isSame(String cell, String headerCell) {
        // Nearly every row is a record, and its first cells show that without normalisation.
        return (!isPlain(cell) || !isPlain(headerCell) || isSamePlain(cell, headerCell))
                && CodeList.normalised(cell).equals(CodeList.normalised(headerCell));
    }

    /** Returns true for text in which normalisation only ignores case, spaces and punctuation. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128 || text.charAt(i) == '&') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSamePlain(String first, String second) {
        int next = nextLetterOrDigit(first, 0);
        int other = nextLetterOrDigit(second, 0);
        while (next < first.length() && other < second.length()) {
            if (Character.toLowerCase(first.charAt(next)) != Character.toLowerCase(second.charAt(other))) {
                return false;
            }
            next = nextLetterOrDigit(first, next + 1);
            other = nextLetterOrDigit(second, other + 1);
        }
        return next == first.length() && other == second.length();
    }

    private static int nextLetterOrDigit(String text, int from) {
        int next = from;
        while (next < text.length() && !Character.isLetterOrDigit(text.charAt(next))) {
            next++;
        }
        return next;
    }

    /** Returns the header cells that match no readable column. These columns are ignored and never stored. */
    public List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!positions.containsValue(i) && !cells.get(i).isBlank()) {
                unknown.add(cells.get(i));
            }
        }
        return List.copyOf(unknown);
    }

    /** Returns the position of an unknown header cell. */
    int position(String unknownCell) {
        return cells.indexOf(unknownCell);
    }

    /** Returns the unknown header cell whose name is closest to a column; empty if none is similar. */
    public Optional<String> closest(String column) {
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        String plain = CodeList.normalised(column);
        String best = null;
        double bestScore = SIMILAR;
        for (String cell : unknown()) {
            double score = similarity.apply(plain, CodeList.normalised(cell));
            if (score > bestScore) {
                best = cell;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns true if another table has the same readable columns, in any order. */
    boolean hasColumnsOf(Header other) {
        return positions.keySet().equals(other.positions.keySet());
    }
}
