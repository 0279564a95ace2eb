package marketshaping.output.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Column.Kind;

/** The layout of one column: header text, number format and width in characters, all derived from its content. */
record ColumnLayout(Column column, String header, String format, int width) {
    private static final int MAX_DIMENSION_WIDTH = 40;
    private static final int MAX_TEXT_WIDTH = 80;
    private static final int MIN_WIDTH = 9;
    private static final int FILTER_BUTTON = 3;
    private static final BigDecimal WHOLE_POUNDS_FROM = BigDecimal.valueOf(10_000);

    static final String TEXT = "General";
    static final String DATE = "d mmm yyyy";
    static final String POUNDS_AND_PENCE = "\"£\"#,##0.00;-\"£\"#,##0.00";

    static ColumnLayout of(Column column, List<Object> cells) {
        String header = header(column);
        String format = format(column.kind(), cells);
        int decimals = format.contains(".") ? format.length() - format.lastIndexOf('.') : 0;
        int bodyWidth = cells.stream()
                .mapToInt(cell -> length(cell, column.kind(), decimals))
                .max()
                .orElse(0);
        int maxWidth = column.kind() == Kind.TEXT ? MAX_TEXT_WIDTH : MAX_DIMENSION_WIDTH;
        // Widths are measured in digits, and bold letters of the header are wider.
        int headerWidth = (int) Math.ceil(1.15 * longestWord(header)) + FILTER_BUTTON;
        int indent = format.equals(TEXT) ? 0 : 1;
        int width = Math.max(MIN_WIDTH, Math.max(headerWidth, Math.min(bodyWidth, maxWidth) + 2)) + indent;
        return new ColumnLayout(column, header, format, width);
    }

    boolean isText() {
        return format.equals(TEXT);
    }

    /** Returns true if the column contains free text. It may follow a number, so its cells are indented. */
    boolean isRemark() {
        return column.kind() == Kind.TEXT;
    }

    /** Returns the number of lines in the header, which shares its cell with a filter button. */
    int headerLines() {
        return RowHeights.boldLines(header, width - FILTER_BUTTON - (isText() ? 0 : 1));
    }

    /** Returns the number of lines in a cell; a number needs one. */
    int lines(Object cell) {
        return cell instanceof String text ? RowHeights.lines(text, width) : 1;
    }

    private static String header(Column column) {
        String words = capitalise(column.heading());
        String unit = column.unit();
        if (column.kind() == Kind.PERCENT) {
            words = words.replaceFirst(" percent\\b", "");
            unit = unit.isEmpty() ? "%" : unit;
        }
        if (column.kind() == Kind.MONEY && unit.isEmpty()) {
            unit = "£";
        }
        if (column.kind() == Kind.DAYS) {
            words = words.replaceFirst(" days$", "");
            unit = unit.isEmpty() ? "days" : unit;
        }
        return unit.isEmpty() ? words : words + "\n(" + unit + ")";
    }

    /** Restores the capital letters of abbreviations, because column names are in lower case. */
    private static String capitalise(String heading) {
        return heading.replaceAll("\\b[Hh]hi\\b", "HHI").replaceAll("\\b[Cc]qc\\b", "CQC");
    }

    private static String format(Kind kind, List<Object> cells) {
        return switch (kind) {
            case DIMENSION, TEXT -> TEXT;
            case COUNT, COUNT_OF_THINGS, MIXED -> "#,##0";
            case PERCENT -> "0.0%";
            case MONEY -> hasLarge(cells) ? "\"£\"#,##0;-\"£\"#,##0" : POUNDS_AND_PENCE;
            case DAYS, NUMBER -> hasFractions(cells) ? "#,##0.0" : "#,##0";
            case DATE -> DATE;
        };
    }

    private static boolean hasLarge(List<Object> cells) {
        return numbers(cells).anyMatch(number -> number.abs().compareTo(WHOLE_POUNDS_FROM) >= 0);
    }

    private static boolean hasFractions(List<Object> cells) {
        return numbers(cells).anyMatch(number -> number.stripTrailingZeros().scale() > 0);
    }

    private static Stream<BigDecimal> numbers(List<Object> cells) {
        return cells.stream().filter(Numbers::isNumber).map(Numbers::exact);
    }

    private static int length(Object cell, Kind kind, int decimals) {
        if (Numbers.isNumber(cell)) {
            BigDecimal whole = Numbers.exact(cell).setScale(0, RoundingMode.UP);
            int digits = whole.abs().precision();
            return digits + (digits - 1) / 3 + decimals + (kind == Kind.MONEY ? 1 : 0) + (whole.signum() < 0 ? 1 : 0);
        }
        return kind == Kind.DATE ? DATE.length() + 1 : cell.toString().length();
    }

    private static int longestWord(String text) {
        return Stream.of(text.split("[\\s]+")).mapToInt(String::length).max().orElse(0);
    }
}
