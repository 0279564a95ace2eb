package marketshaping.input.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Pattern;

/** A cell of an ODS sheet as text: its value, or the paragraphs that it shows if it has no value. */
final class OpenDocumentCell {
    /** The date that a cell with a date format contains if its number is zero or only a time of day. */
    private static final LocalDate NO_DATE = LocalDate.of(1899, 12, 30);

    private static final long HALF_SECOND = 500_000_000L;
    private static final double DAY_SECONDS = 24 * 60 * 60;

    /** Notes, drawings, phonetic guides and nested tables, which are not part of the cell's text. */
    private static final Set<String> NOT_TEXT = Set.of(
            "annotation",
            "note",
            "ruby-text",
            "table",
            "frame",
            "custom-shape",
            "g",
            "control",
            "caption",
            "connector",
            "line",
            "rect",
            "circle",
            "ellipse",
            "path",
            "polygon",
            "regular-polygon",
            "polyline",
            "measure");

    private static final Pattern LINE_END = Pattern.compile("\\s*\\n\\s*");

    private final PartReader xml;
    private final StringBuilder shown = new StringBuilder();
    private int paragraphs;
    private int open;

    private final String type;
    private final String value;
    private final boolean formula;

    private OpenDocumentCell(PartReader xml) {
        this.xml = xml;
        type = xml.attribute("value-type");
        value = xml.attribute(
                switch (type) {
                    case "float", "percentage", "currency" -> "value";
                    case "date" -> "date-value";
                    case "time" -> "time-value";
                    case "boolean" -> "boolean-value";
                    default -> "string-value";
                });
        formula = !xml.attribute("formula").isEmpty();
    }

    /** Reads the current cell without its notes and drawings. */
    static OpenDocumentCell read(PartReader xml) {
        OpenDocumentCell cell = new OpenDocumentCell(xml);
        cell.read();
        return cell;
    }

    /** Returns true for a formula that was never calculated; a calculated empty text has a paragraph. */
    boolean lacksValue() {
        return formula && type.isEmpty() && paragraphs == 0;
    }

    String text() {
        return value.isEmpty() ? shown.toString() : valueText();
    }

    private String valueText() {
        try {
            return switch (type) {
                // Some programs write a boolean as a number that is shown as a boolean.
                case "float" -> isTruth(shown) ? shown.toString() : CellFormats.digits(value);
                case "percentage", "currency" -> CellFormats.digits(value);
                case "date" -> date(value);
                case "time" -> time(Duration.parse(value));
                case "boolean" -> value.equals("true") ? "TRUE" : "FALSE";
                default -> value;
            };
        } catch (NumberFormatException e) {
            throw xml.broken();
        } catch (DateTimeException | ArithmeticException e) {
            // Row validation reports the invalid date.
            return value;
        }
    }

    private static boolean isTruth(CharSequence text) {
        return "TRUE".contentEquals(text) || "FALSE".contentEquals(text);
    }

    private static String date(String value) {
        LocalDateTime moment = value.contains("T")
                ? LocalDateTime.parse(value).plusNanos(HALF_SECOND).truncatedTo(ChronoUnit.SECONDS)
                : LocalDate.parse(value).atStartOfDay();
        return moment.toLocalDate().equals(NO_DATE)
                ? time(Duration.between(LocalTime.MIDNIGHT, moment.toLocalTime()))
                : CellFormats.text(moment);
    }

    /** Formats a duration: as a time of day if it is above zero and below 24 hours, otherwise as a number of days. */
    private static String time(Duration time) {
        long seconds = time.plusNanos(HALF_SECOND).toSeconds();
        return seconds > 0 && seconds < DAY_SECONDS
                ? CellFormats.text(LocalTime.ofSecondOfDay(seconds))
                : CellFormats.digits(Double.toString(time.toNanos() / 1e9 / DAY_SECONDS));
    }

    private void read() {
        for (int inner = 1; inner > 0; ) {
            switch (xml.next()) {
                case START -> inner += start();
                case END -> {
                    inner--;
                    if (isParagraph()) {
                        open--;
                    }
                }
                case TEXT -> characters();
                case DONE -> throw xml.broken();
            }
        }
    }

    /** Handles a start tag, and returns the change in the number of open elements. */
    private int start() {
        if (isParagraph()) {
            if (paragraphs++ > 0) {
                shown.append('\n');
            }
            open++;
            return 1;
        }
        switch (xml.name()) {
            case "s" -> append(" ".repeat(spaces()));
            case "tab" -> append("\t");
            case "line-break" -> append("\n");
            default -> {
                if (!NOT_TEXT.contains(xml.name())) {
                    return 1;
                }
            }
        }
        xml.skip();
        return 0;
    }

    private boolean isParagraph() {
        return xml.name().equals("p") || xml.name().equals("h");
    }

    private int spaces() {
        String count = xml.attribute("c");
        return count.isEmpty()
                ? 1
                : count.matches("[0-9]{1,9}") ? Math.min(Integer.parseInt(count), Limits.CELL_BYTES) : 0;
    }

    private void append(String text) {
        shown.append(text);
        xml.mustBeShort(shown);
    }

    /**
     * Appends the current text. Replaces line ends, because they only format the XML. Keeps blanks, because not all of
     * them are elements.
     */
    private void characters() {
        if (open > 0) {
            String run = xml.run();
            shown.append(run.indexOf('\n') < 0 ? run : LINE_END.matcher(run).replaceAll(" "));
            xml.mustBeShort(shown);
        }
    }
}
