package marketshaping.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.app.Defect.Accepted;
import marketshaping.app.Defect.Outcome;
import marketshaping.app.Defect.Quarantined;

/** Valid rows with one unusual cell each: the reason, the column, the text and the expected outcome. */
final class CellDefects {
    private static final String DATE = " is not a date such as 2025-06-30 or 30/06/2025";
    private static final String CODE = " is not one of the codes of its list";
    private static final String PERSON = " is not a person's identifier";
    private static final String DIGITS_LOST = " has lost digits, because a spreadsheet shortened it";
    private static final String EMPTY = " is empty";
    private static final String NULL_VALUE = "";

    /** One valid row per input; the key is filled in later. */
    private static final Map<String, Map<String, String>> VALID_CELLS = Map.of(
            "placements",
            Map.of("placement_id", "", "person_id", "P1", "setting", "Home care", "start_date", "2025-01-14"),
            "contracts",
            Map.of("contract_id", "", "purchase_route", "Spot", "provider_id", "S1", "start_date", "2025-01-14"),
            "brokering",
            Map.of(
                    "case_id",
                    "",
                    "person_id",
                    "P1",
                    "setting",
                    "Home care",
                    "referral_date",
                    "2025-01-14",
                    "status",
                    "Open"));

    private static final Map<String, String> KEYS =
            Map.of("placements", "placement_id", "contracts", "contract_id", "brokering", "case_id");

    private final String input;
    private final List<String> columns;
    private final List<Defect> defects = new ArrayList<>();

    private CellDefects(String input, String columns) {
        this.input = input;
        this.columns = List.of(columns.split(" "));
    }

    /** Returns the header line of the file that contains these rows. */
    String header() {
        return String.join(",", columns);
    }

    String input() {
        return input;
    }

    List<Defect> defects() {
        return defects;
    }

    static List<CellDefects> all() {
        return List.of(placements(), contracts(), brokering());
    }

