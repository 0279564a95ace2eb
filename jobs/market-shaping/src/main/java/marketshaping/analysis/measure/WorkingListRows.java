package marketshaping.analysis.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The rows of the working list. They are fetched one by one as they are read, because a region has hundreds of
 * thousands.
 */
public final class WorkingListRows implements Iterable<List<Object>> {
    private static final int PENCE = 2;

    private final SparkSession spark;
    private final Map<String, Object> parameters;

    /**
     * Creates the rows, but does not run the query yet.
     *
     * @param parameters named parameters of the query, as for measures
     */
    public WorkingListRows(SparkSession spark, Map<String, Object> parameters) {
        this.spark = spark;
        this.parameters = parameters;
    }

    @Override
    public Iterator<List<Object>> iterator() {
        Iterator<Row> rows = spark.sql(ActionListLines.LISTED, parameters).toLocalIterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public List<Object> next() {
                return cells(rows.next());
            }
        };
    }

    private static List<Object> cells(Row row) {
        List<Object> cells = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            cells.add(cell(row.get(i)));
        }
        return cells;
    }

    private static Object cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal money) {
            return money.setScale(PENCE, RoundingMode.HALF_UP);
        }
        return value instanceof Integer whole ? (Object) whole.longValue() : value;
    }
}
