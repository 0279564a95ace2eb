package marketshaping.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.app.Defect.Accepted;
import marketshaping.app.Defect.NotARecord;
import marketshaping.app.Defect.Outcome;
import marketshaping.app.Defect.Quarantined;

/** Placements rows that are unusual as a whole: the reason, the line and the expected outcome. */
final class RowDefects {
    static final String HEADER =
            "placement_id,person_id,setting,start_date,end_date,provider_name,unit_cost,cost_frequency,"
                    + "planned_units_per_week";

    private static final String DATE = "start_date is not a date such as 2025-06-30 or 30/06/2025";
    private static final String SETTING = "setting is not one of the codes of its list";
    private static final String TOO_LONG = "the row has more cells than the header";
    private static final String CONFLICTING = "another row has the same placement_id and differs";

    private final List<Defect> defects = new ArrayList<>();

    private RowDefects() {}

    static List<Defect> all() {
        return new RowDefects()
                // Rows that are too short or too long.
                .accepts("a row that stops early", "R1,P1,Home care,2025-01-14", "provider_name=")
                .accepts(
                        "empty cells beyond the header",
                        "R2,P1,Home care,2025-01-14,,Alder,,,,,,",
                        "provider_name=Alder")
                .refuses("text beyond the header", "R3,P1,Home care,2025-01-14,,,,,,,see note", TOO_LONG)
                .empties(
                        "an unquoted comma, which shifts optional cells only",
                        "R4,P1,Home care,2025-01-14,,Alder, Ltd,900,Weekly,",
                        Map.of("setting", "Home care", "start_date", "2025-01-14", "provider_name", "Alder"),
                        "unit_cost",
                        "cost_frequency",
                        "planned_units_per_week")
                // Quotes.
                .accepts(
                        "doubled quotes",
                        "R5,P1,Home care,2025-01-14,,\"The \"\"Alders\"\"\",,,",
                        "provider_name=The \"Alders\"")
                .accepts("a quote that means inches", "R6,P1,Home care,2025-01-14,,6\" Bay,,,", "provider_name=6\" Bay")
                .accepts(
                        "quotes after a space",
                        "R8,P1,Home care,2025-01-14, , \"Alder, Birch\" ,,,",
                        "provider_name=Alder, Birch")
                // Rows that break rules.
                .refuses("no person", "R9,,Home care,2025-01-14,,,,,", "person_id is empty")
                .refuses("no key", ",P1,Home care,2025-01-14,,,,,", "placement_id is empty")
                .refuses("several violations", "R10,,Sheltered,31/02/2024,,,,,", "person_id is empty", SETTING, DATE)
                .refuses(
                        "an end before the start",
                        "R11,P1,Home care,2025-01-14,2025-01-13,,,,",
                        "end_date is before start_date")
                .accepts(
                        "an end on the day of the start",
                        "R12,P1,Home care,2025-01-14,2025-01-14,,,,",
                        "end_date=2025-01-14")
                .refuses(
                        "an hourly price without hours",
                        "R13,P1,Home care,2025-01-14,,,20,Hourly,",
                        "planned_units_per_week is empty, and the cost is by the hour, day or session")
                .refuses(
                        "an hourly price with hours that can't be used",
                        "R21,P1,Home care,2025-01-14,,,20,Hourly,ten",
                        "planned_units_per_week is empty, and the cost is by the hour, day or session")
                .empties(
                        "a frequency that can't be used, which leaves the cost unknown",
                        "R31,P1,Home care,2025-01-14,,Alder,900,pcm,",
                        Map.of("setting", "Home care", "start_date", "2025-01-14", "provider_name", "Alder"),
                        "unit_cost",
                        "cost_frequency")
                .empties(
                        "several cells that can't be used",
                        "R22,P1,Home care,14/01/2025,Ongoing,Alder,TBC,Weekly,7",
                        Map.of(
                                "start_date",
                                "2025-01-14",
                                "provider_name",
                                "Alder",
                                "cost_frequency",
                                "Weekly",
                                "planned_units_per_week",
                                "7"),
                        "end_date",
                        "unit_cost")
                // Repeated rows.
                .accepts("the first of two identical rows", "R14,P1,Home care,2025-01-14,,,,,", "start_date=2025-01-14")
                .skips("an exact repeat", "R14,P1,Home care,2025-01-14,,,,,", "repeat")
                .accepts(
                        "the first of two rows with equal values",
                        "R15,P1,Home care,2025-01-14,,,\"£1,000\",,",
                        "unit_cost=1000")
                .skips("a repeat in another format", "R15,P1,home care,14/01/2025,,,1000.00,,", "repeat")
                .refuses("the first of two conflicting rows", "R16,P1,Home care,2025-01-14,,,900,,", CONFLICTING)
                .refuses("the second of two conflicting rows", "R16,P1,Home care,2025-01-14,,,901,,", CONFLICTING)
                .refuses("an invalid row in a conflicting pair", "R17,P1,Home care,TBC,,,900,,", DATE, CONFLICTING)
                .refuses("the valid row of that pair", "R17,P1,Home care,2025-01-14,,,900,,", CONFLICTING)
                .refuses(
                        "the first of two rows with one figure each, in different columns",
                        "R19,P1,Home care,2025-01-14,,,5,,",
                        CONFLICTING)
                .refuses("the second row of that pair", "R19,P1,Home care,2025-01-14,,,,,5", CONFLICTING)
                .empties(
                        "the first of two rows with the same cell that can't be used",
                        "R20,P1,Home care,2025-01-14,Ongoing,,,,",
                        Map.of("start_date", "2025-01-14"),
                        "end_date")
                .skips("the second row of that pair", "R20,P1,Home care,2025-01-14,Ongoing,,,,", "repeat")
                .refuses(
                        "the first of two rows with different cells that can't be used",
                        "R23,P1,Home care,2025-01-14,Ongoing,,,,",
                        CONFLICTING)
                .refuses("the second row of that pair", "R23,P1,Home care,2025-01-14,Ended in May,,,,", CONFLICTING)
                // Rows that are not records.
                .skips("an empty line", "", "blank")
                .skips("only commas", ",,,,,,,,", "blank")
                .skips("only spaces", "     ", "blank")
                .skips("spaces and commas", " , , ,\u00a0, , , , , ", "blank")
                .skips("more commas than columns", ",,,,,,,,,,,,,,", "blank")
                .skips("a header repeated on the next page", HEADER, "header")
                .skips(
                        "a repeated header with other spellings",
                        " PLACEMENT ID , Person ID,Setting ,Start Date,End Date,Provider,Cost,Frequency,Units",
                        "header")
                .skips("a header after a second byte order mark", "\ufeff" + HEADER, "header")
                .skips("a total", "Total,,,,,,2271.50,,", "total")
                .skips("a total without a label", ",,,,,,\"£2,271.50\",,", "total")
                .skips("a total with the name of its group", "Total for Alder,,,,,,900,,", "total")
                .skips("a total labelled by a spreadsheet's subtotals", "R1 Total,,,,,,900,,", "total")
                .skips("a total in capitals", "GRAND TOTAL:,,,,,,2271.50,,", "total")
                .skips("a subtotal", "Sub-total,,,,,,900,,", "total")
                .skips("a total label in a later column", ",,,,,Total,2271.50,,", "total")
                // A remark below the table could also be a record that lost its cells, so it is quarantined.
                .refuses(
                        "a source note",
                        "\"Source: Mosaic, run 03/07/2025\"",
                        "person_id is empty",
                        "setting is empty",
                        "start_date is empty")
                .refuses(
                        "a source note split by its comma",
                        "Source: Mosaic, run 03/07/2025",
                        "setting is empty",
                        "start_date is empty")
                .refuses(
                        "an end-of-report line",
                        "*** End of report ***,,,,,,,,",
                        "person_id is empty",
                        "setting is empty",
                        "start_date is empty")
                .skips("an end-of-file character of old systems", "\u001a", "blank")
                .defects;
    }

    /** @param value one expected typed value, {@code column=value} */
    private RowDefects accepts(String why, String row, String value) {
        String[] parts = value.split("=", 2);
        return with(why, row, new Accepted(Map.of(parts[0], parts[1]), Set.of()));
    }

    /**
     * Adds an accepted row with cells that can't be used.
     *
     * @param values the expected typed values of other columns
     * @param emptied the columns of those cells
     */
    private RowDefects empties(String why, String row, Map<String, String> values, String... emptied) {
        Map<String, String> all = new HashMap<>(values);
        List.of(emptied).forEach(column -> all.put(column, ""));
        return with(why, row, new Accepted(all, Set.of(emptied)));
    }

    private RowDefects refuses(String why, String row, String... rules) {
        return with(why, row, new Quarantined(List.of(rules)));
    }

    private RowDefects skips(String why, String row, String kind) {
        return with(why, row, new NotARecord(kind));
    }

    private RowDefects with(String why, String row, Outcome outcome) {
        defects.add(new Defect(why, "placements", row.split(",", 2)[0], row, outcome));
        return this;
    }
}
