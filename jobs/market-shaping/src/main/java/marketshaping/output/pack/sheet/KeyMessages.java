package marketshaping.output.pack.sheet;

import java.util.ArrayList;
import java.util.List;
import marketshaping.analysis.measure.Section;
import marketshaping.output.workbook.TextSheet;
import marketshaping.output.workbook.TextSheet.Line;
import marketshaping.output.workbook.TextSheet.Lines;
import marketshaping.output.workbook.TextSheet.Link;
import marketshaping.output.workbook.TextSheet.Paragraph;

/** The worksheet of key messages: sentences with figures from the tables, in one part per section. */
public final class KeyMessages {
    private KeyMessages() {}

    public static TextSheet sheet(PackInputs inputs) {
        Lines lines = new Lines();
        answer(lines, Section.OUT_OF_BOROUGH, new OutOfBoroughMessages(inputs).sentences(), inputs);
        answer(lines, Section.FRAMEWORK_AND_SPOT, new FrameworkAndSpotMessages(inputs).sentences(), inputs);
        answer(lines, Section.BROKERING, new BrokeringMessages(inputs).sentences(), inputs);
        answer(lines, Section.QUALITY_AND_DATA, new QualityMessages(inputs).sentences(), inputs);
        lines.under("Compared with figures published before", new BaselineMessages(inputs).sentences());
        if (lines.toList().isEmpty()) {
            lines.under("No messages", List.of("This run has no figures for key messages."));
        }
        return new TextSheet(
                "Key messages", "About this workbook", ChartTitles.of("Key messages", inputs), lines.toList());
    }

    /** Adds the sentences of a section, with a link to its charts and tables. */
    private static void answer(Lines lines, Section section, List<String> sentences, PackInputs inputs) {
        List<Line> below = new ArrayList<>();
        sentences.forEach(sentence -> below.add(new Paragraph(sentence)));
        if (!sentences.isEmpty()) {
            SectionSheets.sheets(inputs, section).stream()
                    .findFirst()
                    .ifPresent(first ->
                            below.add(Link.to(first.name(), "Charts and tables, starting with " + first.name())));
        }
        lines.lines(section.question(), below);
    }
}