    private static CellDefects placements() {
        return new CellDefects(
                        "placements",
                        "placement_id person_id date_of_birth primary_support_reason setting start_date end_date"
                                + " provider_id provider_name cqc_location_id delivery_postcode"
                                + " placement_local_authority contract_id unit_cost cost_frequency"
                                + " planned_units_per_week out_of_borough_reason host_authority_notified")
                // Dates that are recognised.
                .accepts("a date with a time", "start_date", "2024-02-01 00:00:00", "2024-02-01")
                .accepts("a date and time from a database", "start_date", "2024-02-01 00:00:00.0000000", "2024-02-01")
                .accepts("an ISO 8601 date and time", "start_date", "2025-06-30T00:00:00.000", "2025-06-30")
                .accepts("midnight in British Summer Time, in UTC", "start_date", "2025-06-30T23:00:00Z", "2025-07-01")
                .accepts("midnight in winter, in UTC", "start_date", "2025-01-14T00:00:00Z", "2025-01-14")
                .accepts("a date and time with an offset", "start_date", "2025-07-01T00:00:00+01:00", "2025-07-01")
                .accepts("a time zone in hours", "start_date", "2025-06-30 23:00:00+00", "2025-07-01")
                .accepts("a time zone without a colon", "start_date", "2025-07-01 00:30:00+0100", "2025-07-01")
                .accepts("a time in UTC, in words", "start_date", "2025-06-30 23:00:00 UTC", "2025-07-01")
                .accepts("a time with PM", "start_date", "14/01/2025 9:30:00 PM", "2025-01-14")
                .accepts("year first, without leading zeros", "start_date", "2025-1-4", "2025-01-04")
                .accepts("day first", "start_date", "04/03/2025", "2025-03-04")
                .accepts("day first, without leading zeros", "start_date", "4/3/2025", "2025-03-04")
                .accepts("day first, with a time", "start_date", "14/01/2025 09:30", "2025-01-14")
                .accepts("dots as separators", "start_date", "14.01.2025", "2025-01-14")
                .accepts("day first, with dashes", "start_date", "14-01-2025", "2025-01-14")
                .accepts("an abbreviated month", "start_date", "14-Jan-2025", "2025-01-14")
                .accepts("an abbreviated month in capitals", "start_date", "14-JAN-2025", "2025-01-14")
                .accepts("an abbreviated month in lower case", "start_date", "4-jan-2025", "2025-01-04")
                .accepts("a month abbreviated to four letters", "start_date", "14-Sept-2025", "2025-09-14")
                .accepts("a month in full", "start_date", "14 January 2025", "2025-01-14")
                .accepts("a spreadsheet date as a number", "start_date", "45671", "2025-01-14")
                .accepts("a spreadsheet date and time as a number", "start_date", "45671.6041666667", "2025-01-14")
                .accepts("non-breaking spaces around a date", "start_date", "\u00a014/01/2025\u00a0", "2025-01-14")
                .accepts("a non-breaking space inside a date", "start_date", "14/01/2025\u00a000:00", "2025-01-14")
                .accepts("29 February in a leap year", "start_date", "29/02/2024", "2024-02-29")
                .accepts("a date of birth is stored as its month", "date_of_birth", "19/05/1940", "1940-05-01")
                .accepts("no end, as N/A", "end_date", "N/A", NULL_VALUE)
                .accepts("no end, as NULL", "end_date", "NULL", NULL_VALUE)
                .accepts("no end, as a dash", "end_date", "-", NULL_VALUE)
                // Dates that are rejected.
                .refuses("a two-digit year: the century is unknown", "start_date", "14/01/25", DATE)
                .empties("a two-digit year after an abbreviated month", "date_of_birth", "05-MAY-40")
                .refuses("31 February", "start_date", "31/02/2024", DATE)
                .refuses("29 February in a common year", "start_date", "29/02/2025", DATE)
                .refuses("31 June, with an abbreviated month", "start_date", "31-Jun-2025", DATE)
                .refuses("a typing error in the year", "start_date", "14/01/0202", DATE)
                .refuses("a typing error in the year: not read as month first", "start_date", "0202-01-14", DATE)
                .refuses("a typing error in the century", "start_date", "2202-01-14", DATE)
                .accepts("a placeholder for an open end", "end_date", "31/12/9999", NULL_VALUE)
                .accepts("a placeholder for an open end, year first", "end_date", "9999-12-31 00:00:00", NULL_VALUE)
                .accepts("a placeholder for a date that is not known", "end_date", "01/01/1900", NULL_VALUE)
                .accepts("day 2 of a spreadsheet, which is 1 January 1900", "date_of_birth", "01/01/1900", NULL_VALUE)
                .refuses("a placeholder for an open end as a start", "start_date", "31/12/9999", DATE)
                .refuses("a placeholder for an unknown date as a start", "start_date", "01/01/1900", DATE)
                .empties("day zero of a spreadsheet", "end_date", "00/01/1900")
                .refuses("a number after 2099", "start_date", "99999", DATE)
                .refuses("a year alone: not read as month first", "start_date", "2025", DATE)
                .refuses("a month alone", "start_date", "Jan-2025", DATE)
                .refuses("a date followed by a remark", "start_date", "14/01/2025 (est.)", DATE)
                .refuses("a date followed by a remark, year first", "start_date", "2025-01-14 est.", DATE)
                .refuses("two dates", "start_date", "2025-01-14 to 2025-02-14", DATE)
                .empties("a word", "end_date", "Ongoing")
                .refuses("hash signs from a column that was too narrow", "start_date", "########", DATE)
                .empties("a lookup that found nothing", "end_date", "#N/A")
                .refuses("no start, as n/a", "start_date", "n/a", EMPTY)
                // Amounts.
                .accepts("a pound sign and commas", "unit_cost", "£1,234.50", "1234.5")
                .accepts("spaces around an amount", "unit_cost", " 519.89 ", "519.89")
                .accepts("brackets for a negative amount", "unit_cost", "(12.00)", "-12")
                .accepts("brackets and a pound sign", "unit_cost", "(£12.00)", "-12")
                .accepts("a minus sign", "unit_cost", "-12.00", "-12")
                .accepts("a minus sign at the end, as in ledgers", "unit_cost", "12.00-", "-12")
                .accepts("a minus sign before the pound sign", "unit_cost", "-£5", "-5")
                .accepts("a minus sign after the pound sign", "unit_cost", "£-5", "-5")
                .accepts("a plus sign", "unit_cost", "+5.00", "5")
                .accepts("a space after the pound sign", "unit_cost", "£ 1 234.50", "1234.5")
                .accepts("a non-breaking space between thousands", "unit_cost", "1\u00a0234.50", "1234.5")
                .accepts("a pound sign in the wrong encoding", "unit_cost", "Â£1,234.50", "1234.5")
                .accepts("pence only", "unit_cost", ".50", "0.5")
                .accepts("zero with a rounding error", "unit_cost", "6.8E-13", "0")
                .accepts("zero in a spreadsheet's accounting format", "unit_cost", " £-   ", "0")
                .accepts("more than two decimal places", "unit_cost", "18.33333333", "18.3333")
                .accepts("a dash is null, not zero", "unit_cost", "-", NULL_VALUE)
                .accepts("no amount, as n/a", "unit_cost", "n/a", NULL_VALUE)
                .empties("a decimal comma", "unit_cost", "1234,50")
                .empties("a decimal comma and a space between thousands", "unit_cost", "1 234,50")
                .empties("a dot between thousands", "unit_cost", "1.234,50")
                .empties("a comma in the wrong place", "unit_cost", "12,34.50")
                .empties("two numbers", "unit_cost", "12 50")
                .empties("scientific notation from a spreadsheet: digits are lost", "unit_cost", "1.23E+05")
                .empties("an exponent", "unit_cost", "1e3")
                .empties("a percentage", "unit_cost", "12.5%")
                .empties("a pound sign alone", "unit_cost", "£")
                .empties("a word", "unit_cost", "TBC")
                .empties("an amount with a unit", "unit_cost", "£900 pw")
                .empties("another currency", "unit_cost", "€900")
                .empties("an undecodable sign: minus or pound", "unit_cost", "\ufffd900")
                .empties("a reference to a deleted cell", "unit_cost", "#REF!")
                .accepts("a number with a trailing zero", "planned_units_per_week", "10.50", "10.5")
                .empties("hours and minutes", "planned_units_per_week", "10:30")
                // Yes and no.
                .accepts("a letter", "host_authority_notified", "y", "true")
                .accepts("a word in capitals", "host_authority_notified", "NO", "false")
                .accepts("a Boolean as programs write it", "host_authority_notified", "True", "true")
                .accepts("a digit", "host_authority_notified", "0", "false")
                .accepts("an unknown answer", "host_authority_notified", "Unknown", NULL_VALUE)
                .empties("an answer followed by a remark", "host_authority_notified", "Yes - by e-mail")
                .empties("a cross: its meaning is unknown", "host_authority_notified", "x")
                // Identifiers.
                .accepts("leading zeros", "placement_id", "000123", "000123")
                .accepts("an identifier read as a decimal number", "contract_id", "12345.0", "12345")
                .accepts("a contract part, which is not a decimal number", "contract_id", "100.10", "100.10")
                .accepts("an apostrophe that marks text", "contract_id", "'00123", "00123")
                .accepts("a formula that marks text", "contract_id", "=\"00123\"", "00123")
                .accepts("inner spaces are kept", "contract_id", "SL 12 B", "SL 12 B")
                .accepts("a CQC location ID in lower case", "cqc_location_id", "rqx41", "RQX41")
                .accepts("an en dash instead of a hyphen", "cqc_location_id", "1\u2013123456789", "1-123456789")
                .accepts("no provider, as NULL", "provider_id", "NULL", NULL_VALUE)
                .accepts("no provider, as NA", "provider_id", "NA", NULL_VALUE)
                .refuses("scientific notation: two people may share it", "person_id", "1.23E+11", DIGITS_LOST)
                .refuses("a lookup that found no person", "person_id", "#N/A", PERSON)
                .empties("scientific notation of a contract", "contract_id", "4.5E+12")
                .empties("a deleted reference as a provider", "provider_id", "#REF!")
                .refuses("no person, as n/a", "person_id", "n/a", EMPTY)
                // Text.
                .accepts("text that a spreadsheet would treat as a formula", "provider_name", "=1+1", "=1+1")
                .accepts("letters with accents", "provider_name", "Café Élan – Ltd", "Café Élan – Ltd")
                .accepts("an emoji", "provider_name", "Alder Homes \ud83c\udf33", "Alder Homes \ud83c\udf33")
                .accepts("text in the wrong encoding since its source", "provider_name", "CafÃ© Elan", "CafÃ© Elan")
                .accepts("long text", "provider_name", "a".repeat(40_000), "a".repeat(40_000))
                .accepts("no name, as a dash", "provider_name", "-", NULL_VALUE)
                .empties("a spreadsheet formula with an unknown name", "provider_name", "#NAME?")
                // Postcodes.
                .accepts("no space in a postcode", "delivery_postcode", "E81EA", "E8 1EA")
                .accepts("lower case and two spaces", "delivery_postcode", "e8  1ea", "E8 1EA")
                .accepts("a full stop at the end", "delivery_postcode", "E8 1EA.", "E8 1EA")
                .accepts("a pseudo-postcode without a location", "delivery_postcode", "ZZ99 3CZ", "ZZ99 3CZ")
                .empties("half a postcode", "delivery_postcode", "E8")
                .empties("the letter O for a zero", "delivery_postcode", "N1 OAA")
                .empties("a postcode followed by a remark", "delivery_postcode", "E8 1EA (flat 2)")
                .empties("a whole address", "delivery_postcode", "1 High Street, E8 1EA")
                // Councils.
                .accepts("a former GSS code", "placement_local_authority", "E08000016", "E08000038")
                .accepts("a current GSS code", "placement_local_authority", "E08000038", "E08000038")
                .accepts("a GSS code in lower case", "placement_local_authority", "e09000012", "E09000012")
                .accepts("a short name", "placement_local_authority", "hackney", "E09000012")
                .accepts("initials before the name", "placement_local_authority", "LB Hackney", "E09000012")
                .accepts("initials after the name", "placement_local_authority", "Hackney LBC", "E09000012")
                .accepts("the full borough name", "placement_local_authority", "London Borough of Hackney", "E09000012")
                .accepts("the name with Council", "placement_local_authority", "Hackney Council", "E09000012")
                .accepts("initials of a metropolitan borough", "placement_local_authority", "Barnsley MBC", "E08000038")
                .accepts("a county council", "placement_local_authority", "Essex County Council", "E10000012")
                .accepts("a city council", "placement_local_authority", "City of York Council", "E06000014")
                .accepts("a name that includes City of", "placement_local_authority", "City of London", "E09000001")
                .accepts("an ampersand for and", "placement_local_authority", "Hammersmith & Fulham", "E09000013")
                .accepts("a Welsh council", "placement_local_authority", "W06000015", "W06000015")
                .accepts("an unknown council", "placement_local_authority", "Unknown", NULL_VALUE)
                .accepts("a council not known, abbreviated", "placement_local_authority", "N/K", NULL_VALUE)
                .accepts("a Scottish council by name", "placement_local_authority", "City of Edinburgh", "S12000036")
                .accepts("a district", "placement_local_authority", "Canterbury", "E07000106")
                .empties("a misspelt council", "placement_local_authority", "Hackny")
                .empties("several councils", "placement_local_authority", "Hackney/Newham")
                // Codes.
                .accepts("a code in capitals", "setting", "RESIDENTIAL CARE", "Residential care")
                .accepts("a full stop at the end", "setting", "Residential care.", "Residential care")
                .accepts("underscores for spaces", "setting", "residential_care", "Residential care")
                .accepts("the name in the national return", "setting", "Community supported living", "Supported living")
                .accepts(
                        "a dash between two parts",
                        "primary_support_reason",
                        "Physical Support - Personal Care Support",
                        "Physical support: Personal care support")
                .accepts(
                        "the last part of a code alone",
                        "primary_support_reason",
                        "Dual impairment",
                        "Sensory support: Support for dual impairment")
                .accepts(
                        "the wording of release 1 of the national return",
                        "primary_support_reason",
                        "Social Support: Support for Social Isolation/Other",
                        "Social support: Support for social isolation or other")
                .accepts("a number in words", "cost_frequency", "Four weekly", "4-weekly")
                .refuses("a setting that is not in the list", "setting", "Sheltered", CODE)
                .refuses("two settings", "setting", "Residential care / Nursing care", CODE)
                .empties("a frequency that is not in the list", "cost_frequency", "pcm")
                .empties("a lookup that found nothing", "out_of_borough_reason", "#N/A");
    }

