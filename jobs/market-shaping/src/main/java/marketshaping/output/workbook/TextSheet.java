package marketshaping.output.workbook;

import java.util.ArrayList;
import java.util.List;

/** A worksheet of headings, paragraphs and links in column A, such as a cover or key messages. */
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
     * A link to another worksheet.
     *
     * @param heading the target heading; the link leads to the top if the worksheet lacks it
     */
    public record Link(String text, String sheet, String heading) implements Line {
        public static Link to(String sheet, String words) {
            return new Link(words, sheet, "");
        }
    }

    /** Returns the texts of the headings. */
    public List<String> headings() {
        return lines.stream().filter(Heading.class::isInstance).map(Line::text).toList();
    }

    /** Returns the row of a heading counted from 1, or the row of the title if the heading is missing. */
    int row(String heading) {
        return Math.max(0, lines.indexOf(new Heading(heading)) + 1) + 1;
    }

    /** Builds the lines of a worksheet and omits headings without text below them. */
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
