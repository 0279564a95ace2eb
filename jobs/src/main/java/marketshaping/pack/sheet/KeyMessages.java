package marketshaping.pack.sheet;

import java.util.List;
import marketshaping.measure.Section;
import marketshaping.pack.PackInputs;
import marketshaping.pack.workbook.TextSheet;
import marketshaping.pack.workbook.TextSheet.Lines;

/** The three questions, answered in sentences from the numbers of the tables, for people with ten minutes. */
public final class KeyMessages {
    private KeyMessages() {}

    public static TextSheet sheet(PackInputs inputs) {
        Lines lines = new Lines()
                .under(Section.OUT_OF_BOROUGH.question(), new OutOfBoroughMessages(inputs).sentences())
                .under(Section.FRAMEWORK_AND_SPOT.question(), new FrameworkAndSpotMessages(inputs).sentences())
                .under(Section.BROKERING.question(), new BrokeringMessages(inputs).sentences())
                .under(Section.QUALITY_AND_DATA.question(), new QualityMessages(inputs).sentences())
                .under("Beside figures published before", new BaselineMessages(inputs).sentences());
        if (lines.toList().isEmpty()) {
            lines.under("No messages", List.of("This run has no figures that answer the questions."));
        }
        return new TextSheet("Key messages", "About this workbook", Titles.of("Key messages", inputs), lines.toList());
    }
}
