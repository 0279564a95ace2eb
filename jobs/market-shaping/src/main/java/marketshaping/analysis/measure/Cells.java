package marketshaping.analysis.measure;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.RollUp;

/** The cells of a table: for each, its dimensions and figures by name. */
final class Cells {
    private final List<String> dimensions;
    private final Map<List<Object>, Map<String, Object>> byDimensions = new LinkedHashMap<>();
    private final Map<String, Map<List<Object>, List<Map<String, Object>>>> parts = new HashMap<>();

    Cells(List<String> dimensions) {
        this.dimensions = dimensions;
    }

    /** Adds the figures of a roll-up. In its cells, a dimension that it lacks is All. */
    void addAll(RollUp rollUp, List<RollUp.Cell> cells) {
        List<String> own = rollUp.dimensions().stream().map(Dimension::name).toList();
        for (RollUp.Cell cell : cells) {
            Map<String, Object> values = new HashMap<>();
            dimensions.forEach(
                    name -> values.put(name, own.contains(name) ? cell.values().get(own.indexOf(name)) : RollUp.ALL));
            byDimensions
                    .computeIfAbsent(dimensions.stream().map(values::get).toList(), key -> values)
                    .putAll(cell.figures());
        }
    }

    void add(Derived figure) {
        values().forEach(cell -> cell.put(figure.name(), figure.calculation().of(cell, this)));
    }

    /** Returns the cell in which some dimensions are All and the others are the same; null if no grouping has it. */
    Map<String, Object> total(Map<String, Object> cell, String... totals) {
        return byDimensions.get(withAll(cell, totals));
    }

    /** Returns the known values of a figure in the cells that differ in one dimension at most, by its value. */
    NavigableMap<String, Object> series(Map<String, Object> cell, String dimension, String figure) {
        NavigableMap<String, Object> series = new TreeMap<>();
        values().stream()
                .filter(other -> other.get(figure) != null
                        && dimensions.stream()
                                .allMatch(name -> name.equals(dimension)
                                        || other.get(name).equals(cell.get(name))))
                .forEach(other -> series.put(other.get(dimension).toString(), other.get(figure)));
        return series;
    }

    /** Returns the cells without any total that add up to a cell. */
    List<Map<String, Object>> leaves(Map<String, Object> cell) {
        return values().stream()
                .filter(part -> dimensions.stream()
                        .allMatch(name -> !part.get(name).equals(RollUp.ALL)
                                && (cell.get(name).equals(RollUp.ALL)
                                        || cell.get(name).equals(part.get(name)))))
                .toList();
    }

    /** Returns the cells in which one dimension is not All and the others are the same. */
    List<Map<String, Object>> parts(Map<String, Object> cell, String dimension) {
        return parts.computeIfAbsent(dimension, this::byTotal).getOrDefault(withAll(cell, dimension), List.of());
    }

    private Map<List<Object>, List<Map<String, Object>>> byTotal(String dimension) {
        return values().stream()
                .filter(cell -> !cell.get(dimension).equals(RollUp.ALL))
                .collect(Collectors.groupingBy(cell -> withAll(cell, dimension)));
    }

    private List<Object> withAll(Map<String, Object> cell, String... totals) {
        return dimensions.stream()
                .map(name -> List.of(totals).contains(name) ? RollUp.ALL : cell.get(name))
                .toList();
    }

    Collection<Map<String, Object>> values() {
        return byDimensions.values();
    }
}
