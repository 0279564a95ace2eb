package marketshaping.output.pack;

import static marketshaping.output.pack.WorkbookXml.all;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * The government's accessibility checklist for spreadsheets, applied to a finished file. It reads zip and XML and
 * shares no code with the writer. It does not check what a file cannot show, such as spelling.
 */
final class AccessibilityChecklist {
    private final WorkbookXml file;
    private final List<String> findings = new ArrayList<>();

    private AccessibilityChecklist(WorkbookXml file) {
        this.file = file;
    }

    /** Lists the violations of rules that apply to every workbook. */
    static List<String> findings(WorkbookXml file) {
        AccessibilityChecklist list = new AccessibilityChecklist(file);
        list.document();
        list.fonts();
        file.sheets().forEach(list::sheet);
        list.links();
        list.charts();
        return List.copyOf(list.findings);
    }

    /** Lists the violations of all rules, including those that apply only to published workbooks. */
    static List<String> findingsForPublishing(WorkbookXml file) {
        AccessibilityChecklist list = new AccessibilityChecklist(file);
        list.findings.addAll(findings(file));
        for (Map.Entry<String, String> sheet : file.sheets().entrySet()) {
            Element xml = file.xml(sheet.getValue());
            for (String part : List.of("pane", "autoFilter", "headerFooter", "f", "conditionalFormatting")) {
                list.require(all(xml, part).isEmpty(), "%s has %s".formatted(sheet.getKey(), part));
            }
        }
        for (String table : file.names("xl/tables/")) {
            list.require(all(file.xml(table), "autoFilter").isEmpty(), table + " has filters");
        }
        return List.copyOf(list.findings);
    }

    private void document() {
        Element core = file.xml("docProps/core.xml");
        for (String property : List.of("title", "creator", "language")) {
            List<Element> found = all(core, property);
            require(!found.isEmpty() && !found.get(0).getTextContent().isBlank(), "the document has no " + property);
        }
        require(
                all(core, "language").stream()
                        .allMatch(one -> one.getTextContent().equals("en-GB")),
                "the language is not en-GB");
        require(file.names("xl/externalLinks/").isEmpty(), "the workbook links to other workbooks");
        require(file.names("xl/media/").isEmpty(), "the workbook has pictures");
        require(file.names().stream().noneMatch(name -> name.contains("vbaProject")), "the workbook has macros");
        Element views = file.xml("xl/workbook.xml");
        require(
                all(views, "workbookView").stream()
                        .allMatch(view -> Set.of("", "0").contains(view.getAttribute("activeTab"))),
                "the first worksheet is not the one shown");
        Set<String> names = new HashSet<>();
        file.sheets()
                .keySet()
                .forEach(
                        name -> require(names.add(name.toLowerCase(Locale.ROOT)), "duplicate worksheet name: " + name));
        Set<String> tables = new HashSet<>();
        for (String part : file.names("xl/tables/")) {
            String name = file.xml(part).getAttribute("displayName");
            require(
                    name.matches("[A-Za-z_][A-Za-z0-9_]*") && tables.add(name),
                    "invalid or duplicate table name: " + name);
        }
        require(List.copyOf(file.sheets().keySet()).indexOf("Contents") == 1, "the contents are not second");
    }

    private void fonts() {
        for (Element font : all(all(file.xml("xl/styles.xml"), "fonts").get(0), "font")) {
            String name = all(font, "name").get(0).getAttribute("val");
            double size = Double.parseDouble(all(font, "sz").get(0).getAttribute("val"));
            require(name.equals("Arial") && size >= 12, "font %s %s".formatted(name, size));
            require(all(font, "i").isEmpty(), "a font is italic");
        }
    }

    private void sheet(String name, String part) {
        Element xml = file.xml(part);
        Map<String, String> cells = file.cells(part);
        require(!cells.getOrDefault("A1", "").isBlank(), name + " has no title in A1");
        require("Heading 1".equals(styleName(xml, "A1")), name + ": A1 is not marked Heading 1");
        require(!cells.getOrDefault("A2", "").isBlank(), name + " has nothing in A2");
        require(all(xml, "mergeCell").isEmpty(), name + " has merged cells");
        require(all(xml, "f").isEmpty(), name + " has formulas");
        for (Element selection : all(xml, "selection")) {
            require(Set.of("", "A1").contains(selection.getAttribute("activeCell")), name + ": cursor not in A1");
        }
        for (Element zoom : all(xml, "sheetView")) {
            require(Set.of("", "100").contains(zoom.getAttribute("zoomScale")), name + " is zoomed");
        }
        for (String hideable : List.of("row", "col")) {
            require(
                    all(xml, hideable).stream()
                            .noneMatch(one -> one.getAttribute("hidden").matches("1|true")),
                    name + " hides a " + hideable);
        }
        List<String> tables = file.related(part, "tables/");
        boolean hasChart = !file.related(part, "drawings/").isEmpty();
        require(tables.size() <= 1, name + " has several tables");
        require(tables.isEmpty() || !hasChart, name + " has a table and a chart");
        require(
                all(xml, "pane").isEmpty()
                        == tables.stream().allMatch(table -> all(file.xml(table), "autoFilter")
                                .isEmpty()),
                name + " is frozen or filtered, not both");
        if (!all(xml, "pane").isEmpty()) {
            require(
                    cells.values().stream().anyMatch(text -> text.contains("frozen") && text.contains("filter")),
                    name + " does not state that it is frozen and filtered");
        }
        tables.forEach(table -> table(name, xml, cells, table));
    }

