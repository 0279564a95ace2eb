package marketshaping.analysis.rollup;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/** A dimension of a table: the value of each line, which may depend on the date. */
public record Dimension(String name, Source source, boolean isOfSlices) implements Serializable {
    /** The value of lines without a text. */
    public static final String NO_TEXT = ":";

    public Dimension(String name, Source source) {
        this(name, source, false);
    }

    /** Reads the values of lines. */
    public interface Source extends Serializable {
        Coding of(Lines lines, List<Slice> slices);
    }

    /** Returns the code of a line. */
    public interface Coder {
        IntUnaryOperator in(int slice, Span span);
    }

    /**
     * The values of a dimension, and the code of each line.
     *
     * @param values the values by code
     */
    public record Coding(List<String> values, Coder coder) {}

    /** Returns the dimension of the slices, such as months. */
    public static Dimension ofSlices(String name) {
        return new Dimension(
                name,
                (lines, slices) ->
                        new Coding(slices.stream().map(Slice::label).toList(), (slice, span) -> line -> slice),
                true);
    }

    /** Returns a dimension from a column of codes. Lines without a value have the given value. */
    public static Dimension of(String name, String column, String none) {
        return new Dimension(name, (lines, slices) -> {
            Lines.Codes codes = lines.codes(column);
            List<String> values = new ArrayList<>(codes.values());
            if (!values.contains(none)) {
                values.add(none);
            }
            int noCode = values.indexOf(none);
            return new Coding(
                    values,
                    (slice, span) -> line -> codes.codes()[line] == Lines.Codes.NONE ? noCode : codes.codes()[line]);
        });
    }

    /** Returns a dimension with the values Yes, for the lines of a condition, and No. */
    public static Dimension yesNo(String name, LineCondition condition) {
        return new Dimension(
                name,
                (lines, slices) -> new Coding(List.of("No", "Yes"), (slice, span) -> {
                    IntPredicate isYes = condition.on(lines, span);
                    return line -> isYes.test(line) ? 1 : 0;
                }));
    }

    /** Returns a dimension from a column of codes. Lines without a value are Not recorded. */
    public static Dimension of(String column) {
        return of(column, column, "Not recorded");
    }

    /** Returns a dimension with one value. */
    public static Dimension constant(String name, String value) {
        return new Dimension(name, (lines, slices) -> new Coding(List.of(value), (slice, span) -> line -> 0));
    }

    /**
     * Returns a dimension from a column of free text. Each value follows a colon, so that none of them equals All. Lines
     * without a value have the colon only. {@link #plain} removes it.
     */
    public static Dimension ofText(String name, String column) {
        return new Dimension(name, (lines, slices) -> {
            Lines.Codes codes = lines.codes(column);
            List<String> values = Stream.concat(Stream.of(""), codes.values().stream())
                    .map(NO_TEXT::concat)
                    .toList();
            return new Coding(values, (slice, span) -> line -> codes.codes()[line] + 1);
        });
    }

    /** Returns the text of a value of {@link #ofText}: Not recorded if there is none, and All for the total. */
    public static String plain(String value) {
        return value.equals(RollUp.ALL) ? value : value.equals(NO_TEXT) ? "Not recorded" : value.substring(1);
    }
}
