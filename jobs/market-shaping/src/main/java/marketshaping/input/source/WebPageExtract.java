package marketshaping.input.source;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.problem.Problems;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeFilter;

/**
 * The tables of a web page. Reporting systems often export a web page under the name of a workbook. A value that spans
 * rows counts for each of them; a value that spans columns counts for the first. The whole page is in memory.
 */
final class WebPageExtract implements ExtractFile {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int LONGEST = 64;
    private static final int END = 64 * 1024;

    private final Path file;
    private final Encoding encoding;
    private final Elements elements;
    private final List<ExtractTable> tables = new ArrayList<>();
    /** The findings by the position of their table; -1 for the page. */
    private final Map<Integer, Finding> findings = new TreeMap<>();

    private String page;

    WebPageExtract(Path file, ByteSource bytes) throws IOException {
        this.file = file;
        ByteSource bounded =
                () -> new BoundedInput(bytes.open(), LONGEST * MEGABYTE, () -> Problems.pageTooLarge(file, LONGEST));
        encoding = Encoding.of(bounded, text -> {
            StringWriter whole = new StringWriter();
            text.transferTo(whole);
            page = whole.toString();
        });
        elements = Jsoup.parse(page).select("table:has(tr)");
        String end = page.substring(Math.max(0, page.length() - END)).toLowerCase(Locale.ROOT);
        if (end.lastIndexOf("</table") < end.lastIndexOf("<tr")) {
            String name = file.getFileName().toString();
            findings.put(-1, Finding.ofFile(FindingKind.TOTAL_DIFFERS, name, 0, "the web page ends within a table"));
        }
        page = "";
        for (Element table : elements) {
            Element caption = table.selectFirst("> caption");
            String name = caption == null ? "" : text(caption);
            int position = tables.size();
            tables.add(new ExtractTable(position, name.isEmpty() ? "table " + (position + 1) : name, true));
        }
        if (tables.isEmpty()) {
            throw Problems.pageWithoutTable(file);
        }
    }

    @Override
    public List<ExtractTable> tables() {
        return List.copyOf(tables);
    }

    @Override
    public ReadAs readAs() {
        return new ReadAs("web page", encoding.label(), "");
    }

    /** A value that continues in the rows below. */
    private record Span(String value, int rowsLeft) {}

    @Override
    public long read(ExtractTable table, RowConsumer rows) {
        Map<Integer, Span> spans = new TreeMap<>();
        List<String> ranges = new ArrayList<>();
        long mergedCells = 0;
        long last = 0;
        Elements lines = elements.get(table.position()).select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
        for (int line = 0; line < lines.size(); line++) {
            List<String> cells = new ArrayList<>();
            for (Element cell : lines.get(line).select("> td, > th")) {
                continueSpans(spans, cells);
                int height = height(cell, lines, line);
                int width = Math.min(span(cell, "colspan"), Limits.COLUMNS);
                if (height > 1 && cell.nameIs("td") && cell.closest("thead") == null) {
                    mergedCells += height;
                    ranges.add("column " + (cells.size() + 1) + " of rows " + (line + 1) + " to " + (line + height));
                }
                for (int column = 0; column < width; column++) {
                    String value = column == 0 ? text(cell) : "";
                    spans.put(cells.size(), new Span(value, height));
                    cells.add(value);
                }
                mustBeFew(cells, line + 1);
            }
            continueSpans(spans, cells);
            mustBeFew(cells, line + 1);
            spans.replaceAll((column, span) -> new Span(span.value(), span.rowsLeft() - 1));
            spans.values().removeIf(span -> span.rowsLeft() == 0);
            List<String> withText = CellText.upToLast(cells);
            if (!withText.isEmpty()) {
                last = line + 1L;
                if (!rows.accept(SourceRow.ofText(last, withText))) {
                    return last;
                }
            }
        }
        if (mergedCells > 0) {
            String detail = ranges.get(0) + (ranges.size() > 1 ? " and " + (ranges.size() - 1) + " more" : "");
            String name = file.getFileName() + (tables.size() > 1 ? " (" + table.name() + ")" : "");
            findings.put(table.position(), Finding.ofFile(FindingKind.CELLS_MERGED, name, mergedCells, detail));
        }
        return last;
    }

    /** Returns the number of rows that a cell spans, at most to the end of its section. */
    private static int height(Element cell, Elements lines, int line) {
        int height = 1;
        int span = span(cell, "rowspan");
        while (height < span
                && line + height < lines.size()
                && Objects.equals(lines.get(line + height).parent(), lines.get(line).parent())) {
            height++;
        }
        return height;
    }

    /** Adds the values that continue from the rows above at this place. */
    private static void continueSpans(Map<Integer, Span> spans, List<String> cells) {
        while (spans.containsKey(cells.size())) {
            cells.add(spans.get(cells.size()).value());
        }
    }

    private void mustBeFew(List<String> cells, long row) {
        if (cells.size() > Limits.COLUMNS) {
            throw Problems.tooManyColumns(file, row, Limits.COLUMNS);
        }
    }

    /** Returns the number of rows or columns of a cell. A page states 0 for all that are left. */
    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute).strip();
        int span = value.matches("\\d{1,6}") ? Integer.parseInt(value) : 1;
        return span == 0 ? Integer.MAX_VALUE : span;
    }

    /** Returns the text of a cell, without the tables in it. */
    private static String text(Element cell) {
        StringBuilder text = new StringBuilder();
        cell.filter((node, depth) -> {
            if (node instanceof TextNode part) {
                text.append(part.getWholeText());
            } else if (node instanceof Element element && depth > 0) {
                text.append(element.isBlock() || element.nameIs("br") ? " " : "");
                return element.nameIs("table")
                        ? NodeFilter.FilterResult.SKIP_ENTIRELY
                        : NodeFilter.FilterResult.CONTINUE;
            }
            return NodeFilter.FilterResult.CONTINUE;
        });
        return CellText.clean(text.toString().replaceAll("[ \\t\\r\\n\\f]+", " "));
    }

    @Override
    public List<Finding> findings() {
        return List.copyOf(findings.values());
    }

    @Override
    public void close() {
        // The page is in memory.
    }
}
