package marketshaping.output.pack.sheet;

import java.util.List;
import java.util.stream.Stream;
import marketshaping.analysis.measure.Measure;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import marketshaping.output.workbook.TableSheet;

/** The worksheet of notes: the definition of each measure shown, and the meaning of shorthand. */
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
                .map(one -> one.symbol() + " means " + one.meaning() + ".")
                .toList();
        return new TableSheet(
                "Notes",
                "About this workbook",
                "Notes",
                "The table defines each measure.",
                shorthand,
                table,
                List.of());
    }

    private static List<Object> row(Measure measure) {
        return List.of(measure.id(), measure.title(), measure.definition().asText());
    }
}
