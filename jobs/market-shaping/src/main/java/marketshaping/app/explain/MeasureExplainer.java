package marketshaping.app.explain;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import marketshaping.analysis.measure.ColumnDictionary;
import marketshaping.analysis.measure.Measure;
import marketshaping.app.console.ConsoleTable;
import marketshaping.app.console.ConsoleTable.Heading;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;

/** Prints the definition, columns, sources, audience and SQL query of a measure. */
public final class MeasureExplainer {
    private final Measure measure;
    private final PrintWriter out;
    private final ConsoleTable page;

    public MeasureExplainer(Measure measure, PrintWriter out) {
        this.measure = measure;
        this.out = out;
        this.page = new ConsoleTable(out);
    }

    public void print() {
        page.paragraph(0, "%s: %s".formatted(measure.id(), measure.title()));
        page.heading("Definition");
        measure.definition().lines().forEach(line -> page.paragraph(1, line));
        page.heading("Columns");
        page.table(
                Stream.of("Column", "Content", "Unit", "Based on")
                        .map(Heading::left)
                        .toList(),
                measure.columns().stream()
                        .filter(column -> !column.isSupporting())
                        .map(column -> List.of(
                                column.name(), ColumnDictionary.of(measure, column), column.unit(), basis(column)))
                        .toList());
        page.heading("Optional inputs");
        needs().forEach(line -> page.paragraph(1, line));
        page.heading("Sources");
        QueryLineage.readBy(measure).forEach(this::reading);
        page.heading("Audience");
        page.paragraph(1, audience());
        String query = measure.tabulation().isPresent() ? measure.referenceQuery() : measure.query();
        page.heading(measure.tabulation().isPresent() ? "Reference query, in DuckDB SQL" : "Query, in Spark SQL");
        QueryLineage.valuesIn(measure.query())
                .forEach((name, meaning) -> page.paragraph(1, ":%s is %s.".formatted(name, meaning)));
        out.println();
        query.lines().forEach(line -> out.println("  " + line));
        page.flush();
    }

    private void reading(QueryLineage.Reading reading) {
        QueryLineage.View view = reading.view();
        page.paragraph(
                1,
                "%s (%s%s): %s"
                        .formatted(
                                view.name(),
                                view.about(),
                                view.inputs().isEmpty() ? "" : "; from the inputs " + String.join(", ", view.inputs()),
                                String.join(", ", reading.fields())));
    }

    private List<String> needs() {
        Stream<String> whole = measure.needs().stream().map(input -> "%s: without it, the whole table shows %s."
                .formatted(input, Shorthand.NOT_AVAILABLE.symbol()));
        Stream<String> parts = measure.columns().stream()
                .map(Column::needs)
                .filter(input -> !input.isEmpty())
                .distinct()
                .map(input -> "%s: without it, these columns show %s: %s."
                        .formatted(input, Shorthand.NOT_AVAILABLE.symbol(), String.join(", ", columnsNeeding(input))));
        List<String> needs = Stream.concat(whole, parts).toList();
        return needs.isEmpty() ? List.of("None.") : needs;
    }

    private List<String> columnsNeeding(String input) {
        return measure.columns().stream()
                .filter(column -> column.needs().equals(input))
                .map(Column::name)
                .toList();
    }

    private String audience() {
        return switch (measure.audience()) {
            case EVERYONE -> "Everyone, after disclosure control.";
            case COUNCIL -> "The council only. No published pack contains this measure.";
        };
    }

    /**
     * Returns the numerator and denominator of a percentage, or the count that determines whether another figure is
     * hidden. The text is empty if a column is its own basis, as a count is.
     */
    private static String basis(Column column) {
        if (!column.numerator().isEmpty()) {
            return "%s / %s".formatted(words(column.numerator()), words(column.basis()));
        }
        return column.basis().equals(column.name()) ? "" : words(column.basis());
    }

    private static String words(String column) {
        return column.replace('_', ' ').strip();
    }
}
