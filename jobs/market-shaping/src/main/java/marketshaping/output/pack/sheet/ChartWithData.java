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
 * A chart and its data table, each on its own worksheet.
 *
 * @param name the name of the chart's worksheet; the table's worksheet has the same name followed by "data"
 * @param table the data; its title is the title of both worksheets
 */
record ChartWithData(Section section, String name, String altText, Table table, Chart chart, List<Mark> marks) {

    /** Returns the chart's worksheet and the table's worksheet, or no worksheets if there is nothing to draw. */
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
                            ? "Parts without a figure in the table are missing from the bars, so a bar can be lower"
                                    + " than the total."
                            : "A bar is missing where the table has no figure.");
        }
        return List.of(
                new ChartSheet(name, section.title(), title, altText, notes, data, chart),
                new TableSheet(
                        data,
                        section.title(),
                        title,
                        "The table contains the figures of the chart in worksheet " + name + ".",
                        List.of(),
                        drawn,
                        marks));
    }

    private boolean isLine() {
        return chart.kind() == Chart.Kind.LINE;
    }

    /**
     * Returns true if fewer than half of the rows are left after removing months without figures. A line through so few
     * months would mislead.
     */
    private boolean isMostlyGaps(Table drawn) {
        return drawn.rows().isEmpty() || drawn.rows().size() * 2 < table.rows().size();
    }

    /**
     * Returns true if every figure is missing or zero, because a chart would be empty or would show missing figures as
     * zero. The exception is a line of zeros without missing months.
     */
    private boolean nothingToDraw(Table drawn) {
        boolean isWhole = drawn.rows().size() == table.rows().size();
        return chart.series().stream()
                .filter(series -> series.role() == Chart.Role.FIGURE)
                .flatMap(series -> drawn.rows().stream().map(row -> drawn.cell(row, series.column())))
                .allMatch(cell -> !CellWords.isNumber(cell) || CellWords.isZero(cell) && !(isLine() && isWhole));
    }

    /**
     * Returns the table without months that lack a figure, because a line would fall to zero there. The table's note
     * lists these months.
     */
    private Table withoutGaps() {
        List<List<Object>> complete = new ArrayList<>();
        List<String> omitted = new ArrayList<>();
        for (List<Object> row : table.rows()) {
            if (row.stream().anyMatch(Shorthand.class::isInstance)) {
                omitted.add(CellWords.month(FigureLookup.month(table.cell(row, chart.category()))));
            } else {
                complete.add(row);
            }
        }
        String gaps = omitted.isEmpty()
                ? ""
                : "Months left out because a figure is missing: " + String.join(", ", omitted) + ".";
        return new Table(table.id(), table.title(), table.columns(), complete, (table.note() + " " + gaps).strip());
    }
}
