package marketshaping.input.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import marketshaping.model.problem.Problems;
import org.apache.poi.ss.util.CellRangeAddress;

/** A workbook in the XML format of Excel 2002 and 2003, which many report writers still create. */
final class SpreadsheetXmlExtract extends SheetExtract {
    private static final int ROW_LIMIT = 65_536;

    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, NumberDisplay> displays = new HashMap<>();

    /**
     * Opens a workbook.
     *
     * @throws marketshaping.model.problem.UserProblem if the workbook is refused
     */
    SpreadsheetXmlExtract(Path file) throws IOException {
        super(file, "Excel 2003 XML workbook", ROW_LIMIT);
        open(() -> {}, "Workbook", this::readWorkbook);
    }

    private XmlPart xml() throws IOException {
        return new XmlPart(Files.newInputStream(file()), file(), "Workbook");
    }

    private void readWorkbook() throws IOException {
        try (XmlPart xml = xml()) {
            String style = "";
            while (xml.start()) {
                switch (xml.name()) {
                    case "Style" -> {
                        style = xml.attribute("ID");
                        parents.put(style, xml.attribute("Parent"));
                    }
                    case "NumberFormat" -> codes.put(style, code(xml.attribute("Format")));
                    case "Worksheet" -> {
                        String name = xml.attribute("Name");
                        boolean isVisible = readIsVisible(xml);
                        add(new ExtractTable(tables().size(), name, isVisible));
                    }
                    default -> {
                        // The other elements contain the styles and sheets.
                    }
                }
            }
        }
    }

    private static boolean readIsVisible(XmlPart xml) {
        boolean isVisible = true;
        int sheet = xml.depth();
        while (xml.startWithin(sheet)) {
            if (xml.name().equals("Table")) {
                xml.skip();
            } else if (xml.name().equals("Visible")) {
                isVisible &= !xml.text().strip().startsWith("Sheet");
            }
        }
        return isVisible;
    }

    /** Returns the code of a format that has a name. */
    private static String code(String format) {
        return switch (format) {
            case "General Number", "True/False", "Yes/No", "On/Off" -> "General";
            case "Fixed" -> "0.00";
            case "Standard" -> "#,##0.00";
            case "Percent" -> "0.00%";
            case "Scientific" -> "0.00E+00";
            case "Currency", "Euro Currency" -> "#,##0.00";
            default ->
                format.toLowerCase(Locale.ROOT).matches("(general|long|medium|short) (date|time)")
                        ? "yyyy-mm-dd"
                        : format;
        };
    }

    private NumberDisplay display(String style) {
        return displays.computeIfAbsent(style, name -> {
            String next = name;
            for (int i = 0; i < parents.size() && !codes.containsKey(next); i++) {
                next = parents.getOrDefault(next, "");
            }
            return NumberDisplay.of(codes.getOrDefault(next, "General"));
        });
    }

    @Override
    String part(ExtractTable table) {
        return "Workbook";
    }

    @Override
    void read(ExtractTable table, SheetRows rows, String part) throws IOException {
        int position = 0;
        try (XmlPart xml = xml()) {
            while (xml.start()) {
                if (xml.name().equals("Worksheet") && position++ < table.position()) {
                    xml.skip();
                } else if (xml.name().equals("Table") && position > 0) {
                    new Rows(xml, table, rows).read();
                    return;
                } else if (xml.name().equals("Worksheet") && position > table.position() + 1) {
                    return;
                }
            }
        }
    }

    private final class Rows {
        private final XmlPart xml;
        private final ExtractTable table;
        private final SheetRows rows;
        private final Map<Integer, String> columnStyles = new HashMap<>();
        private final String tableStyle;
        private String rowStyle = "";

        Rows(XmlPart xml, ExtractTable table, SheetRows rows) {
            this.xml = xml;
            this.table = table;
            this.rows = rows;
            tableStyle = xml.attribute("StyleID");
        }

        void read() {
            int outer = xml.depth();
            int column = 0;
            int row = 0;
            while (xml.startWithin(outer)) {
                switch (xml.name()) {
                    case "Column" -> {
                        int first = position(column);
                        column = first + Math.min(xml.number("Span", 0), Limits.COLUMNS);
                        for (int same = first;
                                same <= column && !xml.attribute("StyleID").isEmpty();
                                same++) {
                            columnStyles.put(same, xml.attribute("StyleID"));
                        }
                        if (xml.isTrue("Hidden")) {
                            rows.hideColumns(first, column);
                        }
                    }
                    case "Row" -> {
                        int first = position(row);
                        row = first + xml.number("Span", 0);
                        if (!readRow(first)) {
                            return;
                        }
                    }
                    default -> xml.skip();
                }
            }
        }

        /** Returns the position of the current element after the last one. Positions must ascend. */
        private int position(int last) {
            int position = xml.number("Index", last + 1);
            if (position <= last) {
                throw xml.broken();
            }
            return position;
        }

        private boolean readRow(int row) {
            rows.start(row);
            if (xml.isTrue("Hidden")) {
                rows.hide();
            }
            rowStyle = xml.attribute("StyleID");
            int outer = xml.depth();
            int column = 0;
            while (xml.startWithin(outer)) {
                if (xml.name().equals("Cell")) {
                    int first = position(column);
                    int right = xml.number("MergeAcross", 0);
                    int down = xml.number("MergeDown", 0);
                    if (right > 0 || down > 0) {
                        rows.merge(new CellRangeAddress(row - 1, row - 1 + down, first - 1, first - 1 + right));
                    }
                    column = first + right;
                    readCell(first);
                } else {
                    xml.skip();
                }
            }
            return rows.end();
        }

        private void readCell(int column) {
            String style = xml.attribute("StyleID");
            boolean lacksValue = !xml.attribute("Formula").isEmpty();
            int cell = xml.depth();
            while (xml.startWithin(cell)) {
                if (xml.name().equals("Data")) {
                    lacksValue = false;
                    readValue(column, style);
                } else {
                    xml.skip();
                }
            }
            if (lacksValue) {
                throw Problems.formulaWithoutValue(file(), table.name(), CellName.of(rows.row(), column));
            }
        }

        private void readValue(int column, String style) {
            String type = xml.attribute("Type");
            String text = xml.text();
            String value = text.strip();
            switch (value.isEmpty() ? "" : type) {
                case "Number" -> rows.number(column, value, display(style(column, style)));
                case "DateTime" -> rows.date(column, NumberDisplay.moment(value));
                case "Boolean" -> rows.text(column, value.equals("1") ? "TRUE" : "FALSE");
                default -> rows.text(column, text);
            }
        }

        private String style(int column, String own) {
            String inherited = rowStyle.isEmpty() ? columnStyles.getOrDefault(column, tableStyle) : rowStyle;
            return !own.isEmpty() ? own : inherited.isEmpty() ? "Default" : inherited;
        }
    }

    @Override
    public void close() {
        // Each reading closes the file.
    }
}
