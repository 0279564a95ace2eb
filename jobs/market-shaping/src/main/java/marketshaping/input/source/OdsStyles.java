package marketshaping.input.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The number formats of the cell styles of an ODS workbook, and the styles that hide a worksheet. */
final class OdsStyles {
    private static final String NUMBER_STYLES = "number-style|currency-style|percentage-style";
    private static final String GENERAL = "General";
    private static final int MOST_DIGITS = 30;

    private final Set<String> hidden = new HashSet<>();
    private final Map<String, CellStyle> cellStyles = new HashMap<>();
    /** The codes of number styles, in the notation of Excel. */
    private final Map<String, String> codes = new HashMap<>();

    private final Map<String, NumberDisplay> displays = new HashMap<>();

    private record CellStyle(String format, String parent) {}

    /** Reads styles up to the start of the tables. Returns false if there is none. */
    boolean read(XmlPart xml) {
        while (xml.start()) {
            String name = xml.attribute("name");
            if (xml.name().equals("spreadsheet")) {
                return true;
            } else if (xml.name().matches(NUMBER_STYLES)) {
                codes.put(name, code(xml));
            } else if (xml.name().equals("style") && xml.attribute("family").equals("table-cell")) {
                cellStyles.put(
                        name, new CellStyle(xml.attribute("data-style-name"), xml.attribute("parent-style-name")));
            } else if (xml.name().equals("style") && xml.attribute("family").equals("table")) {
                int style = xml.depth();
                while (xml.startWithin(style)) {
                    if (xml.attribute("display").equals("false")) {
                        hidden.add(name);
                    }
                }
            }
        }
        return false;
    }

    boolean hidesSheet(String style) {
        return hidden.contains(style);
    }

    /** Returns the number format of a cell style; General if the style has none. */
    NumberDisplay display(String style) {
        return displays.computeIfAbsent(style, name -> {
            String next = name;
            for (int i = 0; i < cellStyles.size() && cellStyles.containsKey(next); i++) {
                CellStyle found = cellStyles.get(next);
                if (!found.format().isEmpty()) {
                    return NumberDisplay.of(codes.getOrDefault(found.format(), GENERAL));
                }
                next = found.parent();
            }
            return NumberDisplay.GENERAL;
        });
    }

    private String code(XmlPart xml) {
        StringBuilder code = new StringBuilder();
        String positive = "";
        int style = xml.depth();
        while (xml.startWithin(style)) {
            switch (xml.name()) {
                case "text", "currency-symbol" -> {
                    String text = xml.text();
                    code.append(text.equals("%") ? text : "\"" + text.replace("\"", "") + "\"");
                }
                case "number" -> code.append(digits(xml));
                case "scientific-number" ->
                    code.append(digits(xml) + "E+"
                            + "0".repeat(Math.min(xml.number("min-exponent-digits", 2), MOST_DIGITS)));
                case "map" -> {
                    if (xml.attribute("condition").matches("value\\(\\)>=?0")) {
                        positive = codes.getOrDefault(xml.attribute("apply-style-name"), GENERAL) + ";";
                    }
                }
                case "fraction" -> code.append(GENERAL);
                default -> {
                    // Colours and texts do not affect numbers.
                }
            }
        }
        return positive + code;
    }

    private static String digits(XmlPart xml) {
        int whole = Math.min(xml.number("min-integer-digits", 1), MOST_DIGITS);
        if (xml.attribute("decimal-places").isEmpty() && whole < 2) {
            return GENERAL;
        }
        int decimals = Math.min(xml.number("decimal-places", 0), MOST_DIGITS);
        boolean isScientific = xml.name().equals("scientific-number");
        Map<Integer, String> embedded = new HashMap<>();
        int number = xml.depth();
        boolean isGrouped = xml.isTrue("grouping");
        while (!isScientific && xml.startWithin(number)) {
            if (xml.name().equals("embedded-text")) {
                embedded.put(xml.number("position", 0), "\"" + xml.text().replace("\"", "") + "\"");
            }
        }
        StringBuilder digits = new StringBuilder(isGrouped ? "#,##" : whole == 0 ? "#" : "");
        for (int left = whole; left > 0; left--) {
            digits.append(embedded.getOrDefault(left, "")).append('0');
        }
        digits.append(embedded.getOrDefault(0, ""));
        return digits + (decimals > 0 ? "." + "0".repeat(decimals) : "");
    }
}
