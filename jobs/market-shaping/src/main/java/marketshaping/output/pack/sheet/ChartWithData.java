package marketshaping.output.pack.sheet;

import java.util.ArrayList;
import java.util.List;
import marketshaping.analysis.measure.Section;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import marketshaping.output.workbook.Chart;
import marketshaping.output.workbook.ChartSheet;
import marketshaping.output.workbook.Sheet;
import marketshaping.output.workbook.TableSheet;
import marketshaping.output.workbook.TableSheet.Mark;

/**
 * A chart and the small table that it is drawn from, on a worksheet each.
 *
 * @param name of the chart's worksheet; the table's is the same with "data" after it
 * @param table its title is the title of both
 */
record ChartWithData(Section section, String name, String altText, Table table, Chart chart, List<Mark> marks) {

    /** Nothing where there is nothing to draw. */
    List<Sheet> sheets(PackInputs inputs) {
        Table drawn = isLine() ? withoutGaps() : table;
        if (isMostlyGaps(drawn) || nothingToDraw(drawn)) {
            return List.of();
        }
        String data = name + " data";
        String title = ChartTitles.of(table.title(), inputs);
        List<String> notes = new ArrayList<>();
        if (!drawn.note().isEmpty()) {
            notes.add(drawn.note());
        }
        if (drawn.rows().stream().anyMatch(row -> row.stream().anyMatch(Shorthand.class::isInstance))) {
            notes.add(
                    chart.kind() == Chart.Kind.STACKED_BAR
                            ? "Where the table has no figure, that part of a bar is missing, and the bar is lower than"
                                    + " the whole."
                            : "A bar is missing where the table has no figure.");
        }
        return List.of(
                new ChartSheet(name, section.title(), title, altText, notes, data, chart),
                new TableSheet(
                        data,
                        section.title(),
                        title,
                        "It holds the figures of the chart in worksheet " + name + ".",
                        List.of(),
                        drawn,
                        marks));
    }

    private boolean isLine() {
        return chart.kind() == Chart.Kind.LINE;
    }

    /** A line through the few months that have a figure would be read as if it told of all. */
    private boolean isMostlyGaps(Table drawn) {
        return drawn.rows().isEmpty() || drawn.rows().size() * 2 < table.rows().size();
    }

    /** Bars of nought can't be seen; noughts alone, because all else is hidden, would be read as if all were nought. */
    private boolean nothingToDraw(Table drawn) {
        boolean isWhole = drawn.rows().size() == table.rows().size();
        return chart.series().stream()
                .filter(series -> series.role() == Chart.Role.FIGURE)
                .flatMap(series -> drawn.rows().stream().map(row -> drawn.cell(row, series.column())))
                .allMatch(cell -> !CellWords.isNumber(cell) || CellWords.isNought(cell) && !(isLine() && isWhole));
    }

    /** A line would fall to nought where a cell is not a number, so that such months are left out and named. */
    private Table withoutGaps() {
        List<List<Object>> whole = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (List<Object> row : table.rows()) {
            if (row.stream().anyMatch(Shorthand.class::isInstance)) {
                left.add(CellWords.month(FigureLookup.month(table.cell(row, chart.category()))));
            } else {
                whole.add(row);
            }
        }
        String gaps = left.isEmpty() ? "" : "Left out, because a figure is missing: " + String.join(", ", left) + ".";
        return new Table(table.id(), table.title(), table.columns(), whole, (table.note() + " " + gaps).strip());
    }
}
