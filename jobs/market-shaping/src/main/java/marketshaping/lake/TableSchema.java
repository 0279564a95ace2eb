package marketshaping.lake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;

/**
 * The schema of a table of the lake: its name, its grain, its columns and the constraints on every row.
 *
 * @param constraints conditions in Spark SQL by name; a row violates a condition that is false or null
 */
public record TableSchema(String name, String grain, List<ColumnShape> columns, Map<String, String> constraints) {

    /**
     * One column of a table.
     *
     * @param sqlType the type in Spark SQL, followed by NOT NULL for a required column
     */
    public record ColumnShape(String name, String sqlType, String comment) {
        private static final String NOT_NULL = " NOT NULL";

        Metadata metadata() {
            return new MetadataBuilder().putString("comment", comment).build();
        }

        boolean isRequired() {
            return sqlType.endsWith(NOT_NULL);
        }
    }

    public TableSchema {
        columns = List.copyOf(columns);
        constraints = withRequired(columns, constraints);
    }

    /**
     * Adds a constraint for each required column. A table that is created by writing its first rows loses NOT NULL, and
     * creating the table beforehand would take a second commit.
     */
    private static Map<String, String> withRequired(List<ColumnShape> columns, Map<String, String> constraints) {
        Map<String, String> all = new TreeMap<>(constraints);
        columns.stream()
                .filter(ColumnShape::isRequired)
                .forEach(column -> all.put(column.name() + "_given", "`%s` IS NOT NULL".formatted(column.name())));
        return Collections.unmodifiableMap(all);
    }

    /** Returns the schema of the table that contains the accepted rows of an input. */
    public static TableSchema of(Contract contract) {
        List<ColumnShape> columns = new ArrayList<>();
        for (Field field : contract.fields()) {
            columns.add(new ColumnShape(
                    field.name(),
                    field.type().sqlType() + (field.isRequired() ? " NOT NULL" : ""),
                    field.type().expected()));
        }
        Map<String, String> constraints = new LinkedHashMap<>();
        for (int i = 0; i < contract.rules().size(); i++) {
            String broken = contract.rules().get(i).brokenWhen().sql();
            constraints.put("%s_rule_%d".formatted(contract.input(), i + 1), "(%s) IS NOT TRUE".formatted(broken));
        }
        return new TableSchema(contract.input(), contract.grain(), columns, constraints);
    }

    /** Returns the declaration of the columns in Spark SQL. */
    public String ddl() {
        return columns.stream()
                .map(column -> "`%s` %s COMMENT '%s'"
                        .formatted(
                                column.name(),
                                column.sqlType(),
                                column.comment().replace("\\", "\\\\").replace("'", "\\'")))
                .collect(Collectors.joining(", "));
    }

    public List<String> columnNames() {
        return columns.stream().map(ColumnShape::name).toList();
    }
}
