package marketshaping.input.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marketshaping.input.mapping.TranslatedRow;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Rule;
import marketshaping.model.contract.Type;
import marketshaping.model.secret.PseudonymisationKey;

/**
 * Validates rows against a contract, one at a time: typed values, rule violations and hashed identifiers. An optional
 * cell that can't be used is emptied and counted; it never costs its row. Rows that share a key are compared afterwards.
 * Not thread-safe.
 */
public final class RowValidator {
    private static final Pattern TOTAL = Pattern.compile("^(grand|sub)?total|total$");

    private final Contract contract;
    private final PseudonymisationKey key;
    private final RowMask mask;
    private final Field[] fields;
    private final CellParser[] parsers;
    private final Map<String, Integer> positions;
    private final int[] amounts;
    /** The fields that must be empty or contain the word total in a total row. */
    private final int[] totalTexts;

    public RowValidator(Contract contract, PseudonymisationKey key) {
        this.contract = contract;
        this.key = key;
        mask = new RowMask(contract, key);
        fields = contract.fields().toArray(Field[]::new);
        parsers = contract.fields().stream().map(CellParsers::of).toArray(CellParser[]::new);
        positions = IntStream.range(0, fields.length)
                .boxed()
                .collect(Collectors.toMap(position -> fields[position].name(), Function.identity()));
        amounts = IntStream.range(0, fields.length)
                .filter(position -> fields[position].isAmount())
                .toArray();
        int[] texts = IntStream.range(0, fields.length)
                .filter(position -> !fields[position].isAmount())
                .toArray();
        int[] required = IntStream.of(texts)
                .filter(position -> fields[position].isRequired())
                .toArray();
        // If only one field is required, all texts must comply, since a faulty record could lack that field.
        totalTexts = required.length > 1 ? required : texts;
    }

    /** Returns true for a word that stands for a missing value in a column of this type. */
    public static boolean isNullWord(Type type, String text) {
        return CellParsers.isNullWord(type, text);
    }

    public ValidatedRow validate(TranslatedRow row) {
        String[] texts = row.texts();
        Object[] values = new Object[fields.length];
        List<RowViolation> violations = new ArrayList<>(0);
        StringBuilder unusable = new StringBuilder(0);
        long normalised = 0;
        long emptied = 0;
        for (int i = 0; i < fields.length; i++) {
            String text = texts[i];
            Object value = text == null ? CellParser.NO_VALUE : parsers[i].value(text);
            if (value == CellParser.NO_VALUE) {
                if (fields[i].isRequired()) {
                    violations.add(RowViolation.empty(fields[i]));
                }
            } else if (value == null) {
                RowViolation violation = violation(fields[i], text);
                if (fields[i].isRequired() || violation.code() == RowViolation.Code.MONTH_FIRST) {
                    violations.add(violation);
                } else {
                    emptied |= 1L << i;
                }
                unusable.append(i)
                        .append('=')
                        .append(text.replace('\u0001', ' '))
                        .append('\u0001');
            } else {
                values[i] = value;
                if (fields[i].type() == Type.CODE && CellParsers.isNormalised(text, value)) {
                    normalised |= 1L << i;
                }
            }
        }
        emptied |= emptyAmountsWithoutUnit(texts, values, emptied, unusable);
        String notRecord = notRecord(row, values);
        if (notRecord != null) {
            return row(row, notRecord, List.of(), values, 0, 0, null, "");
        }
        if (row.source().isRagged()) {
            violations.add(0, RowViolation.RAGGED);
        }
        for (Rule rule : contract.rules()) {
            if (rule.brokenWhen().isTrue(name -> values[positions.get(name)])) {
                violations.add(RowViolation.of(rule));
            }
        }
        row.faults().forEach(because -> violations.add(RowViolation.ofMapping(because)));
        String text = violations.isEmpty()
                ? null
                : mask.text(texts, values, row.source().isRagged());
        hashPeople(values);
        return row(
                row,
                violations.isEmpty() ? ValidatedRow.ACCEPTED : ValidatedRow.QUARANTINED,
                violations,
                values,
                normalised,
                emptied,
                text,
                unusable.isEmpty() ? "" : unusable.toString());
    }

    /**
     * Empties the amounts whose unit can't be used. An empty frequency means weekly, so an amount per month would
     * otherwise count as one per week.
     *
     * @return the bits of the emptied fields
     */
    private long emptyAmountsWithoutUnit(String[] texts, Object[] values, long emptiedBefore, StringBuilder unusable) {
        long emptied = 0;
        for (int i = 0; emptiedBefore != 0 && i < fields.length; i++) {
            Integer unit = positions.get(fields[i].unit());
            if (unit != null && values[i] != null && (emptiedBefore >> unit & 1) == 1) {
                values[i] = null;
                emptied |= 1L << i;
                unusable.append(i).append('=').append(texts[i]).append('\u0001');
            }
        }
        return emptied;
    }

    private static ValidatedRow row(
            TranslatedRow row,
            String kind,
            List<RowViolation> violations,
            Object[] values,
            long normalised,
            long emptied,
            String text,
            String unusable) {
        return new ValidatedRow(
                row.source().file(),
                row.source().number(),
                kind,
                violations,
                values,
                normalised,
                emptied,
                row.isClassified(),
                text,
                unusable);
    }

    private static RowViolation violation(Field field, String text) {
        if (RowViolation.isDate(field.type()) && DateText.isMonthFirst(text)) {
            return RowViolation.monthFirst(field);
        }
        return RowViolation.isIdentifier(field.type()) && IdentifierText.isShortened(text)
                ? RowViolation.digitsLost(field)
                : RowViolation.wrongType(field);
    }

    /** Returns the kind of a row that is not a record; null for a record. */
    private String notRecord(TranslatedRow row, Object[] values) {
        if (row.source().repeatsHeader()) {
            return ValidatedRow.HEADER;
        }
        if (isTotal(row.texts(), values)) {
            return ValidatedRow.TOTAL;
        }
        return row.leftOut() == null ? null : ValidatedRow.LEFT_OUT + row.leftOut();
    }

    /** Recognises a total row: it has an amount, and every required field is empty or starts or ends with "total". */
    private boolean isTotal(String[] texts, Object[] values) {
        for (int position : totalTexts) {
            if (texts[position] != null && !isTotal(texts[position])) {
                return false;
            }
        }
        for (int position : amounts) {
            if (values[position] != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTotal(String text) {
        // Most cells contain neither letter, so that they need no normalisation.
        return (text.indexOf('t') >= 0 || text.indexOf('T') >= 0)
                && TOTAL.matcher(CodeList.normalised(text)).find();
    }

    private void hashPeople(Object[] values) {
        for (int i = 0; i < fields.length; i++) {
            if (fields[i].type() == Type.PERSON && values[i] instanceof String identifier) {
                values[i] = key.hash(identifier);
            }
        }
    }
}
