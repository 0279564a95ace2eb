package marketshaping.output.workbook;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;

/** Replaces words in a workbook: in names, titles, sentences, headings and cells, but not in names of people or places. */
public final class WorkbookWords {
    private static final String NAME = "_name";

    private final UnaryOperator<String> words;

    private WorkbookWords(UnaryOperator<String> words) {
        this.words = words;
    }

    /** Returns a copy of the workbook in other words. */
    public static Workbook in(Workbook workbook, UnaryOperator<String> words) {
        WorkbookWords own = new WorkbookWords(words);
        return new Workbook(
                words.apply(workbook.title()),
                workbook.author(),
                workbook.asAt(),
                workbook.audience(),
                workbook.classification(),
                workbook.sheets().stream().map(own::sheet).toList());
    }

    /** Returns a copy of a worksheet of rows in other words; of the cells, those of one column change. */
    public static RowsSheet in(RowsSheet sheet, UnaryOperator<String> words, String column) {
        int at =
                sheet.headings().stream().map(RowsSheet.Heading::words).toList().indexOf(column);
        return new RowsSheet(
                words.apply(sheet.name()),
                words.apply(sheet.title()),
                words.apply(sheet.description()),
                sheet.headings().stream()
                        .map(heading -> new RowsSheet.Heading(
                                words.apply(heading.words()), heading.width(), heading.cellKind()))
                        .toList(),
                () -> StreamSupport.stream(sheet.rows().spliterator(), false)
                        .map(row -> IntStream.range(0, row.size())
                                .mapToObj(i -> i == at && row.get(i) instanceof String text
                                        ? (Object) words.apply(text)
                                        : row.get(i))
                                .toList())
                        .iterator());
    }

    private Sheet sheet(Sheet sheet) {
        if (sheet instanceof TextSheet text) {
            return new TextSheet(
                    words.apply(text.name()),
                    words.apply(text.section()),
                    words.apply(text.title()),
                    text.lines().stream().map(this::line).toList());
        } else if (sheet instanceof TableSheet table) {
            return new TableSheet(
                    words.apply(table.name()),
                    words.apply(table.section()),
                    words.apply(table.title()),
                    words.apply(table.description()),
                    all(table.notes()),
                    table(table.table()),
                    table.marks().stream().map(this::mark).toList());
        } else if (sheet instanceof ChartSheet chart) {
            return new ChartSheet(
                    words.apply(chart.name()),
                    words.apply(chart.section()),
                    words.apply(chart.title()),
                    words.apply(chart.altText()),
                    all(chart.notes()),
                    words.apply(chart.tableSheet()),
                    chart(chart.chart()));
        } else if (sheet instanceof TileSheet tiles) {
            return new TileSheet(
                    words.apply(tiles.name()),
                    words.apply(tiles.section()),
                    words.apply(tiles.title()),
                    words.apply(tiles.description()),
                    all(tiles.notes()),
                    words.apply(tiles.tableSheet()),
                    tiles.rows());
        }
        return sheet;
    }

    private TextSheet.Line line(TextSheet.Line line) {
        if (line instanceof TextSheet.Heading heading) {
            return new TextSheet.Heading(words.apply(heading.text()));
        } else if (line instanceof TextSheet.Link link) {
            return new TextSheet.Link(words.apply(link.text()), words.apply(link.sheet()), words.apply(link.heading()));
        }
        return new TextSheet.Paragraph(words.apply(line.text()));
    }

    private TableSheet.Mark mark(TableSheet.Mark mark) {
        return mark instanceof TableSheet.Flag flag
                ? new TableSheet.Flag(flag.column(), words.apply(flag.word()))
                : mark;
    }

    private Chart chart(Chart chart) {
        return new Chart(
                chart.kind(),
                words.apply(chart.categoryAxis()),
                words.apply(chart.valueAxis()),
                chart.category(),
                chart.series().stream()
                        .map(series -> new Chart.Series(series.column(), words.apply(series.label()), series.role()))
                        .toList());
    }

    private Table table(Table table) {
        List<List<Object>> rows = table.rows().stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> cell(table.columns().get(i), row.get(i)))
                        .toList())
                .toList();
        return new Table(
                table.id(),
                words.apply(table.title()),
                table.columns().stream()
                        .map(column -> column.headed(words.apply(column.heading())))
                        .toList(),
                rows,
                words.apply(table.note()));
    }

    private Object cell(Column column, Object cell) {
        return cell instanceof String text && !column.name().endsWith(NAME) ? words.apply(text) : cell;
    }

    private List<String> all(List<String> texts) {
        return texts.stream().map(words).toList();
    }
}
