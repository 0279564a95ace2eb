package marketshaping.output.pack;

import java.util.List;
import marketshaping.output.pack.sheet.CellWords;
import marketshaping.output.pack.sheet.Cover;
import marketshaping.output.pack.sheet.PackInputs;
import marketshaping.output.workbook.RowsSheet;
import marketshaping.output.workbook.RowsSheet.CellKind;
import marketshaping.output.workbook.RowsSheet.Heading;
import marketshaping.output.workbook.TextSheet;
import marketshaping.output.workbook.TextSheet.Lines;
import marketshaping.output.workbook.Workbook;
import marketshaping.output.workbook.WorkbookAudience;

/**
 * Builds the working list for brokerage and review teams: each placement or case that needs action, with the reason.
 */
final class WorkingList {
    private static final String NAME = "Working list";

    /** The column headings of the working list, in the order of the cells in its rows. */
    private static final List<Heading> HEADINGS = List.of(
            new Heading("reason", 42),
            new Heading("setting", 20),
            new Heading("need group", 26),
            new Heading("placement id", 18),
            new Heading("case id", 18),
            new Heading("provider", 34),
            new Heading("host authority", 26),
            new Heading("tier", 20),
            new Heading("weekly cost (£)", 20, CellKind.NUMBERS),
            new Heading("start date", 16, CellKind.NUMBERS),
            new Heading("last seen", 16, CellKind.NUMBERS),
            new Heading("contract end", 18, CellKind.NUMBERS),
            new Heading("days open", 15, CellKind.NUMBERS),
            new Heading("target days", 16, CellKind.NUMBERS));

    private WorkingList() {}

    static Workbook workbook(PackInputs inputs) {
        return new Workbook(
                title(inputs),
                inputs.council(),
                inputs.asAt(),
                WorkbookAudience.DESK,
                inputs.classification(),
                List.of(cover(inputs)));
    }

    static RowsSheet rows(PackInputs inputs, Iterable<List<Object>> rows) {
        return new RowsSheet(
                NAME,
                title(inputs),
                "This worksheet contains one table: one row per placement or case and per reason to act on it. A cell"
                        + " is empty if the value is not recorded or does not apply: a placement has no days open, and"
                        + " a case has no provider, cost or contract yet. Last seen is the latest visit"
                        + " or review. The start date of a case is the day on which its clock started.",
                HEADINGS,
                rows);
    }

    private static TextSheet cover(PackInputs inputs) {
        return new TextSheet(
                "Cover",
                "About this workbook",
                title(inputs),
                new Lines()
                        .under("Classification", List.of(inputs.classification()))
                        .under(
                                "What this is",
                                List.of(
                                        "For the brokerage and review teams: the placements and cases that need"
                                                + " action, as at %s. This workbook is about individual people: keep"
                                                        .formatted(CellWords.date(inputs.asAt()))
                                                + " it within the teams that look after them, and don't pass it on.",
                                        "Placement ids and case ids are those of the council's own systems. For each"
                                                + " reason and setting, the highest costs or longest waits come first.",
                                        "A placement with two reasons has two rows. The table watch_list of the"
                                                + " commissioning pack counts the same rows."))
                        .under(
                                "What to do",
                                List.of(
                                        "Out of borough and unseen for 12 months: plan a visit or review.",
                                        "Rated Inadequate: check that people are safe and whether they can stay.",
                                        "No longer registered: find out where people are; the location has left the"
                                                + " care directory.",
                                        "Contract expired: renew the contract, or record the one in force.",
                                        "Open in brokering past target: source the case, or close it if it has ended."))
                        .under("About this run", inputs.runNotes())
                        .under("Sources", Cover.sources(inputs))
                        .under("Contact", List.of(inputs.contact()))
                        .toList());
    }

    private static String title(PackInputs inputs) {
        return "%s, %s, %s".formatted(NAME, inputs.council(), CellWords.date(inputs.asAt()));
    }
}
