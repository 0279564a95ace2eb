package marketshaping.feedback;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketshaping.feedback.CheckReport.Example;
import marketshaping.feedback.CheckReport.FileRead;
import marketshaping.feedback.CheckReport.Gap;
import marketshaping.feedback.CheckReport.Group;
import marketshaping.feedback.CheckReport.LakeInput;
import marketshaping.feedback.CheckReport.MissingInput;
import marketshaping.feedback.CheckReport.RuleViolation;
import marketshaping.feedback.CheckReport.UnclassifiedInput;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;

/** Made-up check reports: one in which every list has entries, and one without anything wrong. */
public final class CheckReports {
    static final String PERSON = "5f3a9c27d1e84b60a7c2f91b3d5e8046c1a2b3c4d5e6f708192a3b4c5d6e7f80";
    static final String BIRTH_DATE = "1955-08-17";
    static final String POSTCODE = "E8 1ZZ";
    static final String PROVIDER = "Larch Court Care Limited";

    private static final String PLACEMENTS = "placements.csv";
    private static final String BROKERING = "brokering cases 2026.xlsx";

    private CheckReports() {}

    public static CheckReport full() {
        return new CheckReport(
                2,
                List.of(
                        "MS-1207: placements.csv: the column end_date is missing. Without it, every placement counts as"
                                + " open. Add the column, or confirm with --absent placements.end_date.",
                        "MS-1102: inbox contains no extract named contracts. This is one of the three required inputs."
                                + " Add contracts.csv or contracts.xlsx to the folder."),
                files(),
                findings(),
                violations(),
                List.of(
                        new Gap(
                                "placements",
                                "no_location",
                                412,
                                4187,
                                "412 of 4,187 placements can't be located: they state no postcode, no authority and no"
                                        + " CQC location of a care home. They are left out of every out-of-borough"
                                        + " percentage."),
                        new Gap(
                                "brokering",
                                "no_complete_referral",
                                88,
                                1204,
                                "88 of 1,204 cases will be timed from the referral date.")),
                List.of(
                        new MissingInput(
                                "visits",
                                "Without visits: oob_oversight shows [x]; nobody is on the action list for the lack of"
                                        + " a visit or review."),
                        new MissingInput("fee_rates", "Without fee_rates: price shows [x] under fee_rate.")),
                List.of(new UnclassifiedInput(
                        "payments",
                        "payments-devon",
                        List.of("supplier_name", "expense_type", "cost_centre"),
                        "amount",
                        List.of(
                                new Group(
                                        List.of(PROVIDER, "Care Spot - Other", "Adult & Community Services"),
                                        214,
                                        new BigDecimal("1840211.07")),
                                new Group(List.of("", "Books", ""), 2, new BigDecimal("12.25"))))),
                List.of(new LakeInput("framework_lots", 24, "2026-02-02")),
                List.of("holidays.csv", "notes to self.docx"));
    }

