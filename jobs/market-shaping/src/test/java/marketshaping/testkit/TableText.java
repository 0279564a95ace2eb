package marketshaping.testkit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Small tables written as text: a header, then one line per row, with cells separated by {@code |}.
 *
 * <p>An empty cell is null. A schema column that is missing from the header is null in every row.
 */
public final class TableText {

    private TableText() {}

    /**
     * Parses a table.
     *
     * @param schema the columns and their types, such as {@code person STRING, start_date DATE}
     */
    public static Dataset<Row> parse(SparkSession spark, String text, String schema) {
        StructType type = StructType.fromDDL(schema);
        List<String> header = header(text);
        List<String> unknown = header.stream()
                .filter(name -> !Arrays.asList(type.fieldNames()).contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Columns missing from the schema: " + unknown);
        }
        List<Row> rows = text.lines()
                .filter(line -> !line.isBlank())
                .skip(1)
                .map(line -> row(cells(line), header, type))
                .collect(Collectors.toCollection(ArrayList::new));
        return spark.createDataFrame(rows, type);
    }

    /** Returns the column names in the first line. */
    public static List<String> header(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(TableText::cells)
                .orElseThrow(() -> new IllegalArgumentException("A table needs a header"));
    }

    static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    private static Row row(List<String> cells, List<String> header, StructType type) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(
                    "%d cells under %d columns: %s".formatted(cells.size(), header.size(), String.join(" | ", cells)));
        }
        Object[] values = new Object[type.size()];
        for (int i = 0; i < header.size(); i++) {
            int index = type.fieldIndex(header.get(i));
            StructField field = type.fields()[index];
            values[index] = cells.get(i).isEmpty() ? null : value(cells.get(i), field.dataType());
        }
        return RowFactory.create(values);
    }

    private static Object value(String cell, DataType type) {
        if (type instanceof DecimalType decimal) {
            return new BigDecimal(cell).setScale(decimal.scale());
        }
        return switch (type.typeName()) {
            case "string" -> cell;
            case "integer" -> Integer.valueOf(cell);
            case "long" -> Long.valueOf(cell);
            case "double" -> Double.valueOf(cell);
            case "boolean" -> Boolean.valueOf(cell);
            case "date" -> LocalDate.parse(cell);
            default -> throw new IllegalArgumentException("No text form for the type " + type.typeName());
        };
    }
}
