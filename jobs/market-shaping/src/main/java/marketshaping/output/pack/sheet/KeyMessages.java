package marketshaping.output.pack.sheet;

import java.util.ArrayList;
import java.util.List;
import marketshaping.analysis.measure.Section;
import marketshaping.output.workbook.TextSheet;
import marketshaping.output.workbook.TextSheet.Line;
import marketshaping.output.workbook.TextSheet.Lines;
import marketshaping.output.workbook.TextSheet.Link;
import marketshaping.output.workbook.TextSheet.Paragraph;

/** The three questions, answered in sentences from the numbers of the tables, for people with ten minutes. */
public final class KeyMessages {
    private KeyMessages() {}

    public static TextSheet sheet(PackInputs inputs) {
        Lines lines = new Lines();
        answer(lines, Section.OUT_OF_BOROUGH, new OutOfBoroughMessages(inputs).sentences(), inputs);
        answer(lines, Section.FRAMEWORK_AND_SPOT, new FrameworkAndSpotMessages(inputs).sentences(), inputs);
        answer(lines, Section.BROKERING, new BrokeringMessages(inputs).sentences(), inputs);
        answer(lines, Section.QUALITY_AND_DATA, new QualityMessages(inputs).sentences(), inputs);
        lines.under("Beside figures published before", new BaselineMessages(inputs).sentences());
        if (lines.toList().isEmpty()) {
            lines.under("No messages", List.of("This run has no figures that answer the questions."));
        }
        return new TextSheet(
                "Key messages", "About this workbook", ChartTitles.of("Key messages", inputs), lines.toList());
    }

    /** The sentences, and the way to the charts and figures that they are taken from. */
    private static void answer(Lines lines, Section section, List<String> sentences, PackInputs inputs) {
        List<Line> below = new ArrayList<>();
        sentences.forEach(sentence -> below.add(new Paragraph(sentence)));
        if (!sentences.isEmpty()) {
            Chapters.sheets(inputs, section).stream()
                    .findFirst()
                    .ifPresent(
                            first -> below.add(Link.to(first.name(), "The charts and tables, from " + first.name())));
        }
        lines.lines(section.question(), below);
    }
}
