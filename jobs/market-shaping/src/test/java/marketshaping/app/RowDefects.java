package marketshaping.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import marketshaping.app.Defect.Accepted;
import marketshaping.app.Defect.NotARecord;
import marketshaping.app.Defect.Outcome;
import marketshaping.app.Defect.Quarantined;

/** Rows of placements that are odd as a whole: why, the line as it comes, and what it must become. */
final class RowDefects {
    static final String HEADER =
            "placement_id,person_id,setting,start_date,end_date,provider_name,unit_cost,cost_frequency,"
                    + "planned_units_per_week";

    private static final String DATE = "start_date is not a date such as 2025-06-30 or 30/06/2025";
    private static final String SETTING = "setting is not one of the codes of its list";
    private static final String RAGGED = "the row has more cells than the header";
    private static final String CONTESTED = "another row has the same placement_id and differs";

    private final List<Defect> defects = new ArrayList<>();

    private RowDefects() {}

    static List<Defect> all() {
        return new RowDefects()
                // Rows too short and too long.
                .accepts("it stops early", "R1,P1,Home care,2025-01-14", "provider_name=")
                .accepts(
                        "empty cells beyond the header",
                        "R2,P1,Home care,2025-01-14,,Alder,,,,,,",
                        "provider_name=Alder")
                .refuses("text beyond the header", "R3,P1,Home care,2025-01-14,,,,,,,see note", RAGGED)
                .refuses(
                        "a comma without quotes moves its cells",
                        "R4,P1,Home care,2025-01-14,,Alder, Ltd,900,Weekly,",
                        "unit_cost is not an amount such as 1234.50 or £1,234.50",
                        "cost_frequency is not one of the codes of its list",
                        "planned_units_per_week is not a number")
                // Quotes.
                .accepts(
                        "doubled quotes",
                        "R5,P1,Home care,2025-01-14,,\"The \"\"Alders\"\"\",,,",
                        "provider_name=The \"Alders\"")
                .accepts("a quote that is inches", "R6,P1,Home care,2025-01-14,,6\" Bay,,,", "provider_name=6\" Bay")
                .accepts(
                        "text behind a closing quote",
                        "R7,P1,Home care,2025-01-14,,\"Alder\" Homes,,,",
                        "provider_name=\"Alder\" Homes")
                .accepts(
                        "quotes after a space",
                        "R8,P1,Home care,2025-01-14, , \"Alder, Birch\" ,,,",
                        "provider_name=Alder, Birch")
                .refuses(
                        "a quote that is not closed before the next",
                        "R18,P1,Home care,2025-01-14,,\"Alder, Ltd,\"900\",,",
                        "unit_cost is not an amount such as 1234.50 or £1,234.50",
                        "cost_frequency is not one of the codes of its list")
                // Rows against the rules.
                .refuses("nobody", "R9,,Home care,2025-01-14,,,,,", "person_id is empty")
                .refuses("no key", ",P1,Home care,2025-01-14,,,,,", "placement_id is empty")
                .refuses(
                        "several faults at once", "R10,,Sheltered,31/02/2024,,,,,", "person_id is empty", SETTING, DATE)
                .refuses(
                        "it ends before it starts",
                        "R11,P1,Home care,2025-01-14,2025-01-13,,,,",
                        "end_date is before start_date")
                .accepts(
                        "it ends on the day that it starts",
                        "R12,P1,Home care,2025-01-14,2025-01-14,,,,",
                        "end_date=2025-01-14")
                .refuses(
                        "a price by the hour without hours",
                        "R13,P1,Home care,2025-01-14,,,20,Hourly,",
                        "planned_units_per_week is empty, and the cost is by the hour, day or session")
                // Rows that come again.
                .accepts(
                        "the first of two that are the same",
                        "R14,P1,Home care,2025-01-14,,,,,",
                        "start_date=2025-01-14")
                .isNo("a row that came before", "R14,P1,Home care,2025-01-14,,,,,", "repeat")
                .accepts(
                        "the first of two that say the same",
                        "R15,P1,Home care,2025-01-14,,,\"£1,000\",,",
                        "unit_cost=1000")
                .isNo(
                        "a row that came before, written in another way",
                        "R15,P1,home care,14/01/2025,,,1000.00,,",
                        "repeat")
                .refuses("one of two that differ", "R16,P1,Home care,2025-01-14,,,900,,", CONTESTED)
                .refuses("the other of two that differ", "R16,P1,Home care,2025-01-14,,,901,,", CONTESTED)
                .refuses("one of two that differ, and at fault", "R17,P1,Home care,TBC,,,900,,", DATE, CONTESTED)
                .refuses("the sound one of those two", "R17,P1,Home care,2025-01-14,,,900,,", CONTESTED)
                .refuses(
                        "one of two with one figure each, in different columns",
                        "R19,P1,Home care,2025-01-14,,,5,,",
                        CONTESTED)
                .refuses("the other of those two", "R19,P1,Home care,2025-01-14,,,,,5", CONTESTED)
                // Rows that are no records.
                .isNo("nothing at all", "", "blank")
                .isNo("commas alone", ",,,,,,,,", "blank")
                .isNo("spaces alone", "     ", "blank")
                .isNo("spaces and commas", " , , ,\u00a0, , , , , ", "blank")
                .isNo("more commas than columns", ",,,,,,,,,,,,,,", "blank")
                .isNo("the header of the next page", HEADER, "header")
                .isNo(
                        "the header of the next page in capitals",
                        " PLACEMENT ID , Person ID,Setting ,Start Date,End Date,Provider,Cost,Frequency,Units",
                        "header")
                .isNo("where two files were joined, each with its mark", "\ufeff" + HEADER, "header")
                .isNo("a total", "Total,,,,,,2271.50,,", "total")
                .isNo("a total without a word", ",,,,,,\"£2,271.50\",,", "total")
                .isNo("a total that says of what", "Total for Alder,,,,,,900,,", "total")
                .isNo("a total as a spreadsheet's own subtotals say it", "R1 Total,,,,,,900,,", "total")
                .isNo("a total in capitals", "GRAND TOTAL:,,,,,,2271.50,,", "total")
                .isNo("a subtotal", "Sub-total,,,,,,900,,", "total")
                .isNo("a total further to the right", ",,,,,Total,2271.50,,", "total")
                // A remark below the table could as well be a record that lost its cells, so somebody looks at it.
                .refuses(
                        "where it came from",
                        "\"Source: Mosaic, run 03/07/2025\"",
                        "person_id is empty",
                        "setting is empty",
                        "start_date is empty")
                .refuses(
                        "where it came from, cut by its comma",
                        "Source: Mosaic, run 03/07/2025",
                        "setting is empty",
                        "start_date is empty")
                .refuses(
                        "the end of a report",
                        "*** End of report ***,,,,,,,,",
                        "person_id is empty",
                        "setting is empty",
                        "start_date is empty")
                .isNo("the end of a file, as old systems mark it", "\u001a", "blank")
                .defects;
    }

    /** @param value one of its typed values: {@code column=value} */
    private RowDefects accepts(String why, String row, String value) {
        String[] parts = value.split("=", 2);
        return with(why, row, new Accepted(new HashMap<>(Map.of(parts[0], parts[1]))));
    }

    private RowDefects refuses(String why, String row, String... rules) {
        return with(why, row, new Quarantined(List.of(rules)));
    }

    private RowDefects isNo(String why, String row, String kind) {
        return with(why, row, new NotARecord(kind));
    }

    private RowDefects with(String why, String row, Outcome outcome) {
        defects.add(new Defect(why, "placements", row.split(",", 2)[0], row, outcome));
        return this;
    }
}
