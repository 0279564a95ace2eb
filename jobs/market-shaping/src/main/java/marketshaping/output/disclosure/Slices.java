package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;

/** Groups the rows of a table so that the rows of a group differ in one dimension only. */
final class Slices {

    private Slices() {}

    /**
     * Returns one map per combination of values of the other dimensions. It maps each value of the given dimension to
     * the index of its row. The result is empty if the table lacks the dimension.
     */
    static Map<List<Object>, TreeMap<String, Integer>> of(Table table, String dimension) {
        Map<List<Object>, TreeMap<String, Integer>> slices = new LinkedHashMap<>();
        List<Column> columns = table.columns();
        for (int row = 0; row < table.rows().size(); row++) {
            List<Object> cells = table.rows().get(row);
            List<Object> others = new ArrayList<>();
            List<String> own = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).name().equals(dimension)) {
                    own.add(cells.get(i).toString());
                } else if (columns.get(i).kind() == Column.Kind.DIMENSION) {
                    others.add(cells.get(i));
                }
            }
            for (String value : own) {
                slices.computeIfAbsent(others, any -> new TreeMap<>()).put(value, row);
            }
        }
        return slices;
    }
}
