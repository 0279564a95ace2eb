package marketshaping.output.pack;

import java.util.ArrayList;
import java.util.List;
import marketshaping.analysis.measure.Section;
import marketshaping.output.pack.sheet.CellWords;
import marketshaping.output.pack.sheet.Chapters;
import marketshaping.output.pack.sheet.Cover;
import marketshaping.output.pack.sheet.KeyMessages;
import marketshaping.output.pack.sheet.Notes;
import marketshaping.output.pack.sheet.PackInputs;
import marketshaping.output.pack.sheet.TileMap;
import marketshaping.output.workbook.ContentsSheet;
import marketshaping.output.workbook.Sheet;
import marketshaping.output.workbook.TextSheet;
import marketshaping.output.workbook.Workbook;
import marketshaping.output.workbook.WorkbookAudience;

/** The pack for commissioners: every table, unsuppressed, laid out for the desk and the printer. */
final class CommissioningPack {
    private static final String PURPOSE = "For commissioners of adult social care. It holds unsuppressed figures about"
            + " small numbers of people: don't publish it, and don't pass it on outside the council.";

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
     * The order of sheets that both packs share.
     *
     * @param afterMessages what this pack alone shows first
     */
    static List<Sheet> sheets(PackInputs inputs, String title, String purpose, List<Sheet> afterMessages) {
        List<Sheet> sheets = new ArrayList<>();
        TextSheet messages = KeyMessages.sheet(inputs);
        sheets.add(Cover.sheet(
                inputs,
                title,
                purpose,
                Cover.startHere(messages),
                "Key messages answer the questions in sentences. Each section then has its charts, the figures behind"
                        + " them, and the full tables.",
                "The worksheet Notes says how each measure is counted."));
        sheets.add(new ContentsSheet());
        sheets.add(messages);
        sheets.addAll(afterMessages);
        for (Section section : Section.values()) {
            sheets.addAll(Chapters.sheets(inputs, section));
        }
        sheets.add(Notes.sheet(inputs));
        return List.copyOf(sheets);
    }
}
