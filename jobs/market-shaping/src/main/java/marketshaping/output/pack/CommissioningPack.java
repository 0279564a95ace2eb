package marketshaping.output.pack;

import java.util.ArrayList;
import java.util.List;
import marketshaping.analysis.measure.Section;
import marketshaping.output.pack.sheet.CellWords;
import marketshaping.output.pack.sheet.Cover;
import marketshaping.output.pack.sheet.ExtractFindings;
import marketshaping.output.pack.sheet.KeyMessages;
import marketshaping.output.pack.sheet.Notes;
import marketshaping.output.pack.sheet.PackInputs;
import marketshaping.output.pack.sheet.SectionSheets;
import marketshaping.output.pack.sheet.TileMap;
import marketshaping.output.workbook.ContentsSheet;
import marketshaping.output.workbook.Sheet;
import marketshaping.output.workbook.TextSheet;
import marketshaping.output.workbook.Workbook;
import marketshaping.output.workbook.WorkbookAudience;

/** Builds the commissioning pack for the council: every table, unsuppressed and formatted for screen and print. */
final class CommissioningPack {
    private static final String PURPOSE = "For commissioners of adult social care. This workbook contains unsuppressed"
            + " figures about small numbers of people: don't publish it, and don't pass it on outside the council.";

    private CommissioningPack() {}

    static Workbook workbook(PackInputs inputs) {
        String title = "Commissioning pack, %s, %s".formatted(inputs.council(), CellWords.date(inputs.asAt()));
        return new Workbook(
                title,
                inputs.council(),
                inputs.asAt(),
                WorkbookAudience.DESK,
                inputs.classification(),
                sheets(inputs, title, PURPOSE, TileMap.sheets(inputs)));
    }

    /**
     * Returns the worksheets of the commissioning pack or of the market position pack, in the order that both share.
     *
     * @param afterMessages worksheets that only one of the packs has; they follow the key messages
     */
    static List<Sheet> sheets(PackInputs inputs, String title, String purpose, List<Sheet> afterMessages) {
        List<Sheet> sheets = new ArrayList<>();
        TextSheet messages = KeyMessages.sheet(inputs);
        sheets.add(Cover.sheet(
                inputs,
                title,
                purpose,
                Cover.startHere(messages),
                "The key messages state the main figures in sentences. The sections after them contain charts, the"
                        + " figures behind each chart, and the full tables.",
                "The worksheet Notes defines each measure."));
        sheets.add(new ContentsSheet());
        sheets.add(messages);
        sheets.addAll(afterMessages);
        for (Section section : Section.values()) {
            sheets.addAll(SectionSheets.sheets(inputs, section));
        }
        sheets.addAll(ExtractFindings.sheets(inputs));
        sheets.add(Notes.sheet(inputs));
        return List.copyOf(sheets);
    }
}
