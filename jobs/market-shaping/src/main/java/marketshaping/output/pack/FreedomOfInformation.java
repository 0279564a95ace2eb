package marketshaping.output.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import marketshaping.analysis.measure.Measure;
import marketshaping.model.table.Table;
import marketshaping.output.pack.sheet.CellWords;
import marketshaping.output.pack.sheet.Cover;
import marketshaping.output.pack.sheet.FullTable;
import marketshaping.output.pack.sheet.Notes;
import marketshaping.output.pack.sheet.PackInputs;
import marketshaping.output.workbook.ContentsSheet;
import marketshaping.output.workbook.Sheet;
import marketshaping.output.workbook.Workbook;
import marketshaping.output.workbook.WorkbookAudience;

/**
 * Builds the freedom-of-information pack: answers to common requests. Each answer consists of rows and columns of one
 * published table, so that nothing is counted twice and nothing further is disclosed.
 */
final class FreedomOfInformation {
    private static final String ALL = "All";
    private static final String PURPOSE = "For people who ask the council for information, and for staff who answer"
            + " them. This workbook contains tables that councils are often asked for. Each table consists of rows and"
            + " columns of a table in the market position pack, with the same disclosure control.";

    static final List<Answer> ANSWERS = List.of(
            new Answer(
                    "in_and_out_of_area",
                    "People and placements in accommodation with care, in and out of area, by setting and need",
                    "",
                    "oob_stock",
                    Map.of("age_band", ALL, "purchase_route", ALL),
                    List.of(
                            "setting",
                            "need_group",
                            "people",
                            "placements",
                            "in_borough",
                            "out_of_borough",
                            "outside_region",
                            "not_located",
                            "out_of_borough_percent")),
            new Answer(
                    "host_areas",
                    "Council areas in which people in accommodation with care live",
                    "",
                    "oob_hosts",
                    Map.of(),
                    List.of("tier", "host_code", "host_name", "people", "placements", "weekly_cost")),
            new Answer(
                    "fee_bands",
                    "Weekly fees by setting and need",
                    "A quarter of placements cost up to P25, half up to the median, three quarters up to P75 and nine"
                            + " in ten up to P90.",
                    "price",
                    Map.of("age_band", ALL, "tier", ALL, "purchase_route", ALL),
                    List.of("setting", "need_group", "lines", "p25", "median", "p75", "p90")),
            new Answer(
                    "days_to_placement",
                    "Days from request to placement in the last 12 months, by setting",
                    "",
                    "brokering_times",
                    Map.of("period", "Last 12 months", "source", ALL),
                    List.of("setting", "cases", "median_days", "mean_days", "p90_days", "within_target_percent")),
            new Answer(
                    "places_by_route",
                    "People, placements and weekly commitment by setting and by how the care is bought",
                    "",
                    "spend_commitment",
                    Map.of("need_group", ALL),
                    List.of("setting", "purchase_route", "people", "placements", "weekly_commitment")));

    private FreedomOfInformation() {}

    /**
     * The answer to one request: some rows and columns of a published table.
     *
     * @param reading how to read the table, if the columns do not make it clear; may be empty
     * @param where the values of dimensions that select the rows; all other dimensions are in {@code columns}
     */
    record Answer(
            String id, String title, String reading, String source, Map<String, String> where, List<String> columns) {

        Table of(Table published) {
            List<List<Object>> rows = published.rows().stream()
                    .filter(row -> where.entrySet().stream()
                            .allMatch(one ->
                                    published.cell(row, one.getKey()).toString().equals(one.getValue())))
                    .map(row -> columns.stream()
                            .map(column -> published.cell(row, column))
                            .toList())
                    .toList();
            String note = (reading + " These are rows and columns of the published table " + source + ".").strip();
            return new Table(
                    id,
                    title,
                    columns.stream()
                            .map(column -> published.columns().get(published.indexOf(column)))
                            .toList(),
                    rows,
                    (published.note() + " " + note).strip());
        }

        /**
         * Returns a copy of the published measure with the title and id of this answer, and with the same definition.
         */
        private Measure of(Measure measure) {
            return measure.as(id, title);
        }
    }

    /** Returns the ids of the published tables from which the answers are taken. */
    static Set<String> sources() {
        Set<String> sources = new TreeSet<>();
        ANSWERS.forEach(answer -> sources.add(answer.source()));
        return sources;
    }

    /** Returns the tables of all answers by id. Omits an answer if its published table is missing. */
    static Map<String, Table> tables(Map<String, Table> published) {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (Answer answer : ANSWERS) {
            if (published.containsKey(answer.source())) {
                tables.put(answer.id(), answer.of(published.get(answer.source())));
            }
        }
        return tables;
    }

    static Workbook workbook(PackInputs published) {
        PackInputs inputs = published.with(tables(published.tables()), measures(published));
        String title = "Freedom of information, %s, %s".formatted(inputs.council(), CellWords.date(inputs.asAt()));
        List<Sheet> sheets = new ArrayList<>(List.of(
                Cover.sheet(inputs, title, PURPOSE, Cover.startHere(), "The worksheet Notes defines each table."),
                new ContentsSheet()));
        inputs.measures().stream()
                .filter(measure -> inputs.tables().containsKey(measure.id()))
                .forEach(measure -> sheets.add(FullTable.of(inputs, measure)));
        sheets.add(Notes.sheet(inputs));
        return new Workbook(
                title, inputs.council(), inputs.asAt(), WorkbookAudience.PUBLISHED, inputs.classification(), sheets);
    }

    private static List<Measure> measures(PackInputs published) {
        return ANSWERS.stream()
                .flatMap(answer -> published.measures().stream()
                        .filter(measure -> measure.id().equals(answer.source()))
                        .map(answer::of))
                .toList();
    }
}
