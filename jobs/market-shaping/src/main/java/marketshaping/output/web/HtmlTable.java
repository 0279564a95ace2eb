package marketshaping.output.web;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of a web page, with a caption and one header row. On narrow screens its rows are shown one below the other,
 * with the heading before each cell. Declare the columns first, then add the rows.
 */
public final class HtmlTable {
    private static final String NUMBER = "number";

    private record Column(String heading, String styleClass) {}

    private final List<Column> columns = new ArrayList<>();
    private final HtmlElement head;
    private final HtmlElement body;

    public HtmlTable(HtmlElement parent, String caption) {
        HtmlElement table = parent.add("table");
        table.add("caption", caption);
        head = table.add("thead").add("tr");
        body = table.add("tbody");
    }

    public HtmlTable text(String heading) {
        return column(new Column(heading, "text"));
    }

    /** Declares a column whose cells are aligned to the right. */
    public HtmlTable number(String heading) {
        return column(new Column(heading, NUMBER));
    }

    /** Declares a column that uses the rest of the width. */
    public HtmlTable wide(String heading) {
        return column(new Column(heading, "wide"));
    }

    private HtmlTable column(Column column) {
        columns.add(column);
        head.add("th", column.heading()).with("scope", "col").of(column.styleClass());
        return this;
    }

    public Row row() {
        return new Row(body.add("tr"));
    }

    /** One row, filled from left to right. */
    public final class Row {
        private final HtmlElement row;
        private int next;

        private Row(HtmlElement row) {
            this.row = row;
        }

        /** Adds the cell that names the row. */
        public Row heading(String text) {
            next("th").with("scope", "row").text(text);
            return this;
        }

        public Row cell(String text) {
            cell().text(text);
            return this;
        }

        /** Adds an empty cell and returns it. */
        public HtmlElement cell() {
            return next("td");
        }

        private HtmlElement next(String tag) {
            Column column = columns.get(next++);
            return row.add(tag).of(column.styleClass()).with("data-label", column.heading());
        }
    }
}
