package marketshaping.app.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Prints headings, wrapped paragraphs and tables for a terminal. */
public final class ConsoleTable {
    static final int WIDTH = 110;

    /** Control characters, which are removed so that data cannot move the cursor or change colours. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private static final String INDENT = "  ";
    private static final String BETWEEN = "  ";

    private final PrintWriter out;

    /** The alignment of a column. */
    enum Side {
        LEFT,
        RIGHT
    }

    /** The heading and alignment of a column. */
    public record Heading(String words, Side side) {
        public static Heading left(String words) {
            return new Heading(words, Side.LEFT);
        }

        public static Heading right(String words) {
            return new Heading(words, Side.RIGHT);
        }
    }

    public ConsoleTable(PrintWriter out) {
        this.out = out;
    }

    public void heading(String words) {
        print("");
        print(words);
        print("-".repeat(words.length()));
    }

    /**
     * Prints a paragraph, wrapped to the width of the page.
     *
     * @param depth the levels of indentation of the first line; the others are indented by one level more
     */
    public void paragraph(int depth, String text) {
        wrapped(depth, text).forEach(this::print);
    }

    /** Prints a wrapped paragraph, cut off after the given number of lines. */
    public void excerpt(int depth, int lines, String text) {
        List<String> all = wrapped(depth, text);
        all.stream().limit(lines - 1L).forEach(this::print);
        if (all.size() >= lines) {
            print(all.get(lines - 1) + (all.size() > lines ? " ..." : ""));
        }
    }

    public void table(List<Heading> headings, List<List<String>> rows) {
        List<Integer> widths = IntStream.range(0, headings.size())
                .mapToObj(column -> rows.stream()
                        .map(row -> row.get(column).length())
                        .reduce(headings.get(column).words().length(), Math::max))
                .toList();
        print(line(headings, headings.stream().map(Heading::words).toList(), widths));
        rows.forEach(row -> print(line(headings, row, widths)));
    }

    public void flush() {
        out.flush();
    }

    private static String line(List<Heading> headings, List<String> cells, List<Integer> widths) {
        List<String> padded = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String space = " ".repeat(widths.get(i) - cells.get(i).length());
            padded.add(headings.get(i).side() == Side.LEFT ? cells.get(i) + space : space + cells.get(i));
        }
        return INDENT + String.join(BETWEEN, padded);
    }

    private static List<String> wrapped(int depth, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(INDENT.repeat(depth));
        int empty = line.length();
        for (String word : text.strip().split("\\s+")) {
            if (line.length() > empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(INDENT.repeat(depth + 1));
                empty = line.length();
            }
            line.append(line.length() > empty ? " " : "").append(word);
        }
        lines.add(line.toString());
        return Collections.unmodifiableList(lines);
    }

    private void print(String line) {
        out.println(CONTROL.matcher(line).replaceAll(" ").stripTrailing());
    }
}
