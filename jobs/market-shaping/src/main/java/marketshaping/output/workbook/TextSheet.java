package marketshaping.output.workbook;

import java.util.ArrayList;
import java.util.List;

/** A worksheet of headings, paragraphs and links in column A: a cover, key messages. */
public record TextSheet(String name, String section, String title, List<Line> lines) implements Sheet {

    public TextSheet {
        lines = List.copyOf(lines);
    }

    /** One line of text. */
    public sealed interface Line permits Heading, Paragraph, Link {
        String text();
    }

    public record Heading(String text) implements Line {}

    public record Paragraph(String text) implements Line {}

    /**
     * Leads to another worksheet.
     *
     * @param heading that it leads to, where the worksheet has it; otherwise it leads to the top
     */
    public record Link(String text, String sheet, String heading) implements Line {
        public static Link to(String sheet, String words) {
            return new Link(words, sheet, "");
        }
    }

    /** The words of its headings. */
    public List<String> headings() {
        return lines.stream().filter(Heading.class::isInstance).map(Line::text).toList();
    }

    /** The row of a heading, counted from 1, or of the title. */
    int row(String heading) {
        return Math.max(0, lines.indexOf(new Heading(heading)) + 1) + 1;
    }

    /** Lines in the making: each heading followed by what stands below it; a heading without anything is left out. */
    public static final class Lines {
        private final List<Line> lines = new ArrayList<>();

        public Lines under(String heading, List<String> paragraphs) {
            return lines(heading, paragraphs.stream().map(Paragraph::new).toList());
        }

        public Lines lines(String heading, List<? extends Line> below) {
            if (!below.isEmpty()) {
                lines.add(new Heading(heading));
                lines.addAll(below);
            }
            return this;
        }

        public List<Line> toList() {
            return List.copyOf(lines);
        }
    }
}
