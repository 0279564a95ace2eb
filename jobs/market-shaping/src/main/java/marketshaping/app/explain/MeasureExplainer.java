package marketshaping.app.explain;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import marketshaping.analysis.measure.ColumnWords;
import marketshaping.analysis.measure.Measure;
import marketshaping.app.console.ConsoleTable;
import marketshaping.app.console.ConsoleTable.Heading;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;

/** Prints what a measure counts, what its table holds, what it reads and how it asks. */
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
                Stream.of("Column", "Holds", "Unit", "Rests on")
                        .map(Heading::left)
                        .toList(),
                measure.columns().stream()
                        .filter(column -> !column.isSupporting())
                        .map(column ->
                                List.of(column.name(), ColumnWords.of(measure, column), column.unit(), restsOn(column)))
                        .toList());
        page.heading("Optional inputs that it needs");
        needs().forEach(line -> page.paragraph(1, line));
        page.heading("What it reads");
        QueryLineage.readBy(measure.query()).forEach(this::reading);
        page.heading("Who may see it");
        page.paragraph(1, audience());
        page.heading("Query, in Spark SQL");
        QueryLineage.valuesIn(measure.query())
                .forEach((name, meaning) -> page.paragraph(1, ":%s is %s.".formatted(name, meaning)));
        out.println();
        measure.query().lines().forEach(line -> out.println("  " + line));
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
        Stream<String> whole = measure.needs().stream()
                .map(input -> "%s: without it nothing is known, and the table says %s."
                        .formatted(input, Shorthand.NOT_AVAILABLE.mark()));
        Stream<String> parts = measure.columns().stream()
                .map(Column::needs)
                .filter(input -> !input.isEmpty())
                .distinct()
                .map(input -> "%s: without it these show %s: %s."
                        .formatted(input, Shorthand.NOT_AVAILABLE.mark(), String.join(", ", columnsNeeding(input))));
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
            case EVERYONE -> "Everyone, once it is disclosure controlled.";
            case COUNCIL -> "The council alone: it is in no published pack.";
        };
    }

    /** The counts without which a figure is hidden in a published table; a count rests on itself. */
    private static String restsOn(Column column) {
        if (!column.numerator().isEmpty()) {
            return "%s / %s".formatted(words(column.numerator()), words(column.basis()));
        }
        return column.basis().equals(column.name()) ? "" : words(column.basis());
    }

    private static String words(String column) {
        return column.replace('_', ' ').strip();
    }
}
