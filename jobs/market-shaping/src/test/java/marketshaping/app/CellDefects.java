package marketshaping.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketshaping.app.Defect.Accepted;
import marketshaping.app.Defect.Outcome;
import marketshaping.app.Defect.Quarantined;

/** Sound rows with one odd cell each: why it is odd, its column, its text, and what it must become. */
final class CellDefects {
    private static final String DATE = " is not a date such as 2025-06-30 or 30/06/2025";
    private static final String BIRTH = " is not a date such as 1950-06-30 or 30/06/1950";
    private static final String AMOUNT = " is not an amount such as 1234.50 or £1,234.50";
    private static final String WHOLE = " is not a whole number";
    private static final String ANSWER = " is not yes or no";
    private static final String CODE = " is not one of the codes of its list";
    private static final String IDENTIFIER = " is not an identifier";
    private static final String PERSON = " is not a person's identifier";
    private static final String POSTCODE = " is not a postcode";
    private static final String COUNCIL = " is not a council's GSS code or name";
    private static final String EMPTY = " is empty";
    private static final String NOTHING = "";

    /** A sound row of each input: its key is filled in. */
    private static final Map<String, Map<String, String>> SOUND = Map.of(
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

    /** The header that the rows of these defects stand under. */
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
                // Dates that can be told.
                .accepts("a date with a time", "start_date", "2024-02-01 00:00:00", "2024-02-01")
                .accepts("a time as a database has it", "start_date", "2024-02-01 00:00:00.0000000", "2024-02-01")
                .accepts("a time as programs exchange it", "start_date", "2025-06-30T00:00:00.000", "2025-06-30")
                .accepts("a summer's midnight, told in UTC", "start_date", "2025-06-30T23:00:00Z", "2025-07-01")
                .accepts("a winter's midnight, told in UTC", "start_date", "2025-01-14T00:00:00Z", "2025-01-14")
                .accepts("a time with its offset", "start_date", "2025-07-01T00:00:00+01:00", "2025-07-01")
                .accepts("the year first, without noughts", "start_date", "2025-1-4", "2025-01-04")
                .accepts("day first", "start_date", "04/03/2025", "2025-03-04")
                .accepts("day first, without noughts", "start_date", "4/3/2025", "2025-03-04")
                .accepts("day first, with a time", "start_date", "14/01/2025 09:30", "2025-01-14")
                .accepts("dots", "start_date", "14.01.2025", "2025-01-14")
                .accepts("dashes and the day first", "start_date", "14-01-2025", "2025-01-14")
                .accepts("the month as a word", "start_date", "14-Jan-2025", "2025-01-14")
                .accepts("the month as a word in capitals", "start_date", "14-JAN-2025", "2025-01-14")
                .accepts("the month as a word in small letters", "start_date", "4-jan-2025", "2025-01-04")
                .accepts("the month in four letters", "start_date", "14-Sept-2025", "2025-09-14")
                .accepts("the month in full", "start_date", "14 January 2025", "2025-01-14")
                .accepts("a day as a spreadsheet counts it", "start_date", "45671", "2025-01-14")
                .accepts("a day and part of a day", "start_date", "45671.6041666667", "2025-01-14")
                .accepts("spaces that don't break around it", "start_date", "\u00a014/01/2025\u00a0", "2025-01-14")
                .accepts("a space that doesn't break inside", "start_date", "14/01/2025\u00a000:00", "2025-01-14")
                .accepts("29 February of a leap year", "start_date", "29/02/2024", "2024-02-29")
                .accepts("a birthday is kept as its month", "date_of_birth", "19/05/1940", "1940-05-01")
                .accepts("no end, in words", "end_date", "N/A", NOTHING)
                .accepts("no end, as a database says it", "end_date", "NULL", NOTHING)
                .accepts("no end, as a dash", "end_date", "-", NOTHING)
                // Dates that can't.
                .refuses("two digits of a year: which century?", "start_date", "14/01/25", DATE)
                .refuses("two digits of a year, the month as a word", "date_of_birth", "05-MAY-40", BIRTH)
                .refuses("31 February", "start_date", "31/02/2024", DATE)
                .refuses("29 February of a common year", "start_date", "29/02/2025", DATE)
                .refuses("31 June, the month as a word", "start_date", "31-Jun-2025", DATE)
                .refuses("a slip in the year", "start_date", "14/01/0202", DATE)
                .refuses("a slip in the year, year first: not taken for month first", "start_date", "0202-01-14", DATE)
                .refuses("a slip in the century", "start_date", "2202-01-14", DATE)
                .refuses("the end of time: a mapping may say that it is open", "end_date", "31/12/9999", DATE)
                .refuses("the day nought of a spreadsheet", "end_date", "00/01/1900", DATE)
                .refuses("a number beyond 2099", "start_date", "99999", DATE)
                .refuses("only a year: not taken for month first", "start_date", "2025", DATE)
                .refuses("only a month", "start_date", "Jan-2025", DATE)
                .refuses("a date and a remark", "start_date", "14/01/2025 (est.)", DATE)
                .refuses("a date and a remark, year first", "start_date", "2025-01-14 est.", DATE)
                .refuses("two dates", "start_date", "2025-01-14 to 2025-02-14", DATE)
                .refuses("a word", "end_date", "Ongoing", DATE)
                .refuses("a column that was too narrow", "start_date", "########", DATE)
                .refuses("a look-up that found nothing", "end_date", "#N/A", DATE)
                .refuses("no start, in words", "start_date", "n/a", EMPTY)
                // Money.
                .accepts("a pound sign and commas", "unit_cost", "£1,234.50", "1234.5")
                .accepts("spaces around it", "unit_cost", " 519.89 ", "519.89")
                .accepts("brackets for a minus", "unit_cost", "(12.00)", "-12")
                .accepts("brackets and a pound sign", "unit_cost", "(£12.00)", "-12")
                .accepts("a minus", "unit_cost", "-12.00", "-12")
                .accepts("a minus behind, as ledgers have it", "unit_cost", "12.00-", "-12")
                .accepts("a minus, then a pound sign", "unit_cost", "-£5", "-5")
                .accepts("a pound sign, then a minus", "unit_cost", "£-5", "-5")
                .accepts("a plus", "unit_cost", "+5.00", "5")
                .accepts("a space after the pound sign", "unit_cost", "£ 1 234.50", "1234.5")
                .accepts("a thousand parted by a space that doesn't break", "unit_cost", "1\u00a0234.50", "1234.5")
                .accepts("a pound sign that was decoded wrongly", "unit_cost", "Â£1,234.50", "1234.5")
                .accepts("pence alone", "unit_cost", ".50", "0.5")
                .accepts("nought, left over by arithmetic", "unit_cost", "6.8E-13", "0")
                .accepts("nought in a spreadsheet's accounting style", "unit_cost", " £-   ", "0")
                .accepts("more decimals than pence need", "unit_cost", "18.33333333", "18.3333")
                .accepts("none, as a dash: not known, and not nought", "unit_cost", "-", NOTHING)
                .accepts("none, in words", "unit_cost", "n/a", NOTHING)
                .refuses("a comma before the pence", "unit_cost", "1234,50", AMOUNT)
                .refuses("a comma before the pence and a space", "unit_cost", "1 234,50", AMOUNT)
                .refuses("a dot for the thousand", "unit_cost", "1.234,50", AMOUNT)
                .refuses("a comma in the wrong place", "unit_cost", "12,34.50", AMOUNT)
                .refuses("two numbers", "unit_cost", "12 50", AMOUNT)
                .refuses("shortened by a spreadsheet: digits are lost", "unit_cost", "1.23E+05", AMOUNT)
                .refuses("an exponent", "unit_cost", "1e3", AMOUNT)
                .refuses("a percentage", "unit_cost", "12.5%", AMOUNT)
                .refuses("a pound sign alone", "unit_cost", "£", AMOUNT)
                .refuses("a word", "unit_cost", "TBC", AMOUNT)
                .refuses("an amount with its unit", "unit_cost", "£900 pw", AMOUNT)
                .refuses("another currency", "unit_cost", "€900", AMOUNT)
                .refuses("a sign that could not be decoded: a minus or a pound?", "unit_cost", "\ufffd900", AMOUNT)
                .refuses("a reference that was deleted", "unit_cost", "#REF!", AMOUNT)
                .accepts("a number with its noughts", "planned_units_per_week", "10.50", "10.5")
                .refuses("hours and minutes", "planned_units_per_week", "10:30", " is not a number")
                // Yes and no.
                .accepts("a letter", "host_authority_notified", "y", "true")
                .accepts("a word in capitals", "host_authority_notified", "NO", "false")
                .accepts("as programs say it", "host_authority_notified", "True", "true")
                .accepts("a digit", "host_authority_notified", "0", "false")
                .accepts("no answer", "host_authority_notified", "Unknown", NOTHING)
                .refuses("an answer and a remark", "host_authority_notified", "Yes - by e-mail", ANSWER)
                .refuses("a mark: of what?", "host_authority_notified", "x", ANSWER)
                // Identifiers.
                .accepts("noughts in front", "placement_id", "000123", "000123")
                .accepts("a number once", "contract_id", "12345.0", "12345")
                .accepts("a part of a contract is no number", "contract_id", "100.10", "100.10")
                .accepts("marked as text with an apostrophe", "contract_id", "'00123", "00123")
                .accepts("marked as text with a formula", "contract_id", "=\"00123\"", "00123")
                .accepts("spaces inside are kept", "contract_id", "SL 12 B", "SL 12 B")
                .accepts("small letters in the inspector's number", "cqc_location_id", "rqx41", "RQX41")
                .accepts("a dash that an editor made long", "cqc_location_id", "1\u2013123456789", "1-123456789")
                .accepts("no provider, as a database says it", "provider_id", "NULL", NOTHING)
                .accepts("no provider, as a statistics package says it", "provider_id", "NA", NOTHING)
                .refuses("shortened: two people may have become one", "person_id", "1.23E+11", PERSON)
                .refuses("a look-up that found nothing is nobody", "person_id", "#N/A", PERSON)
                .refuses("a reference that was deleted is no provider", "provider_id", "#REF!", IDENTIFIER)
                .refuses("nobody, in words", "person_id", "n/a", EMPTY)
                // Text.
                .accepts("text that a spreadsheet would work out", "provider_name", "=1+1", "=1+1")
                .accepts("letters with marks", "provider_name", "Café Élan – Ltd", "Café Élan – Ltd")
                .accepts("a picture", "provider_name", "Alder Homes \ud83c\udf33", "Alder Homes \ud83c\udf33")
                .accepts("decoded wrongly before it came", "provider_name", "CafÃ© Elan", "CafÃ© Elan")
                .accepts("long text", "provider_name", "a".repeat(40_000), "a".repeat(40_000))
                .accepts("a dash for nothing", "provider_name", "-", NOTHING)
                .refuses("a name that was not found", "provider_name", "#NAME?", " is not text")
                // Postcodes.
                .accepts("no space", "delivery_postcode", "E81EA", "E8 1EA")
                .accepts("small letters and two spaces", "delivery_postcode", "e8  1ea", "E8 1EA")
                .accepts("a full stop", "delivery_postcode", "E8 1EA.", "E8 1EA")
                .accepts("nowhere in particular", "delivery_postcode", "ZZ99 3CZ", "ZZ99 3CZ")
                .refuses("half of it", "delivery_postcode", "E8", POSTCODE)
                .refuses("a letter for a nought", "delivery_postcode", "N1 OAA", POSTCODE)
                .refuses("a remark behind it", "delivery_postcode", "E8 1EA (flat 2)", POSTCODE)
                .refuses("an address", "delivery_postcode", "1 High Street, E8 1EA", POSTCODE)
                // Councils.
                .accepts("a code of the past", "placement_local_authority", "E08000016", "E08000038")
                .accepts("a code of today", "placement_local_authority", "E08000038", "E08000038")
                .accepts("a code in small letters", "placement_local_authority", "e09000012", "E09000012")
                .accepts("a name", "placement_local_authority", "hackney", "E09000012")
                .accepts("initials before it", "placement_local_authority", "LB Hackney", "E09000012")
                .accepts("initials behind it", "placement_local_authority", "Hackney LBC", "E09000012")
                .accepts("in full", "placement_local_authority", "London Borough of Hackney", "E09000012")
                .accepts("the council", "placement_local_authority", "Hackney Council", "E09000012")
                .accepts("the borough council", "placement_local_authority", "Barnsley MBC", "E08000038")
                .accepts("a county", "placement_local_authority", "Essex County Council", "E10000012")
                .accepts("a city", "placement_local_authority", "City of York Council", "E06000014")
                .accepts("a city of that name only", "placement_local_authority", "City of London", "E09000001")
                .accepts("a word as a sign", "placement_local_authority", "Hammersmith & Fulham", "E09000013")
                .accepts("a council of Wales", "placement_local_authority", "W06000015", "W06000015")
                .refuses("no council", "placement_local_authority", "Hackny", COUNCIL)
                .refuses("several", "placement_local_authority", "Hackney/Newham", COUNCIL)
                // Codes.
                .accepts("capitals", "setting", "RESIDENTIAL CARE", "Residential care")
                .accepts("a full stop", "setting", "Residential care.", "Residential care")
                .accepts("underscores", "setting", "residential_care", "Residential care")
                .accepts("a name that the return has", "setting", "Community supported living", "Supported living")
                .accepts(
                        "a dash between the parts",
                        "primary_support_reason",
                        "Physical Support - Personal Care Support",
                        "Physical support: Personal care support")
                .accepts(
                        "the last part alone",
                        "primary_support_reason",
                        "Dual impairment",
                        "Sensory support: Support for dual impairment")
                .accepts(
                        "as the first release of the return had it",
                        "primary_support_reason",
                        "Social Support: Support for Social Isolation/Other",
                        "Social support: Support for social isolation or other")
                .accepts("the other number", "cost_frequency", "Four weekly", "4-weekly")
                .refuses("no setting of ours", "setting", "Sheltered", CODE)
                .refuses("two settings", "setting", "Residential care / Nursing care", CODE)
                .refuses("no frequency of ours", "cost_frequency", "pcm", CODE)
                .refuses("a look-up that found nothing", "out_of_borough_reason", "#N/A", CODE);
    }

