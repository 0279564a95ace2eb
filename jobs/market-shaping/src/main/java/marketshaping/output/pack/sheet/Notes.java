package marketshaping.output.pack.sheet;

import java.util.List;
import java.util.stream.Stream;
import marketshaping.analysis.measure.Measure;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import marketshaping.output.workbook.TableSheet;

/** The notes: the definition of each measure shown, in the measure's own words, and what the shorthand means. */
public final class Notes {
    private Notes() {}

    public static TableSheet sheet(PackInputs inputs) {
        List<List<Object>> rows = inputs.measures().stream()
                .filter(measure -> inputs.tables().containsKey(measure.id()))
                .map(Notes::row)
                .toList();
        Table table = new Table(
                "notes",
                "Notes",
                List.of(Column.dimension("worksheet"), Column.text("measure"), Column.text("definition")),
                rows,
                "");
        List<String> shorthand = Stream.of(Shorthand.values())
                .map(mark -> mark.mark() + " means " + mark.meaning() + ".")
                .toList();
        return new TableSheet(
                "Notes",
                "About this workbook",
                "Notes",
                "It says how each measure is counted.",
                shorthand,
                table,
                List.of());
    }

    private static List<Object> row(Measure measure) {
        return List.of(measure.id(), measure.title(), measure.definition().asText());
    }
}
