package marketshaping.measure;

import java.util.List;
import marketshaping.table.Column;

/**
 * One measure: its definition in words, the columns of its table and its query, which is Spark SQL over the views that
 * {@link marketshaping.fact.Views} names. The query's columns are the table's columns, in the same order.
 *
 * @param id names the table, the CSV file and the worksheet
 * @param needs the optional inputs without which nothing of it can be known; empty where there are none
 */
public record Measure(
        String id,
        Section section,
        String title,
        Definition definition,
        List<String> needs,
        List<Column> columns,
        String query) {

    public Measure {
        needs = List.copyOf(needs);
        columns = List.copyOf(columns);
    }
}
