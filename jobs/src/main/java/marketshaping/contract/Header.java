package marketshaping.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * A file's header row held against a contract.
 *
 * @param row the record of the file that is the header, counted from 1
 * @param cells its cells as they stand
 * @param positions where each field of the contract stands, for those that the header names
 */
public record Header(long row, List<String> cells, Map<String, Integer> positions) {

    public Header {
        cells = List.copyOf(cells);
        positions = Map.copyOf(positions);
    }

    /**
     * The header among a file's first records: the one that names most fields, and at least half of the required ones,
     * so that a file whose header lacks a column is told which and not that it has none.
     */
    public static Optional<Header> find(Contract contract, List<List<String>> firstRecords) {
        Header best = null;
        for (int i = 0; i < firstRecords.size(); i++) {
            Header candidate = of(contract, i + 1, firstRecords.get(i));
            long required = contract.requiredFields().stream()
                    .filter(candidate.positions::containsKey)
                    .count();
            boolean plausible = required * 2 >= contract.requiredFields().size() && required > 0;
            if (plausible && (best == null || candidate.positions.size() > best.positions.size())) {
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Header of(Contract contract, long row, List<String> cells) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (Field field : contract.fields()) {
            for (int i = 0; i < cells.size(); i++) {
                if (field.isCalled(cells.get(i))) {
                    positions.putIfAbsent(field.name(), i);
                }
            }
        }
        return new Header(row, cells, positions);
    }

    public List<String> missing(Contract contract) {
        return contract.requiredFields().stream()
                .filter(field -> !positions.containsKey(field))
                .toList();
    }

    /** Fields that two columns of the header name. */
    public List<String> twice(Contract contract) {
        return contract.fields().stream()
                .filter(field -> cells.stream().filter(field::isCalled).count() > 1)
                .map(Field::name)
                .toList();
    }

    /**
     * A condition in Spark SQL that holds for a row which says again what the header says in every required column.
     *
     * @param cell names the column that holds the cell at a position
     */
    public String repeats(Contract contract, IntFunction<String> cell) {
        return contract.requiredFields().stream()
                .map(positions::get)
                .map(position -> "coalesce(%s = '%s', false)"
                        .formatted(Sql.normalised(cell.apply(position)), CodeList.normalised(cells.get(position))))
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