    private static CellDefects contracts() {
        return new CellDefects(
                        "contracts",
                        "contract_id purchase_route provider_id start_date end_date block_places annual_value")
                .accepts("initials", "purchase_route", "DPS", "Dynamic purchasing system")
                .accepts("a whole number with a nought behind it", "block_places", "12.0", "12")
                .accepts("a whole number in thousands", "annual_value", "1,250,000", "1250000")
                .refuses("half a place", "block_places", "12.5", WHOLE)
                .refuses("about so many", "block_places", "c. 12", WHOLE)
                .refuses("more than there can be", "block_places", "12345678901", WHOLE);
    }

    private static CellDefects brokering() {
        return new CellDefects(
                        "brokering",
                        "case_id person_id setting referral_date sourced_date status closed_date source urgent"
                                + " offers_sought")
                .accepts("none was sought, as a dash", "offers_sought", "-", NOTHING)
                .accepts("not urgent", "urgent", "FALSE", "false")
                .accepts("another spelling", "status", "on-hold", "On hold")
                .refuses("a status of the system's own", "status", "Awaiting approval", CODE)
                .refuses("sourced before it was referred", "sourced_date", "2025-01-13", " is before the clock starts")
                .refuses(
                        "a closed case without its date",
                        "status",
                        "Withdrawn",
                        "closed_date is empty, and the status" + " is Withdrawn, Cancelled or Died");
    }

    private CellDefects accepts(String why, String column, String text, String value) {
        return with(why, column, text, new Accepted(Map.of(column, value)));
    }

    /** @param rule what is said of the column, or a whole sentence */
    private CellDefects refuses(String why, String column, String text, String rule) {
        return with(why, column, text, new Quarantined(List.of(rule.startsWith(" ") ? column + rule : rule)));
    }

    private CellDefects with(String why, String column, String text, Outcome outcome) {
        String keyColumn = KEYS.get(input);
        Map<String, String> cells = new LinkedHashMap<>(SOUND.get(input));
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
