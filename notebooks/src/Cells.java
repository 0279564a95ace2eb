package marketshaping.notebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The first rows of a query result, up to a readable number. */
record Cells(List<String> headings, List<List<Object>> rows) {
    private static final int MOST_ROWS = 100;
    private static final String NUMBER_CELL = "<td style=\"text-align: right\">";
    private static final String TEXT_CELL = "<td style=\"text-align: left\">";

    static Cells of(Dataset<Row> dataset) {
        List<List<Object>> rows = new ArrayList<>();
        for (Row row : dataset.takeAsList(MOST_ROWS)) {
            List<Object> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(row.get(i));
            }
            rows.add(cells);
        }
        return new Cells(Stream.of(dataset.columns()).map(Cells::heading).toList(), rows);
    }

    /** Returns a column name in words: {@code outside_region_percent} is "Outside region percent". */
    private static String heading(String column) {
        String words = column.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    private static String shown(Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Double || cell instanceof BigDecimal) {
            return String.format(Locale.UK, "%,.1f", cell);
        }
        return cell instanceof Number ? String.format(Locale.UK, "%,d", cell) : cell.toString();
    }

    private boolean isNumber(int column) {
        return rows.stream().anyMatch(row -> row.get(column) instanceof Number);
    }

    /** Returns the rows as text, in columns that are as wide as their longest cell. */
    String asText() {
        List<List<String>> lines = new ArrayList<>(List.of(headings));
        rows.forEach(row -> lines.add(row.stream().map(Cells::shown).toList()));
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder one = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                int column = i;
                int width = lines.stream()
                        .mapToInt(other -> other.get(column).length())
                        .max()
                        .orElse(0);
                String blanks = " ".repeat(width - line.get(i).length());
                one.append(isNumber(i) ? blanks + line.get(i) : line.get(i) + blanks)
                        .append("  ");
            }
            text.append(one.toString().stripTrailing()).append('\n');
        }
        return text.toString().stripTrailing();
    }

    String asHtml() {
        StringBuilder html = new StringBuilder("<table>\n<tr>");
        for (int i = 0; i < headings.size(); i++) {
            html.append(cell(i).replace("<td", "<th"))
                    .append(escaped(headings.get(i)))
                    .append("</th>");
        }
        html.append("</tr>\n");
        for (List<Object> row : rows) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                html.append(cell(i)).append(escaped(shown(row.get(i)))).append("</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</table>").toString();
    }

    private String cell(int column) {
        return isNumber(column) ? NUMBER_CELL : TEXT_CELL;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
