package marketshaping.input.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;

/** A workbook in the XML format of Excel 2002 and 2003, which many report writers still create. */
final class SpreadsheetXmlExtract extends SheetExtract {
    private static final int ROW_LIMIT = 65_536;
    private static final String PART = "Workbook";

    private final Map<String, NumberDisplay> styles = new HashMap<>();

    /**
     * Opens a workbook.
     *
     * @throws marketshaping.model.problem.UserProblem if the workbook is refused
     */
    SpreadsheetXmlExtract(Path file) throws IOException {
        super(file, "Excel 2003 XML workbook", ROW_LIMIT);
        open(PART, this::readWorkbook);
    }

    private XmlPart xml() throws IOException {
        return new XmlPart(Files.newInputStream(file()), file(), PART);
    }

    private void readWorkbook() throws IOException {
        try (XmlPart xml = xml()) {
            String style = "";
            while (xml.start()) {
                switch (xml.name()) {
                    case "Style" -> {
                        style = xml.attribute("ID");
                        // A parent is before its children.
                        styles.put(style, styles.getOrDefault(xml.attribute("Parent"), NumberDisplay.GENERAL));
                    }
                    case "NumberFormat" -> styles.put(style, display(xml.attribute("Format")));
                    case "Worksheet" -> readSheet(xml);
                    default -> {
                        // Fonts and borders do not affect values.
                    }
                }
            }
        }
    }

    private void readSheet(XmlPart xml) {
        String name = xml.attribute("Name");
        boolean isVisible = true;
        int sheet = xml.depth();
        while (xml.startWithin(sheet)) {
            if (xml.name().equals("Table")) {
                xml.skip();
            } else if (xml.name().equals("Visible")) {
                isVisible = !xml.text().contains("Hidden");
            }
        }
        add(name, isVisible);
    }

    /** Returns a format by its code or name. */
    private static NumberDisplay display(String format) {
        if (format.matches("(?i)(general|long|medium|short) (date|time)")) {
            return NumberDisplay.of("yyyy-mm-dd");
        }
        return switch (format) {
            case "", "True/False", "Yes/No", "On/Off" -> NumberDisplay.GENERAL;
            case "Fixed" -> NumberDisplay.of("0.00");
            case "Standard", "Currency", "Euro Currency" -> NumberDisplay.of("#,##0.00");
            case "Percent" -> NumberDisplay.of("0.00%");
            case "Scientific" -> NumberDisplay.of("0.00E+00");
            default -> NumberDisplay.of(format);
        };
    }

    @Override
    void read(ExtractTable table, SheetRows rows) throws IOException {
        try (XmlPart xml = xml()) {
            for (int sheet = -1; sheet < table.position() && xml.start(); ) {
                sheet += xml.name().equals("Worksheet") ? 1 : 0;
            }
            int outer = xml.depth();
            int row = 0;
            int column = 0;
            String rowStyle = "";
            Map<Integer, String> columnStyles = new HashMap<>();
            while (xml.startWithin(outer)) {
                String style = xml.attribute("StyleID");
                switch (xml.name()) {
                    case "Table" -> columnStyles.put(0, style);
                    case "Column" -> {
                        int first = xml.number("Index", column + 1);
                        column = first + Math.min(xml.number("Span", 0), Limits.COLUMNS);
                        for (int same = first; same <= column && !style.isEmpty(); same++) {
                            columnStyles.put(same, style);
                        }
                        if (xml.isTrue("Hidden")) {
                            rows.hideColumns(first, column);
                        }
                    }
                    case "Row" -> {
                        int first = xml.number("Index", row + 1);
                        row = first + xml.number("Span", 0);
                        column = 0;
                        rowStyle = style;
                        if (!rows.start(first, first, xml.isTrue("Hidden"))) {
                            return;
                        }
                    }
                    case "Cell" -> {
                        int first = xml.number("Index", column + 1);
                        int right = xml.number("MergeAcross", 0);
                        int down = xml.number("MergeDown", 0);
                        column = first + right;
                        if (right > 0 || down > 0) {
                            int top = (int) rows.row() - 1;
                            rows.merge(new CellRangeAddress(top, top + down, first - 1, column - 1));
                        }
                        String inherited = columnStyles.getOrDefault(first, columnStyles.getOrDefault(0, ""));
                        String used = !style.isEmpty() ? style : !rowStyle.isEmpty() ? rowStyle : inherited;
                        NumberDisplay display =
                                styles.getOrDefault(used.isEmpty() ? "Default" : used, NumberDisplay.GENERAL);
                        readCell(xml, rows, first, display);
                    }
                    default -> xml.skip();
                }
            }
        }
    }

    private static void readCell(XmlPart xml, SheetRows rows, int column, NumberDisplay display) {
        boolean lacksValue = !xml.attribute("Formula").isEmpty();
        int cell = xml.depth();
        while (xml.startWithin(cell)) {
            if (!xml.name().equals("Data")) {
                xml.skip();
                continue;
            }
            lacksValue = false;
            String type = xml.attribute("Type");
            String text = xml.text();
            String value = text.strip();
            switch (value.isEmpty() ? "" : type) {
                case "Number" -> rows.number(column, value, display);
                case "DateTime" -> rows.date(column, NumberDisplay.moment(value));
                case "Boolean" -> rows.text(column, value.equals("1") ? "TRUE" : "FALSE");
                default -> rows.text(column, text);
            }
        }
        if (lacksValue) {
            rows.refuseFormula(column);
        }
    }

    @Override
    public void close() {
        // Each reading closes the file.
    }
}