    private void table(String name, Element xml, Map<String, String> cells, String part) {
        Element table = file.xml(part);
        require(
                cells.get("A2").startsWith("This worksheet contains one table."),
                name + ": A2 does not state that there is one table");
        String[] corners = table.getAttribute("ref").split(":");
        int first = row(corners[0]);
        int last = row(corners[1]);
        int columns = column(corners[1]);
        require(column(corners[0]) == 1, name + ": the table is not at column A");
        require(last > first, name + ": the table has no rows");
        require(
                cells.keySet().stream().allMatch(cell -> row(cell) <= last && column(cell) <= columns),
                name + " has something next to or below its table");
        for (int row = 1; row <= last; row++) {
            require(!cells.getOrDefault("A" + row, "").isBlank(), "%s: row %d is blank".formatted(name, row));
        }
        Set<String> headers = new HashSet<>();
        List<Element> tableColumns = all(table, "tableColumn");
        require(tableColumns.size() == columns, name + ": columns of the table are missing");
        for (int column = 1; column <= columns; column++) {
            String reference = letters(column) + first;
            String header = cells.getOrDefault(reference, "");
            String declared = tableColumns.get(column - 1).getAttribute("name").replace("_x000a_", "\n");
            require(!header.isBlank() && header.equals(declared), "%s: %s is not %s".formatted(name, header, declared));
            require(headers.add(header.toLowerCase(Locale.ROOT)), "%s: duplicate header %s".formatted(name, header));
            for (int row = first; row <= last; row++) {
                String cell = letters(column) + row;
                require(!cells.getOrDefault(cell, "").isBlank(), "%s: %s is empty".formatted(name, cell));
                require(!"-".equals(cells.get(cell)), "%s: %s contains only a symbol".formatted(name, cell));
            }
        }
        wrapped(name, xml, first, last);
        Set<String> shorthands = Set.of("[c]", "[x]", "[z]", "[low]");
        for (String shorthand : shorthands) {
            boolean used = cells.entrySet().stream()
                    .anyMatch(cell ->
                            row(cell.getKey()) > first && cell.getValue().equals(shorthand));
            boolean explained = cells.entrySet().stream()
                    .anyMatch(cell ->
                            row(cell.getKey()) < first && cell.getValue().contains(shorthand + " means"));
            require(!used || explained, "%s does not explain %s".formatted(name, shorthand));
        }
    }

    private void wrapped(String name, Element xml, int first, int last) {
        List<Element> formats = cellFormats();
        for (Element cell : all(xml, "c")) {
            int row = row(cell.getAttribute("r"));
            if (row >= first && row <= last) {
                boolean wraps = all(formats.get(style(cell)), "alignment").stream()
                        .anyMatch(one -> one.getAttribute("wrapText").matches("1|true"));
                require(wraps, "%s: %s does not wrap".formatted(name, cell.getAttribute("r")));
            }
        }
    }

    private void links() {
        Set<String> linked = new HashSet<>();
        Element contents = file.xml(file.sheets().get("Contents"));
        for (Element link : all(contents, "hyperlink")) {
            String target = link.getAttribute("location")
                    .replaceFirst("^'(.*)'!A1$", "$1")
                    .replace("''", "'");
            require(file.sheets().containsKey(target), "a link has no target worksheet: " + target);
            linked.add(target);
        }
        for (String name : file.sheets().keySet()) {
            require(name.equals("Contents") || linked.contains(name), "the contents have no link to " + name);
        }
        for (String part : file.names("xl/worksheets/_rels/")) {
            require(!file.text(part).contains("TargetMode=\"External\""), part + " links out of the workbook");
        }
    }

    private void charts() {
        for (String part : file.names("xl/drawings/drawing")) {
            for (Element frame : all(file.xml(part), "cNvPr")) {
                require(frame.getAttribute("descr").length() > 20, part + " lacks alternative text");
            }
        }
        for (String part : file.names("xl/charts/chart")) {
            Element chart = file.xml(part);
            require(all(chart, "title").size() == 3, part + " lacks a title or the title of an axis");
            require(!all(chart, "numRef").isEmpty(), part + " is not drawn from cells");
        }
    }

    private String styleName(Element sheet, String reference) {
        Element cell = all(sheet, "c").stream()
                .filter(one -> one.getAttribute("r").equals(reference))
                .findFirst()
                .orElseThrow();
        String format = cellFormats().get(style(cell)).getAttribute("xfId");
        return all(file.xml("xl/styles.xml"), "cellStyle").stream()
                .filter(style -> style.getAttribute("xfId").equals(format))
                .map(style -> style.getAttribute("name"))
                .findFirst()
                .orElse("");
    }

    private List<Element> cellFormats() {
        return all(all(file.xml("xl/styles.xml"), "cellXfs").get(0), "xf");
    }

    private static int style(Element cell) {
        return cell.hasAttribute("s") ? Integer.parseInt(cell.getAttribute("s")) : 0;
    }

    private static int row(String reference) {
        return Integer.parseInt(reference.replaceAll("[^0-9]", ""));
    }

    private static int column(String reference) {
        int column = 0;
        for (char letter : reference.replaceAll("[^A-Z]", "").toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column;
    }

    private static String letters(int column) {
        String letter = String.valueOf((char) ('A' + (column - 1) % 26));
        return column > 26 ? letters((column - 1) / 26) + letter : letter;
    }

    private void require(boolean holds, String finding) {
        if (!holds) {
            findings.add(finding);
        }
    }
}
