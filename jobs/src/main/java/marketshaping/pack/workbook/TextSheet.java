package marketshaping.pack.workbook;

import java.util.ArrayList;
import java.util.List;

/** A worksheet of headings and paragraphs in column A: a cover, key messages. */
public record TextSheet(String name, String section, String title, List<Line> lines) implements Sheet {

    public TextSheet {
        lines = List.copyOf(lines);
    }

    /** One line of text. */
    public sealed interface Line permits Heading, Paragraph {
        String text();
    }

    public record Heading(String text) implements Line {}

    public record Paragraph(String text) implements Line {}

    /** Lines in the making: each heading followed by its paragraphs; a heading without any is left out. */
    public static final class Lines {
        private final List<Line> lines = new ArrayList<>();

        public Lines under(String heading, List<String> paragraphs) {
            if (!paragraphs.isEmpty()) {
                lines.add(new Heading(heading));
                paragraphs.forEach(text -> lines.add(new Paragraph(text)));
            }
            return this;
        }

        public List<Line> toList() {
            return List.copyOf(lines);
        }
    }
}