    private static CellDefects contracts() {
        return new CellDefects(
                        "contracts",
                        "contract_id purchase_route provider_id start_date end_date block_places annual_value")
                .accepts("the initials of a route", "purchase_route", "DPS", "Dynamic purchasing system")
                .accepts("a whole number with a decimal zero", "block_places", "12.0", "12")
                .accepts("a whole number with commas", "annual_value", "1,250,000", "1250000")
                .empties("half a place", "block_places", "12.5")
                .empties("an approximate number", "block_places", "c. 12")
                .empties("a number that is too large", "block_places", "12345678901");
    }

    private static CellDefects brokering() {
        return new CellDefects(
                        "brokering",
                        "case_id person_id setting referral_date sourced_date status closed_date source urgent"
                                + " offers_sought")
                .accepts("no offers, as a dash", "offers_sought", "-", NULL_VALUE)
                .accepts("not urgent", "urgent", "FALSE", "false")
                .accepts("a status with a hyphen", "status", "on-hold", "On hold")
                .refuses("a status that only the source system has", "status", "Awaiting approval", CODE)
                .refuses("sourced before the referral", "sourced_date", "2025-01-13", " is before the clock starts")
                .refuses(
                        "a closed case without a closed date",
                        "status",
                        "Withdrawn",
                        "closed_date is empty, and the status" + " is Withdrawn, Cancelled or Died");
    }

