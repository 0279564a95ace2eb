package marketshaping.output.pack.sheet;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import marketshaping.analysis.measure.Section;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;
import marketshaping.output.workbook.Chart;
import marketshaping.output.workbook.Chart.Role;
import marketshaping.output.workbook.Chart.Series;
import marketshaping.output.workbook.Sheet;

/**
 * Bar chart of people placed out of borough: one bar for each of the council areas with the most people, longest first.
 */
final class HostAreas {
    static final String SOURCE = "oob_hosts";
    private static final int MOST = 15;
    private static final Set<String> NOT_OUT = Set.of(FigureLookup.ALL, "In borough", "Not located");

    private HostAreas() {}

    static List<Sheet> sheets(PackInputs inputs) {
        if (!inputs.tables().containsKey(SOURCE)) {
            return List.of();
        }
        Table source = inputs.tables().get(SOURCE);
        List<List<Object>> rows = ranked(source)
                .limit(MOST)
                .map(row -> List.of(
                        source.cell(row, "host_name"),
                        source.cell(row, "tier"),
                        source.cell(row, "people"),
                        source.cell(row, "placements")))
                .toList();
        String note = "The chart shows the areas with the most people, at most %d; the table %s lists all areas."
                .formatted(MOST, SOURCE);
        ChartWithData drawing = new ChartWithData(
                Section.OUT_OF_BOROUGH,
                "Host areas",
                "Bar chart of people in accommodation with care who live outside %s: one bar per council area, longest"
                                .formatted(inputs.council())
                        + " first"
                        + longest(rows)
                        + ".",
                new Table(
                        "oob_hosts_ranked",
                        "People placed out of borough by the council area they live in",
                        List.of(
                                Column.dimension("host_name"),
                                Column.text("tier"),
                                Column.count("people"),
                                Column.count("placements")),
                        rows,
                        (source.note() + " " + note).strip()),
                new Chart(
                        Chart.Kind.RANKED_BAR,
                        "Council area",
                        "People",
                        "host_name",
                        List.of(new Series("people", "People", Role.FIGURE))),
                List.of());
        return drawing.sheets(inputs);
    }

    /** Returns the rows of single council areas outside the borough. */
    static Stream<List<Object>> out(Table hosts) {
        return hosts.rows().stream()
                .filter(row -> !NOT_OUT.contains(hosts.cell(row, "tier").toString())
                        && !hosts.cell(row, "host_code").equals(FigureLookup.ALL));
    }

    /** Returns the rows of areas outside the borough whose number of people is known and above zero, largest first. */
    static Stream<List<Object>> ranked(Table hosts) {
        return out(hosts)
                .filter(row -> CellWords.size(hosts.cell(row, "people")).signum() > 0)
                .sorted(Comparator.comparing((List<Object> row) -> CellWords.size(hosts.cell(row, "people")))
                        .reversed());
    }

    private static String longest(List<List<Object>> rows) {
        return rows.isEmpty()
                ? ""
                : ". The longest bar is %s, %s"
                        .formatted(
                                rows.get(0).get(0), CellWords.count(rows.get(0).get(2), "person", "people"));
    }
}
