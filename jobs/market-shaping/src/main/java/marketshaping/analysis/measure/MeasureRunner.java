package marketshaping.analysis.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.engine.DriverThreads;
import marketshaping.model.table.Column;
import marketshaping.model.table.RowOrder;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Runs the queries of measures and returns their complete tables, before disclosure control. */
public final class MeasureRunner {
    private static final String NO_ROWS = "The table has no rows because there is nothing to report.";

    private final SparkSession spark;
    private final Map<String, Object> parameters;
    private final Set<String> given;

    /**
     * Creates a runner for one as-at date.
     *
     * @param parameters named parameters of the queries
     * @param given names of the inputs that the lake contains
     */
    public MeasureRunner(SparkSession spark, Map<String, Object> parameters, Set<String> given) {
        this.spark = spark;
        this.parameters = parameters;
        this.given = given;
    }

    /** Returns the tables by measure id, in the order of the measures. Figures that need a missing input show [x]. */
    public Map<String, Table> tables(List<Measure> measures) {
        List<Table> tables = DriverThreads.map(measures, this::table);
        Map<String, Table> byId = new LinkedHashMap<>();
        tables.forEach(table -> byId.put(table.id(), table));
        return LocatedTables.of(byId);
    }

    private Table table(Measure measure) {
        List<String> missing =
                measure.needs().stream().filter(input -> !given.contains(input)).toList();
        if (!missing.isEmpty()) {
            return notAvailable(table(measure, List.of(), ""), note(missing));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Row row : spark.sql(measure.query(), parameters).collectAsList()) {
            rows.add(cells(measure.columns(), row));
        }
        String note = Stream.of(note(missingColumns(measure)), rows.isEmpty() ? NO_ROWS : "")
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
        return RowOrder.sorted(table(measure, rows, note));
    }

    private static Table table(Measure measure, List<List<Object>> rows, String note) {
        return new Table(measure.id(), measure.title(), measure.columns(), rows, note);
    }

    private List<Object> cells(List<Column> columns, Row row) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(cell(columns.get(i), row.get(i)));
        }
        return cells;
    }

    private Object cell(Column column, Object value) {
        if (isMissing(column)) {
            return Shorthand.NOT_AVAILABLE;
        }
        if (value == null) {
            return Shorthand.NOT_APPLICABLE;
        }
        return value instanceof Integer whole ? (Object) whole.longValue() : value;
    }

    private boolean isMissing(Column column) {
        return !column.needs().isEmpty() && !given.contains(column.needs());
    }

    /** Returns the table with a single row of [x]. */
    static Table notAvailable(Table table, String note) {
        List<Object> row = table.columns().stream()
                .map(column -> column.kind() == Column.Kind.DIMENSION ? (Object) "All" : Shorthand.NOT_AVAILABLE)
                .toList();
        return new Table(table.id(), table.title(), table.columns(), List.of(row), note);
    }

    private List<String> missingColumns(Measure measure) {
        return measure.columns().stream()
                .filter(this::isMissing)
                .map(Column::needs)
                .distinct()
                .toList();
    }

    private static String note(List<String> missing) {
        return missing.isEmpty()
                ? ""
                : missing.stream()
                        .collect(Collectors.joining(
                                ", ", "Figures marked [x] are not available: this council supplied no ", "."));
    }
}