    private CellDefects accepts(String why, String column, String text, String value) {
        return with(why, column, text, new Accepted(Map.of(column, value), Set.of()));
    }

    /** Adds an optional cell that can't be used: the row is accepted, with this cell empty and all others intact. */
    private CellDefects empties(String why, String column, String text) {
        Map<String, String> values = new HashMap<>(VALID_CELLS.get(input));
        columns.forEach(name -> values.putIfAbsent(name, NULL_VALUE));
        values.put(column, NULL_VALUE);
        // The key differs by row, and people's identifiers are hashed.
        values.keySet().removeAll(Set.of(KEYS.get(input), "person_id"));
        return with(why, column, text, new Accepted(values, Set.of(column)));
    }

    /** @param rule a whole sentence, or its end after the column's name */
    private CellDefects refuses(String why, String column, String text, String rule) {
        return with(why, column, text, new Quarantined(List.of(rule.startsWith(" ") ? column + rule : rule)));
    }

    private CellDefects with(String why, String column, String text, Outcome outcome) {
        String keyColumn = KEYS.get(input);
        Map<String, String> cells = new LinkedHashMap<>(VALID_CELLS.get(input));
        cells.put(keyColumn, "CELL-%03d".formatted(defects.size() + 1));
        cells.put(column, text);
        String row = String.join(
                ",",
                columns.stream()
                        .map(name -> quoted(cells.getOrDefault(name, "")))
                        .toList());
        defects.add(new Defect(why, input, cells.get(keyColumn), row, outcome));
        return this;
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[,\"\\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
