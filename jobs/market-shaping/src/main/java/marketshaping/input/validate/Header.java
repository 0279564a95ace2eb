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
 * A file's header row held against a contract.
 *
 * @param row the record of the file that is the header, counted from 1
 * @param cells its cells as they stand
 * @param positions where each column stands, for those that the header names
 * @param twice columns that two cells of the header name
 */
public record Header(long row, List<String> cells, Map<String, Integer> positions, List<String> twice) {

    public Header {
        cells = List.copyOf(cells);
        positions = Map.copyOf(positions);
        twice = List.copyOf(twice);
    }

    /**
     * The header among a file's first records: the one that names most columns, and at least half of the required ones,
     * so that a file whose header lacks a column is told which and not that it has none.
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
            boolean plausible = named * 2 >= required.size() && named > 0;
            if (plausible && (best == null || candidate.positions.size() > best.positions.size())) {
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
                if (names.call(column, cells.get(i)) && positions.putIfAbsent(column, i) != null) {
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
     * A condition in Spark SQL that holds for a row which says again what the header says in every required column.
     *
     * @param cell names the column that holds the cell at a position
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

    /** Columns that the contract does not know; they are read past and never stored. */
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
