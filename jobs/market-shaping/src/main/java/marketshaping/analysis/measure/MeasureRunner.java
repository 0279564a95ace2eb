package marketshaping.analysis.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.analysis.fact.AsAt;
import marketshaping.analysis.fact.RollUpRequest;
import marketshaping.analysis.fact.RollUpRunner;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.engine.DriverThreads;
import marketshaping.engine.ExecutionProfile;
import marketshaping.model.table.Column;
import marketshaping.model.table.RowOrder;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/** Runs the queries of measures and returns their complete tables, before disclosure control. */
public final class MeasureRunner {
    private static final int MONEY_DECIMALS = 10;
    private static final String NO_ROWS = "The table has no rows because there is nothing to report.";

    private final SparkSession spark;
    private final ExecutionProfile profile;
    private final AsAt asAt;
    private final Map<String, Object> parameters;
    private final Set<String> given;

    /**
     * Creates a runner for one as-at date.
     *
     * @param profile decides where lines are rolled up
     * @param asAt the as-at date, on which tabulations depend
     * @param parameters named parameters of the queries
     * @param given names of the inputs that the lake contains
     */
    public MeasureRunner(
            SparkSession spark,
            ExecutionProfile profile,
            AsAt asAt,
            Map<String, Object> parameters,
            Set<String> given) {
        this.spark = spark;
        this.profile = profile;
        this.asAt = asAt;
        this.parameters = parameters;
        this.given = given;
    }

    /** Returns the tables by measure id, in the order of the measures. Figures that need a missing input show [x]. */
    public Map<String, Table> tables(List<Measure> measures) {
        Map<RollUpRequest, List<RollUp.Cell>> cells = cells(measures);
        List<Table> tables = DriverThreads.map(measures, measure -> table(measure, cells));
        Map<String, Table> byId = new LinkedHashMap<>();
        tables.forEach(table -> byId.put(table.id(), table));
        return LocatedTables.of(byId);
    }

    private Table table(Measure measure, Map<RollUpRequest, List<RollUp.Cell>> cells) {
        List<String> missing =
                measure.needs().stream().filter(input -> !given.contains(input)).toList();
        if (!missing.isEmpty()) {
            return notAvailable(table(measure, List.of(), ""), note(missing));
        }
        List<List<Object>> rows = values(measure, cells).stream()
                .map(values -> cells(measure.columns(), values))
                .toList();
        String note = Stream.of(note(missingColumns(measure)), rows.isEmpty() ? NO_ROWS : "")
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
        return RowOrder.sorted(table(measure, rows, note));
    }

    private static Table table(Measure measure, List<List<Object>> rows, String note) {
        return new Table(measure.id(), measure.title(), measure.columns(), rows, note);
    }

    /** Returns the cells of every roll-up that the measures need. */
    private Map<RollUpRequest, List<RollUp.Cell>> cells(List<Measure> measures) {
        return new RollUpRunner(spark, profile)
                .of(measures.stream()
                        .filter(measure -> given.containsAll(measure.needs()))
                        .flatMap(measure -> measure.tabulation().stream())
                        .flatMap(tabulation -> tabulation.requests(asAt).stream())
                        .distinct()
                        .toList());
    }

    /** Returns the rows of a measure, without display order or shorthand. A value that is not known is null. */
    public Dataset<Row> dataset(Measure measure) {
        if (measure.tabulation().isEmpty()) {
            return spark.sql(measure.query(), parameters);
        }
        List<Row> rows = values(measure, cells(List.of(measure))).stream()
                .map(values -> RowFactory.create(values.toArray()))
                .toList();
        StructType schema = new StructType();
        for (Column column : measure.columns()) {
            schema = schema.add(column.name(), type(column.kind()));
        }
        return spark.createDataFrame(rows, schema);
    }

    private static DataType type(Column.Kind kind) {
        return switch (kind) {
            case COUNT, COUNT_OF_THINGS -> DataTypes.LongType;
            case MONEY, MIXED -> DataTypes.createDecimalType(DecimalType.MAX_PRECISION(), MONEY_DECIMALS);
            case PERCENT, DAYS, NUMBER -> DataTypes.DoubleType;
            case DIMENSION, TEXT, DATE -> DataTypes.StringType;
        };
    }

    /** Returns the values of each row, in the order of the columns. A value that is not known is null. */
    private List<List<Object>> values(Measure measure, Map<RollUpRequest, List<RollUp.Cell>> cells) {
        if (measure.tabulation().isPresent()) {
            Tabulation tabulation = measure.tabulation().get();
            Map<RollUpRequest, List<RollUp.Cell>> own = new HashMap<>();
            tabulation.requests(asAt).forEach(request -> own.put(request, cells.get(request)));
            return tabulation.rows(own, measure.columns());
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Row row : dataset(measure).collectAsList()) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < row.length(); i++) {
                values.add(row.get(i));
            }
            rows.add(values);
        }
        return rows;
    }

    private List<Object> cells(List<Column> columns, List<Object> values) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(cell(columns.get(i), values.get(i)));
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
