package marketshaping.lake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import marketshaping.contract.Contract;
import marketshaping.contract.Field;

/**
 * What a table of the lake is made of: its name, what a row is, its columns and the conditions that every row keeps.
 *
 * @param constraints conditions in Spark SQL, by name; a condition that is unknown counts as broken
 */
public record TableShape(String name, String grain, List<ColumnShape> columns, Map<String, String> constraints) {

    /** @param sqlType the type in Spark SQL, with NOT NULL where a row can't do without it */
    public record ColumnShape(String name, String sqlType, String comment) {}

    public TableShape {
        columns = List.copyOf(columns);
        constraints = Map.copyOf(constraints);
    }

    /** The table that holds the accepted rows of an input. */
    public static TableShape of(Contract contract) {
        List<ColumnShape> columns = new ArrayList<>();
        for (Field field : contract.fields()) {
            columns.add(new ColumnShape(
                    field.name(),
                    field.type().sqlType() + (field.isRequired() ? " NOT NULL" : ""),
                    field.type().shouldBe()));
        }
        Map<String, String> constraints = new LinkedHashMap<>();
        for (int i = 0; i < contract.rules().size(); i++) {
            String broken = contract.rules().get(i).brokenWhen();
            constraints.put("%s_rule_%d".formatted(contract.input(), i + 1), "(%s) IS NOT TRUE".formatted(broken));
        }
        return new TableShape(contract.input(), contract.grain(), columns, constraints);
    }

    /** The columns as Spark SQL declares them. */
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
