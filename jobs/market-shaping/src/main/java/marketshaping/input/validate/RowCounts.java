package marketshaping.input.validate;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;

/**
 * Counts the validated rows of one file by outcome, rule and field. Spark tasks count parts of a file, which the driver
 * merges.
 */
public final class RowCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 40;

    /** The code of an authority in national statistics or in returns, alone or with a name. */
    private static final Pattern PUBLIC_CODE =
            Pattern.compile("^(\\D*\\b)?([EWSNKJLM]\\d{8}|\\d{3}|\\d{2}[A-Z]{2})(\\b\\D*)?$");

    /** Null in the counts of a task, because the driver knows the contract. */
    private final transient Contract contract;

    private final transient int[] amountPositions;
    private final transient int datePosition;

    /** Examples are collected in memory only. */
    private final transient List<TreeSet<String>> examples = new ArrayList<>();

    private final Map<String, Long> kinds = new TreeMap<>();
    private final Map<String, Long> rules = new TreeMap<>();
    private final Map<String, Long> monthFirst = new TreeMap<>();
    private final long[] normalised;
    private final long[] emptied;
    private final long[] filled;
    private final BigDecimal[] sums;
    private final BigDecimal[] statedTotals;

    /** The number of the row with each stated total. */
    private final long[] totalRows;

    private LocalDate latest = LocalDate.MIN;

    public RowCounts(Contract contract) {
        this.contract = contract;
        int fields = contract.fields().size();
        normalised = new long[fields];
        emptied = new long[fields];
        filled = new long[fields];
        sums = new BigDecimal[fields];
        statedTotals = new BigDecimal[fields];
        totalRows = new long[fields];
        amountPositions = IntStream.range(0, fields)
                .filter(position -> contract.fields().get(position).isAmount())
                .toArray();
        contract.fields().forEach(field -> examples.add(new TreeSet<>()));
        datePosition = firstRequiredDate(contract.fields());
    }

    private static int firstRequiredDate(List<Field> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).type() == Type.DATE && fields.get(i).isRequired()) {
                return i;
            }
        }
        return -1;
    }

    /** Adds rows that are not records, such as blank rows. */
    public void addNotRecords(String kind, long rows) {
        if (rows > 0) {
            kinds.merge(kind, rows, Long::sum);
        }
    }

    public void add(ValidatedRow row) {
        kinds.merge(row.kind(), 1L, Long::sum);
        for (RowViolation violation : row.violations()) {
            rules.merge(violation.message(), 1L, Long::sum);
            if (violation.code() == RowViolation.Code.MONTH_FIRST) {
                monthFirst.merge(violation.column(), row.number(), Math::min);
            }
        }
        boolean isTotal = row.kind().equals(ValidatedRow.TOTAL);
        for (int i : amountPositions) {
            Object value = row.values()[i];
            if (value != null) {
                BigDecimal amount = value instanceof Integer whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
                if (isTotal) {
                    setTotal(i, amount, row.number());
                } else {
                    addSum(i, amount);
                }
            }
        }
        if (row.isAccepted()) {
            addAccepted(row);
        }
    }

    private void setTotal(int position, BigDecimal amount, long row) {
        if (row >= totalRows[position]) {
            statedTotals[position] = amount;
            totalRows[position] = row;
        }
    }

    private void addSum(int position, BigDecimal amount) {
        sums[position] = sums[position] == null ? amount : sums[position].add(amount);
    }

    /** Adds the counts of other rows of the same file, in any order. Examples are not added. */
    public void merge(RowCounts others) {
        others.kinds.forEach((kind, rows) -> kinds.merge(kind, rows, Long::sum));
        others.rules.forEach((rule, rows) -> rules.merge(rule, rows, Long::sum));
        others.monthFirst.forEach((column, row) -> monthFirst.merge(column, row, Math::min));
        for (int i = 0; i < filled.length; i++) {
            normalised[i] += others.normalised[i];
            emptied[i] += others.emptied[i];
            filled[i] += others.filled[i];
            if (others.sums[i] != null) {
                addSum(i, others.sums[i]);
            }
            if (others.statedTotals[i] != null) {
                setTotal(i, others.statedTotals[i], others.totalRows[i]);
            }
        }
        latest = others.latest.isAfter(latest) ? others.latest : latest;
    }

    /**
     * Adds or removes rows with the same outcome, which the comparison of rows that share a key has changed. Such rows
     * keep their months, amounts and other violations.
     *
     * @param messages the violations in words
     * @param rows the number of rows; negative to remove rows that were counted before
     * @param filledFields the number of these rows with a value, by position of the field
     */
    public void addGroup(
            String kind,
            List<String> messages,
            long normalisedFields,
            long emptiedFields,
            long rows,
            List<Long> filledFields) {
        kinds.merge(kind, rows, RowCounts::sumOrNone);
        messages.forEach(message -> rules.merge(message, rows, RowCounts::sumOrNone));
        if (kind.equals(ValidatedRow.ACCEPTED)) {
            for (int i = 0; i < filled.length; i++) {
                filled[i] += Long.signum(rows) * filledFields.get(i);
                normalised[i] += (normalisedFields >> i & 1) * rows;
                emptied[i] += (emptiedFields >> i & 1) * rows;
            }
        }
    }

    private static Long sumOrNone(long first, long second) {
        return first + second == 0 ? null : first + second;
    }

    /** Sets the latest date of the accepted rows, after {@link #addGroup} has changed which are accepted. */
    public void setLatest(LocalDate date) {
        latest = date;
    }

    private void addAccepted(ValidatedRow row) {
        for (int i = 0; i < filled.length; i++) {
            filled[i] += row.values()[i] == null ? 0 : 1;
            normalised[i] += row.normalised() >> i & 1;
        }
        if (row.emptied() != 0) {
            for (int i = 0; i < emptied.length; i++) {
                emptied[i] += row.emptied() >> i & 1;
            }
            for (String cell : row.unusable().split("\u0001")) {
                int sign = cell.indexOf('=');
                addExample(Integer.parseInt(cell.substring(0, sign)), cell.substring(sign + 1));
            }
        }
        if (datePosition >= 0 && row.values()[datePosition] instanceof LocalDate date && date.isAfter(latest)) {
            latest = date;
        }
    }

    private void addExample(int position, String text) {
        if (examples.get(position).size() < EXAMPLES) {
            examples.get(position).add(masked(contract.fields().get(position).type(), text));
        }
    }

    /**
     * Returns the words of a code, and only the shape of any other text: 9 for a digit, A for a letter. Digits are hidden
     * in codes too, because a column mapped by mistake may contain dates of birth or identifiers. Codes of authorities are
     * public.
     */
    private static String masked(Type type, String text) {
        String cut = text.substring(0, Math.min(text.length(), LONGEST_EXAMPLE));
        if (type == Type.AUTHORITY && PUBLIC_CODE.matcher(cut).find()) {
            return cut;
        }
        cut = cut.replaceAll("\\d", "9");
        boolean isCode = type == Type.CODE || type == Type.AUTHORITY || type == Type.YES_NO;
        return isCode ? cut : cut.replaceAll("\\p{L}", "A");
    }

    /**
     * Returns the outcome of the file.
     *
     * @param file the file's name for users
     * @param rowsRead the number of rows below the header
     */
    public FileOutcome outcome(String file, long rowsRead) {
        Map<String, Long> notRecords = new TreeMap<>(kinds);
        Long accepted = notRecords.remove(ValidatedRow.ACCEPTED);
        Long quarantined = notRecords.remove(ValidatedRow.QUARANTINED);
        return new FileOutcome(
                rowsRead,
                accepted == null ? 0 : accepted,
                quarantined == null ? 0 : quarantined,
                notRecords,
                rules,
                monthFirst,
                byField(normalised),
                filled(),
                latest,
                findings(file));
    }

    private Map<String, Long> filled() {
        Map<String, Long> all = new TreeMap<>();
        for (int i = 0; i < filled.length; i++) {
            all.put(contract.fields().get(i).name(), filled[i]);
        }
        return all;
    }

    private Map<String, Long> byField(long[] counts) {
        Map<String, Long> found = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                found.put(contract.fields().get(i).name(), counts[i]);
            }
        }
        return found;
    }

    /** Returns findings about emptied cells, normalised codes, and stated totals that differ from the sum of the rows. */
    private List<Finding> findings(String file) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < emptied.length; i++) {
            if (emptied[i] > 0) {
                findings.add(new Finding(
                        FindingKind.CELLS_EMPTIED,
                        contract.input(),
                        file,
                        contract.fields().get(i).name(),
                        emptied[i],
                        kinds.getOrDefault(ValidatedRow.ACCEPTED, 0L),
                        String.join(", ", examples.get(i))));
            }
        }
        for (int i = 0; i < normalised.length; i++) {
            if (normalised[i] > 0) {
                findings.add(new Finding(
                        FindingKind.CODES_NORMALISED,
                        contract.input(),
                        file,
                        contract.fields().get(i).name(),
                        normalised[i],
                        filled[i],
                        ""));
            }
        }
        totalsThatDiffer()
                .forEach(sentence -> findings.add(
                        new Finding(FindingKind.TOTAL_DIFFERS, contract.input(), file, "", 1, 0, sentence)));
        return findings;
    }

    /**
     * Returns one sentence per amount column whose stated total differs from the sum of the rows, including quarantined
     * rows. Only the last total row counts, because earlier ones may be subtotals.
     */
    private List<String> totalsThatDiffer() {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < statedTotals.length; i++) {
            BigDecimal read = sums[i] == null ? BigDecimal.ZERO : sums[i];
            if (statedTotals[i] != null && statedTotals[i].compareTo(read) != 0) {
                sentences.add("the stated total of %s is %s, but the rows add up to %s; rows may be missing"
                        .formatted(contract.fields().get(i).name(), plain(statedTotals[i]), plain(read)));
            }
        }
        return sentences;
    }

    private static String plain(BigDecimal amount) {
        BigDecimal bare = amount.stripTrailingZeros();
        return (bare.scale() < 2 ? bare.setScale(2) : bare).toPlainString();
    }
}
