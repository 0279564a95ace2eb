package marketshaping.analysis.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import marketshaping.analysis.rollup.RollUp;

/** The cells of a table: for each, its dimensions and figures by name. */
final class Cells {
    private final List<String> dimensions;
    private final Map<List<Object>, Map<String, Object>> byDimensions = new HashMap<>();
    private final List<Map<String, Object>> values = new ArrayList<>();

    Cells(RollUp rollUp, List<RollUp.Cell> cells) {
        dimensions =
                rollUp.dimensions().stream().map(dimension -> dimension.name()).toList();
        for (RollUp.Cell cell : cells) {
            Map<String, Object> all = new HashMap<>(cell.figures());
            for (int i = 0; i < dimensions.size(); i++) {
                all.put(dimensions.get(i), cell.values().get(i));
            }
            values.add(all);
            byDimensions.put(List.copyOf(cell.values()), all);
        }
    }

    void add(Derived figure) {
        values.forEach(cell -> cell.put(figure.name(), figure.calculation().of(cell, this)));
    }

    /** Returns the cell in which some dimensions are All and the others are the same; null if no grouping has it. */
    Map<String, Object> total(Map<String, Object> cell, String... totals) {
        List<Object> key = new ArrayList<>();
        dimensions.forEach(name -> key.add(List.of(totals).contains(name) ? RollUp.ALL : cell.get(name)));
        return byDimensions.get(key);
    }

    /** Returns the known values of a figure in the cells that differ in one dimension at most, by its value. */
    NavigableMap<String, Object> series(Map<String, Object> cell, String dimension, String figure) {
        NavigableMap<String, Object> series = new TreeMap<>();
        values.stream()
                .filter(other -> other.get(figure) != null
                        && dimensions.stream()
                                .allMatch(name -> name.equals(dimension)
                                        || other.get(name).equals(cell.get(name))))
                .forEach(other -> series.put(other.get(dimension).toString(), other.get(figure)));
        return series;
    }

    /** Returns the cells without any total that add up to a cell. */
    List<Map<String, Object>> parts(Map<String, Object> cell) {
        return values.stream()
                .filter(part -> dimensions.stream()
                        .allMatch(name -> !part.get(name).equals(RollUp.ALL)
                                && (cell.get(name).equals(RollUp.ALL)
                                        || cell.get(name).equals(part.get(name)))))
                .toList();
    }

    List<Map<String, Object>> values() {
        return values;
    }
}
