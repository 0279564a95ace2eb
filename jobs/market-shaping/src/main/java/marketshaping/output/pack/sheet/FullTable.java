package marketshaping.output.pack.sheet;

import java.util.List;
import java.util.Set;
import marketshaping.analysis.measure.Definition;
import marketshaping.analysis.measure.Measure;
import marketshaping.analysis.measure.Section;
import marketshaping.model.table.Table;
import marketshaping.output.workbook.TableSheet;
import marketshaping.output.workbook.TableSheet.Mark;
import marketshaping.output.workbook.TableSheet.ShareBar;

/**
 * Builds the worksheet of one table, named after the table's id. A large table is limited to its {@link
 * LeastDetailedRows}.
 */
public final class FullTable {
    /** The columns with the main percentages, which are shown with a bar in each cell. */
    private static final Set<String> BARRED = Set.of(
            "out_of_borough_percent",
            "spot_share_percent",
            "within_target_percent",
            "past_target_percent",
            "good_or_outstanding_percent",
            "seen_percent");

    private FullTable() {}

    public static TableSheet of(PackInputs inputs, Measure measure) {
        Definition definition = measure.definition();
        Table table = LeastDetailedRows.of(inputs.tables().get(measure.id()));
        String sums = sumsOver(table) ? "All in a column means that the row covers all values of the column. " : "";
        return sheet(
                inputs,
                measure.section(),
                table,
                definition.counts(),
                List.of("Period: " + definition.period() + " " + sums
                        + "The worksheet Notes contains the full definition."));
    }

    /** Returns the worksheet of a table that is not a measure and so has no definition. */
    static TableSheet of(PackInputs inputs, Table table) {
        return sheet(inputs, Section.QUALITY_AND_DATA, LeastDetailedRows.of(table), "", List.of());
    }

    private static TableSheet sheet(
            PackInputs inputs, Section section, Table table, String description, List<String> notes) {
        List<Mark> marks = table.columns().stream()
                .filter(column -> BARRED.contains(column.name()))
                .map(column -> (Mark) new ShareBar(column.name()))
                .toList();
        String scope = "The figures are for %s as at %s. ".formatted(inputs.council(), CellWords.date(inputs.asAt()));
        return new TableSheet(table.id(), section.title(), table.title(), scope + description, notes, table, marks);
    }

    private static boolean sumsOver(Table table) {
        return table.rows().stream().anyMatch(row -> row.contains(FigureLookup.ALL));
    }
}
