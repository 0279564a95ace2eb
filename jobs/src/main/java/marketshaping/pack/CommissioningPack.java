package marketshaping.pack;

import java.util.ArrayList;
import java.util.List;
import marketshaping.measure.Section;
import marketshaping.pack.sheet.Chapters;
import marketshaping.pack.sheet.Cover;
import marketshaping.pack.sheet.KeyMessages;
import marketshaping.pack.sheet.Notes;
import marketshaping.pack.sheet.TileMap;
import marketshaping.pack.sheet.Words;
import marketshaping.pack.workbook.ContentsSheet;
import marketshaping.pack.workbook.Profile;
import marketshaping.pack.workbook.Sheet;
import marketshaping.pack.workbook.TextSheet;
import marketshaping.pack.workbook.Workbook;

/** The pack for commissioners: every table, unsuppressed, laid out for the desk and the printer. */
final class CommissioningPack {
    private static final String PURPOSE = "For commissioners of adult social care. It holds unsuppressed figures about"
            + " small numbers of people: don't publish it, and don't pass it on outside the council.";

    private CommissioningPack() {}

    static Workbook workbook(PackInputs inputs) {
        String title = "Commissioning pack, %s, %s".formatted(inputs.council(), Words.date(inputs.asAt()));
        return new Workbook(
                title,
                inputs.council(),
                inputs.asAt(),
                Profile.DESK,
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