    /** Returns a report in which nothing is wrong. */
    static CheckReport clean() {
        return new CheckReport(
                0,
                List.of(),
                List.of(file("brokering", "brokering.csv", 1204, 1204, 0, 0, List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Returns the full report with a text in place of the name of its first file, a header, a code and a message. */
    static CheckReport with(String hostile) {
        CheckReport full = full();
        FileRead first = full.files().get(0);
        FileRead file = new FileRead(
                first.input(),
                hostile,
                hostile,
                hostile,
                "",
                List.of(),
                1,
                hostile,
                Map.of("setting", hostile),
                List.of(),
                List.of(hostile),
                1,
                0,
                1,
                0,
                Map.of(hostile, 1L),
                Map.of(hostile, 1L),
                List.of(hostile));
        return new CheckReport(
                full.exitCode(),
                List.of(hostile),
                List.of(file),
                List.of(new Finding(FindingKind.COLUMNS_UNREAD, "placements", hostile, hostile, 1, 2, hostile)),
                List.of(new RuleViolation(
                        "placements",
                        hostile,
                        hostile,
                        1,
                        hostile,
                        List.of(new Example(1, Map.of("setting", hostile, "placement_id", hostile))))),
                List.of(new Gap("placements", "", 1, 1, hostile)),
                List.of(new MissingInput("visits", hostile)),
                List.of(new UnclassifiedInput(
                        "payments",
                        hostile,
                        List.of("expense_type"),
                        "",
                        List.of(new Group(List.of(hostile), 1, BigDecimal.ZERO)))),
                List.of(new LakeInput(hostile, 1, hostile)),
                List.of(hostile));
    }

    private static List<FileRead> files() {
        return List.of(
                file(
                        "placements",
                        PLACEMENTS,
                        4310,
                        4187,
                        98,
                        25,
                        List.of("the stated total of unit_cost is 2,271,500.00, but the rows add up to 2,268,100.50")),
                new FileRead(
                        "brokering",
                        BROKERING,
                        "",
                        "",
                        "Cases",
                        List.of("Notes", "Lookup codes"),
                        4,
                        "hackney-brokerage, recognised by its header",
                        columns("case_id", "Referral no.", "setting", "Service type", "status", "Stage"),
                        List.of("urgent", "team", "offers_sought"),
                        List.of("Worker", "Date last amended"),
                        1230,
                        1204,
                        26,
                        0,
                        Map.of(),
                        Map.of("status", 311L),
                        List.of()),
                file("payments", "payments/2026-04.csv", 2011, 2011, 0, 0, List.of()),
                file("payments", "payments/2026-05.csv", 1987, 1985, 0, 2, List.of()));
    }

    private static FileRead file(
            String input, String name, long read, long accepted, long quarantined, long notRecords, List<String> more) {
        return new FileRead(
                input,
                name,
                "Windows-1252",
                "semicolon",
                "",
                List.of(),
                1,
                "",
                columns("start_date", "Start Date", "setting", "setting", "provider_name", "Supplier"),
                List.of("out_of_borough_reason"),
                List.of("Reason OOB"),
                read,
                accepted,
                quarantined,
                notRecords,
                notRecords == 0 ? Map.of() : Map.of("blank", notRecords),
                Map.of("setting", 17L),
                more);
    }

    private static List<Finding> findings() {
        return List.of(
                new Finding(FindingKind.COLUMNS_UNREAD, "placements", PLACEMENTS, "Reason OOB", 1, 0, ""),
                new Finding(
                        FindingKind.CELLS_EMPTIED,
                        "placements",
                        PLACEMENTS,
                        "cost_frequency",
                        61,
                        4310,
                        "Every 4 wks, Termly, ad hoc"),
                new Finding(
                        FindingKind.SHEET_HIDDEN,
                        "brokering",
                        BROKERING + " (Lookup codes)",
                        "",
                        40,
                        0,
                        "Lookup codes"),
                new Finding(FindingKind.REFERENCES_UNMATCHED, "brokering", "", "placement_id", 203, 980, "placements"),
                new Finding(FindingKind.FILE_UNUSED, "", "holidays.csv", "", 0, 0, ""));
    }

    private static List<RuleViolation> violations() {
        return List.of(
                new RuleViolation(
                        "placements",
                        PLACEMENTS,
                        "setting is not one of the codes of its list",
                        61,
                        "Use one of: Day support, Direct payment, Extra care, Home care, Nursing care, Other,"
                                + " Residential care, Respite, Shared Lives, Supported living. A mapping can translate"
                                + " other codes.",
                        List.of(
                                new Example(14, placement("L00013", "Sheltered", "2025-04-01", "2026-03-31")),
                                new Example(88, placement("L00087", "Sheltered", "2024-10-01", "")),
                                new Example(1093, placement("L01092", "Res care", "2023-01-16", "")))),
                new RuleViolation(
                        "placements",
                        PLACEMENTS,
                        "end_date is before start_date",
                        1,
                        "Correct these rows in the source system, and export them again.",
                        List.of(new Example(8, placement("L00007", "Nursing care", "2024-10-01", "2024-09-30")))),
                new RuleViolation(
                        "placements",
                        PLACEMENTS,
                        "the row has more cells than the header",
                        3,
                        "Put quotes around cells that contain the separator, or delete cells after the last column.",
                        List.of(new Example(17, Map.of()), new Example(18, Map.of()))),
                new RuleViolation(
                        "brokering",
                        BROKERING,
                        "sourced_date is empty, and the status is Sourced",
                        26,
                        "Correct these rows in the source system, and export them again.",
                        List.of(new Example(
                                31,
                                columns(
                                        "case_id",
                                        "C-2026-0031",
                                        "person_id",
                                        PERSON,
                                        "status",
                                        "Sourced",
                                        "team",
                                        "East")))),
                new RuleViolation(
                        "visits",
                        "visits.csv",
                        "visit_date is empty",
                        2,
                        "Fill in visit_date: every row needs it.",
                        List.of(new Example(3, columns("person_id", PERSON, "visit_type", "Review")))));
    }

    private static Map<String, String> placement(String id, String setting, String start, String end) {
        Map<String, String> cells =
                columns("placement_id", id, "person_id", PERSON, "date_of_birth", BIRTH_DATE, "setting", setting);
        cells.put("start_date", start);
        if (!end.isEmpty()) {
            cells.put("end_date", end);
        }
        cells.put("provider_id", "S-1180");
        cells.put("provider_name", PROVIDER);
        cells.put("delivery_postcode", POSTCODE);
        cells.put("placement_local_authority", POSTCODE);
        cells.put("unit_cost", "1,184.20");
        cells.put("cost_frequency", "Weekly");
        cells.put("unlisted_column", PROVIDER);
        return cells;
    }

    private static Map<String, String> columns(String... pairs) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            columns.put(pairs[i], pairs[i + 1]);
        }
        return columns;
    }
}
