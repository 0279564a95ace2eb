package marketshaping.input.validate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;

/** Counts the validated rows of one file by outcome, rule and field. */
public final class RowCounts {
    private static final int EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 40;

    /** The code of an authority in national statistics or in returns, alone or with a name. */
    private static final Pattern PUBLIC_CODE =
            Pattern.compile("^(\\D*\\b)?([EWSNKJLM]\\d{8}|\\d{3}|\\d{2}[A-Z]{2})(\\b\\D*)?$");

    private final Contract contract;
    private final Map<String, Long> kinds = new TreeMap<>();
    private final Map<String, Long> rules = new TreeMap<>();
    private final Map<String, Long> monthFirst = new TreeMap<>();
    private final long[] normalised;
    private final long[] emptied;
    private final List<TreeSet<String>> examples = new ArrayList<>();
    private final long[] filled;
    private final BigDecimal[] sums;
    private final BigDecimal[] statedTotals;
    private final int datePosition;
    private LocalDate latest = LocalDate.MIN;

    public RowCounts(Contract contract) {
        this.contract = contract;
        int fields = contract.fields().size();
        normalised = new long[fields];
        emptied = new long[fields];
        filled = new long[fields];
        sums = new BigDecimal[fields];
        statedTotals = new BigDecimal[fields];
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
        for (int i = 0; i < filled.length; i++) {
            if (contract.fields().get(i).isAmount() && row.values()[i] != null) {
                BigDecimal amount = row.values()[i] instanceof Integer whole
                        ? BigDecimal.valueOf(whole)
                        : (BigDecimal) row.values()[i];
                if (isTotal) {
                    statedTotals[i] = amount;
                } else {
                    sums[i] = sums[i] == null ? amount : sums[i].add(amount);
                }
            }
        }
        if (row.isAccepted()) {
            addAccepted(row);
        }
    }

    /**
     * Adds rows that Spark has counted, all with the same outcome.
     *
     * @param messages the violations in words
     * @param firstRow the lowest row number
     * @param filledFields the number of rows with a value, by position of the field
     */
    public void addGroup(
            String kind,
            List<String> messages,
            long normalisedFields,
            long emptiedFields,
            long rows,
            long firstRow,
            List<Long> filledFields,
            LocalDate latestDate) {
        kinds.merge(kind, rows, Long::sum);
        messages.forEach(message -> rules.merge(message, rows, Long::sum));
        for (Field field : contract.fields()) {
            if (messages.contains(RowViolation.monthFirst(field).message())) {
                monthFirst.merge(field.name(), firstRow, Math::min);
            }
        }
        if (kind.equals(ValidatedRow.ACCEPTED)) {
            for (int i = 0; i < filled.length; i++) {
                filled[i] += filledFields.get(i);
                normalised[i] += (normalisedFields >> i & 1) * rows;
                emptied[i] += (emptiedFields >> i & 1) * rows;
            }
            latest = latestDate.isAfter(latest) ? latestDate : latest;
        }
    }

    /**
     * Sets the stated total and the sum of the rows, which Spark has calculated.
     *
     * @param amounts for each amount field its last stated total, then the sum; each may be null
     */
    public void setTotals(List<BigDecimal> amounts) {
        int next = 0;
        for (int i = 0; i < sums.length; i++) {
            if (contract.fields().get(i).isAmount()) {
                statedTotals[i] = amounts.get(next);
                sums[i] = amounts.get(next + 1);
                next += 2;
            }
        }
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
