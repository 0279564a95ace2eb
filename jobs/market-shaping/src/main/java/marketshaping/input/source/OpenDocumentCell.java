package marketshaping.input.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Pattern;

/** A cell of an ODS sheet as text: its value, and where it has none the paragraphs that it shows. */
final class OpenDocumentCell {
    /** What a time of day, or nought, is where it is shown as a date. */
    private static final LocalDate NO_DATE = LocalDate.of(1899, 12, 30);

    private static final long HALF_SECOND = 500_000_000L;
    private static final double DAY_SECONDS = 24 * 60 * 60;

    /** Notes, drawings, how a word is pronounced, a table within the cell. */
    private static final Set<String> BESIDE_THE_TEXT = Set.of(
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

    /** Reads the cell that has started to its end. Notes and drawings in it are left out. */
    static OpenDocumentCell read(PartReader xml) {
        OpenDocumentCell cell = new OpenDocumentCell(xml);
        cell.read();
        return cell;
    }

    /** Whether it has a formula that was never worked out: an empty text would at least be shown as one. */
    boolean lacksValue() {
        return formula && type.isEmpty() && paragraphs == 0;
    }

    String text() {
        return value.isEmpty() ? shown.toString() : valueText();
    }

    private String valueText() {
        try {
            return switch (type) {
                // Some programs write a truth as a number that is shown as one.
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
            // Whoever reads the column can say of this row that it holds no date.
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

    /** A time of day; a longer time, or none, is a number of days. */
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

    /** How many elements are open more than before. */
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
                if (!BESIDE_THE_TEXT.contains(xml.name())) {
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

    /** Line ends in the file were put there for whoever reads it as XML; blanks are kept, as not all are said by elements. */
    private void characters() {
        if (open > 0) {
            String run = xml.run();
            shown.append(run.indexOf('\n') < 0 ? run : LINE_END.matcher(run).replaceAll(" "));
            xml.mustBeShort(shown);
        }
    }
}
