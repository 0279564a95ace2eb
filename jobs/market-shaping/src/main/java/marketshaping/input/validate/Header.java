package marketshaping.input.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.ColumnNames;
import marketshaping.model.contract.Contract;

/**
 * A file's header row, matched with a contract.
 *
 * @param row the record number of the header in the file, from 1
 * @param cells the header cells, trimmed
 * @param positions the position of each contract column that the header contains, from 0
 * @param twice columns that match two header cells
 */
public record Header(long row, List<String> cells, Map<String, Integer> positions, List<String> twice) {

    public Header {
        cells = List.copyOf(cells);
        positions = Map.copyOf(positions);
        twice = List.copyOf(twice);
    }

    /**
     * Finds the header in a file's first records: the record that names the most columns. It must name at least half of
     * the required columns, so that an incomplete header is reported with its missing columns.
     *
     * @param required the columns that the file must have
     */
    public static Optional<Header> find(
            Contract contract, ColumnNames names, Collection<String> required, List<List<String>> firstRecords) {
        Header best = null;
        for (int i = 0; i < firstRecords.size(); i++) {
            Header candidate = of(contract, names, i + 1, firstRecords.get(i));
            long named =
                    required.stream().filter(candidate.positions::containsKey).count();
            boolean isPlausible = named * 2 >= required.size() && named > 0;
            if (isPlausible && (best == null || candidate.positions.size() > best.positions.size())) {
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Header of(Contract contract, ColumnNames names, long row, List<String> cells) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        List<String> twice = new ArrayList<>();
        for (String column : names.columns(contract)) {
            for (int i = 0; i < cells.size(); i++) {
                if (names.matches(column, cells.get(i)) && positions.putIfAbsent(column, i) != null) {
                    twice.add(column);
                }
            }
        }
        return new Header(row, cells, positions, twice.stream().distinct().toList());
    }

    public List<String> missing(Collection<String> required) {
        return required.stream()
                .filter(column -> !positions.containsKey(column))
                .toList();
    }

    /**
     * Returns a Spark SQL condition that is true if every required column of a row repeats the header cell.
     *
     * @param cell returns the column name of the cell at a position
     */
    public String repeats(Collection<String> required, IntFunction<String> cell) {
        return required.stream()
                .map(positions::get)
                .map(position -> "coalesce(%s = '%s', false)"
                        .formatted(
                                ValidationSql.normalised(cell.apply(position)),
                                CodeList.normalised(cells.get(position))))
                .collect(Collectors.joining(" AND "));
    }

    /** Returns the header cells that match no contract column. These columns are ignored and never stored. */
    public List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!positions.containsValue(i) && !cells.get(i).isBlank()) {
                unknown.add(cells.get(i));
            }
        }
        return List.copyOf(unknown);
    }
}
