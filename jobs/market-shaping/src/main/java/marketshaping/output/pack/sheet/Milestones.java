package marketshaping.output.pack.sheet;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import marketshaping.model.table.Column;
import marketshaping.output.pack.sheet.PackInputs.Milestone;
import marketshaping.output.workbook.Chart.Role;
import marketshaping.output.workbook.Chart.Series;

/**
 * The milestones within the months of a trend. Each becomes a column of ones and zeros, which a chart draws as vertical
 * bars.
 */
record Milestones(List<Milestone> milestones) {

    static Milestones within(PackInputs inputs, List<YearMonth> months) {
        return new Milestones(inputs.milestones().stream()
                .filter(milestone -> months.contains(YearMonth.from(milestone.date())))
                .toList());
    }

    List<Column> columns() {
        return IntStream.range(0, milestones.size())
                .mapToObj(i -> new Column(name(i), Column.Kind.NUMBER, "1 in the month of the event", "", "", ""))
                .toList();
    }

    List<Object> cells(YearMonth month) {
        return milestones.stream()
                .<Object>map(one -> YearMonth.from(one.date()).equals(month) ? 1L : 0L)
                .toList();
    }

    List<Series> series() {
        return IntStream.range(0, milestones.size())
                .mapToObj(i -> new Series(name(i), milestones.get(i).name(), Role.EVENT))
                .toList();
    }

    /** Returns one sentence per milestone, each preceded by a space. */
    String sentences() {
        StringBuilder words = new StringBuilder();
        milestones.forEach(
                one -> words.append(" A vertical bar marks %s: %s.".formatted(CellWords.date(one.date()), one.name())));
        return words.toString();
    }

    private String name(int i) {
        return milestones.get(i).name();
    }
}
