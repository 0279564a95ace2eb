package marketshaping.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.problem.Problems;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.function.IOSupplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * The tables of a web page. Reporting systems often export a web page under the name of a workbook. A value that spans
 * rows counts for each of them; a value that spans columns counts for the first. The whole page is in memory.
 */
final class WebPageExtract implements ExtractFile {
    private static final String PASSWORD =
            "input[type=password], body:has(input) :matchesOwn((?i)^\\W*pass ?word\\W*$)";
    private static final String HIDDEN =
            "[hidden], [style~=(?i)display\\s*:\\s*none|visibility\\s*:\\s*(hidden|collapse)]";

    private final Path file;
    private final Encoding encoding;
    private final Elements tables;
    private final Set<Finding> findings = new LinkedHashSet<>();

    WebPageExtract(Path file, IOSupplier<InputStream> bytes) throws IOException {
        this.file = file;
        IOSupplier<InputStream> bounded =
                () -> Limits.bounded(bytes.get(), Limits.TREE_BYTES, () -> Problems.pageTooLarge(file, 64));
        encoding = Encoding.of(bounded);
        try (Reader text = encoding.open(bounded)) {
            String page = IOUtils.toString(text);
            Document document = Jsoup.parse(page);
            List<String> frames = document.select("frame[src]").eachAttr("src");
            if (!frames.isEmpty()) {
                throw Problems.pageOfFrames(file, frames);
            } else if (!document.select(PASSWORD).isEmpty()) {
                throw Problems.loginPage(file);
            }
            tables = document.select("table:has(tr)");
            String markup = page.toLowerCase(Locale.ROOT);
            if (markup.lastIndexOf("</table") < markup.lastIndexOf("<tr")) {
                report(FindingKind.TOTAL_DIFFERS, "", 0, "the web page ends within a table");
            }
        }
        if (tables.isEmpty()) {
            throw Problems.pageWithoutTable(file);
        }
    }

    private void report(FindingKind kind, String table, long count, String detail) {
        findings.add(Finding.ofFile(kind, file.getFileName() + table, count, detail));
    }

    @Override
    public List<ExtractTable> tables() {
        return IntStream.range(0, tables.size())
                .mapToObj(position -> {
                    String caption = text(tables.get(position).select("> caption"));
                    return new ExtractTable(position, caption.isEmpty() ? "table " + (position + 1) : caption, true);
                })
                .toList();
    }

    @Override
    public ReadAs readAs() {
        return new ReadAs("web page", encoding.label, "");
    }

    /** A value that counts for all lines before the given one. */
    private record Span(String value, int end) {}

    @Override
    public long read(ExtractTable table, RowConsumer rows) {
        Map<Integer, Span> spans = new HashMap<>();
        List<String> ranges = new ArrayList<>();
        long mergedCells = 0;
        long hiddenRows = 0;
        long last = 0;
        Elements lines = tables.get(table.position()).select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
        for (int line = 0; line < lines.size(); line++) {
            List<String> cells = new ArrayList<>();
            for (Element cell : lines.get(line).select("> td, > th")) {
                continueSpans(spans, cells, line);
                int end = line + height(cell, lines.subList(line, lines.size()));
                if (end > line + 1 && cell.nameIs("td") && cell.closest("thead") == null) {
                    mergedCells += end - line;
                    ranges.add("column " + (cells.size() + 1) + " of rows " + (line + 1) + " to " + end);
                }
                int width = Math.min(span(cell, "colspan"), Limits.COLUMNS);
                for (int column = 0; column < width; column++) {
                    String value = column == 0 ? text(new Elements(cell)) : "";
                    spans.put(cells.size(), new Span(value, end));
                    cells.add(value);
                }
            }
            continueSpans(spans, cells, line);
            List<String> withText = CellText.upToLast(cells);
            if (!withText.isEmpty()) {
                last = line + 1L;
                hiddenRows += lines.get(line).closest(HIDDEN) == null ? 0 : 1;
                if (!rows.accept(SourceRow.ofText(last, withText))) {
                    return last;
                }
            }
        }
        String name = tables.size() > 1 ? " (" + table.name() + ")" : "";
        if (hiddenRows > 0) {
            report(FindingKind.ROWS_HIDDEN, name, hiddenRows, "");
        }
        if (mergedCells > 0) {
            String detail = ranges.get(0) + (ranges.size() > 1 ? " and " + (ranges.size() - 1) + " more" : "");
            report(FindingKind.CELLS_MERGED, name, mergedCells, detail);
        }
        return last;
    }

    /** Adds the values that continue from the rows above at this place. */
    private void continueSpans(Map<Integer, Span> spans, List<String> cells, int line) {
        for (Span span = spans.get(cells.size()); span != null && span.end() > line; span = spans.get(cells.size())) {
            cells.add(span.value());
        }
        if (cells.size() > Limits.COLUMNS) {
            throw Problems.tooManyColumns(file, line + 1, Limits.COLUMNS);
        }
    }

    /** Returns the number of rows that a cell of the first line spans, at most to the end of its section. */
    private static int height(Element cell, List<Element> lines) {
        Element section = lines.get(0).parent();
        return (int) lines.stream()
                .limit(span(cell, "rowspan"))
                .takeWhile(line -> section.equals(line.parent()))
                .count();
    }

    /** Returns the number of rows or columns of a cell. A page states 0 for all that are left. */
    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute).strip();
        int span = value.matches("\\d{1,6}") ? Integer.parseInt(value) : 1;
        return span == 0 ? Integer.MAX_VALUE : span;
    }

    /** Returns the text of elements, without the tables in it. */
    private static String text(Elements elements) {
        Elements copy = elements.clone();
        copy.select("table").remove();
        return CellText.clean(copy.text());
    }

    @Override
    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
