package marketshaping.sample;

/**
 * Writes rows with defects that occur in real extracts: unknown codes, impossible dates, duplicate references, repeated
 * rows, blank rows and a total. All are additional to the sample's own rows; only the totals carry money.
 */
final class DefectiveRows {
    private static final String ARTIFICIAL = "P000000";

    private final int council;

    DefectiveRows(int council) {
        this.council = council;
    }

    void intoPlacements(CsvFile file, long totalPence) {
        for (int set = 1; set <= sets(); set++) {
            placement(file, id("PLX", set, 1), ARTIFICIAL, "Res Home (old code)", "2024-05-13", "");
            placement(file, id("PLX", set, 2), ARTIFICIAL, "Sheltered?", "2023-09-04", "");
            placement(file, id("PLX", set, 3), ARTIFICIAL, "Home care", "31/02/2024", "");
            placement(file, id("PLX", set, 4), ARTIFICIAL, "Nursing care", "2024-11-20", "2024-02-11");
            placement(file, id("PLX", set, 5), ARTIFICIAL, "Supported living", "2025-08-01", "2025-07-01");
            placement(file, id("PLX", set, 6), "", "Residential care", "2025-01-15", "");
            placement(file, id("PLX", set, 7), ARTIFICIAL, "Extra care", "2023-06-05", "");
            placement(file, id("PLX", set, 7), ARTIFICIAL, "Extra care", "2023-07-05", "");
            placement(file, id("PLX", set, 8), ARTIFICIAL, "Respite", "2025-03-03", "2025-03-09");
            file.repeat();
            file.blank();
        }
        if (sets() > 0) {
            file.row("", "", "", "", "", "", "", "", "Total", "", "", "", "", PenceText.of(totalPence), "", "", "", "");
        }
    }

    void intoContracts(CsvFile file) {
        for (int set = 1; set <= sets(); set++) {
            contract(file, id("SPX", set, 1), "Waiver", "2024-04-01", "");
            contract(file, id("SPX", set, 2), "Framework", "2026-02-02", "");
            contract(file, id("SPX", set, 3), "Spot", "2025-04-01", "2024-03-31");
        }
    }

    void intoBrokering(CsvFile file) {
        for (int set = 1; set <= sets(); set++) {
            brokeringCase(file, id("BCX", set, 1), "Nursing care", "2024-10-01", "", "Sourced", "");
            brokeringCase(file, id("BCX", set, 2), "Residential care", "2025-02-10", "2025-02-03", "Sourced", "");
            brokeringCase(file, id("BCX", set, 3), "Home care", "2025-05-19", "", "Withdrawn", "");
            brokeringCase(file, id("BCX", set, 4), "Carehome", "2025-06-02", "2025-06-11", "Sourced", "");
            brokeringCase(file, id("BCX", set, 5), "Home care", "2024-13-01", "2025-01-08", "Sourced", "");
            brokeringCase(file, id("BCX", set, 6), "Supported living", "2025-01-06", "2025-02-06", "Sourced", "");
            brokeringCase(file, id("BCX", set, 6), "Supported living", "2025-01-06", "2025-03-06", "Sourced", "");
            file.blank();
        }
    }

    void intoPayments(CsvFile file, long totalPence) {
        for (int set = 1; set <= sets(); set++) {
            payment(file, id("PYX", set, 1), "2025-02-30", "0.00", "Residential care", "Spot");
            payment(file, id("PYX", set, 2), "2025-03-18", "see invoice", "Nursing care", "Spot");
            payment(file, id("PYX", set, 3), "2025-04-22", "", "Home care", "Framework");
            payment(file, id("PYX", set, 4), "2025-05-20", "0.00", "Res Home (old code)", "Spot");
            payment(file, id("PYX", set, 5), "2025-06-17", "0.00", "Residential care", "Waiver");
            file.blank();
        }
        if (sets() > 0) {
            file.row("", "", "", "Total", PenceText.of(totalPence), "", "", "", "");
        }
    }

    /**
     * Returns the number of sets of defects: one per 4,000 people. A tiny council has none, and 1,000 sets is the
     * maximum so that defects stay rare.
     */
    private int sets() {
        return Math.min(1000, StockOnDay.scaled(1, council));
    }

    private static String id(String letters, int set, int number) {
        return Ids.of(letters, set, 3) + "-" + number;
    }

    private static void placement(CsvFile file, String id, String person, String setting, String start, String end) {
        file.row(
                id,
                person,
                "1950-01-01",
                "Mental health support",
                setting,
                start,
                end,
                "",
                "",
                "",
                "",
                Council.HACKNEY.code,
                "",
                "",
                "Weekly",
                "",
                "",
                "");
    }

    private static void contract(CsvFile file, String id, String route, String start, String end) {
        file.row(id, route, "000001", "", "", "", "Residential care", start, end, "", "", "", "");
    }

    private static void payment(CsvFile file, String id, String date, String amount, String setting, String route) {
        file.row(id, date, "000001", "", amount, "Care packages", "7000", setting, route);
    }

    private static void brokeringCase(
            CsvFile file, String id, String setting, String referral, String sourced, String status, String closed) {
        file.row(
                id,
                ARTIFICIAL,
                setting,
                "",
                referral,
                "",
                sourced,
                "",
                status,
                closed,
                "Community",
                "No",
                "",
                "",
                "",
                "");
    }
}
