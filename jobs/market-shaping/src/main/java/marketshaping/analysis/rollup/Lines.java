package marketshaping.analysis.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The lines of a fact in columns; a number from 0 addresses a line in every column. The lines of one person are
 * adjacent. Several threads may read the same lines.
 */
public final class Lines {
    /** The decimal places of amounts. */
    public static final int SCALE = 8;

    /** The amount 1. */
    static final long ONE = 100_000_000;

    /** The amount of a line that has none. */
    public static final long NO_AMOUNT = Long.MIN_VALUE;

    /** The end of a line that continues. */
    public static final int AFTER_ALL = Integer.MAX_VALUE;

    /** The content of a column. */
    public enum Type {
        /** The identifier of a person: at most one column has this type. */
        PERSON,
        /** A text or a truth value with few distinct values; null has the code {@link Codes#NONE}. */
        CODE,
        /** A day; null is {@link Lines#AFTER_ALL}, so that a line without a start never runs. */
        DAY,
        /** An exact amount; null is {@link Lines#NO_AMOUNT}. */
        AMOUNT
    }

    /**
     * A column of codes.
     *
     * @param codes the position of each line's value
     * @param values the distinct values, in order of their first line
     */
    public record Codes(int[] codes, List<String> values) {
        /** The code of a line without a value. */
        public static final int NONE = -1;

        /** Returns the code of a value, or a code that no line has. */
        public int of(String value) {
            int code = values.indexOf(value);
            return code < 0 ? Integer.MIN_VALUE : code;
        }
    }

    private final String personColumn;
    private final int[] people;
    private final Set<String> read = ConcurrentHashMap.newKeySet();
    private final Map<String, Codes> codes = new HashMap<>();
    private final Map<String, int[]> days = new HashMap<>();
    private final Map<String, long[]> amounts = new HashMap<>();

    private Lines(String personColumn, int[] people) {
        this.personColumn = personColumn;
        this.people = people;
    }

    /**
     * Reads lines.
     *
     * @param columns the types by name, in the order of the values of a line
     * @param lines the values of each line: String, Boolean, LocalDate, BigDecimal or Integer, or null
     * @throws ArithmeticException if an amount has more than eight decimal places or exceeds a long
     */
    public static Lines of(LinkedHashMap<String, Type> columns, Iterator<Object[]> lines) {
        List<Object[]> rows = new ArrayList<>();
        lines.forEachRemaining(rows::add);
        List<String> names = List.copyOf(columns.keySet());
        int personColumn = List.copyOf(columns.values()).indexOf(Type.PERSON);
        Codes people = personColumn < 0 ? new Codes(new int[rows.size()], List.of()) : coded(rows, personColumn);
        int[] order = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingInt(line -> people.codes()[line]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Object[]> sorted = Arrays.stream(order).mapToObj(rows::get).toList();
        Lines read = new Lines(
                personColumn < 0 ? "" : names.get(personColumn),
                Arrays.stream(order).map(line -> people.codes()[line]).toArray());
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            switch (columns.get(names.get(i))) {
                case PERSON -> {
                    // Read above.
                }
                case CODE -> read.codes.put(names.get(i), coded(sorted, i));
                case DAY ->
                    read.days.put(
                            names.get(i),
                            sorted.stream().mapToInt(row -> day(row[column])).toArray());
                case AMOUNT ->
                    read.amounts.put(
                            names.get(i),
                            sorted.stream()
                                    .mapToLong(row -> amount(row[column]))
                                    .toArray());
            }
        }
        return read;
    }

    private static Codes coded(List<Object[]> rows, int column) {
        Map<Object, Integer> known = new HashMap<>();
        List<String> values = new ArrayList<>();
        int[] codes = new int[rows.size()];
        for (int i = 0; i < codes.length; i++) {
            Object value = rows.get(i)[column];
            codes[i] = value == null
                    ? Codes.NONE
                    : known.computeIfAbsent(value, any -> {
                        values.add(any.toString());
                        return values.size() - 1;
                    });
        }
        return new Codes(codes, values);
    }

    private static int day(Object value) {
        return value == null ? AFTER_ALL : (int) ((LocalDate) value).toEpochDay();
    }

    private static long amount(Object value) {
        if (value == null) {
            return NO_AMOUNT;
        }
        BigDecimal amount = value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString());
        return amount.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    public int size() {
        return people.length;
    }

    /** Returns the number of the person of each line. */
    int[] people() {
        if (personColumn.isEmpty()) {
            throw new IllegalStateException("The lines have no column of people");
        }
        read.add(personColumn);
        return people;
    }

    public Codes codes(String column) {
        return required(codes, column);
    }

    public int[] days(String column) {
        return required(days, column);
    }

    public long[] amounts(String column) {
        return required(amounts, column);
    }

    /** Returns the names of the columns that have been read. */
    public Set<String> read() {
        return Set.copyOf(read);
    }

    private <T> T required(Map<String, T> columns, String name) {
        read.add(name);
        if (!columns.containsKey(name)) {
            throw new IllegalArgumentException("The lines have no column " + name + " of this type");
        }
        return columns.get(name);
    }
}
