package marketshaping.input.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;

/**
 * Converts the text of a source system's rows to the text that validation reads: contract codes, ISO dates, constants
 * and classified columns.
 */
public final class RowTranslator {
    private final InputMapping mapping;
    private final List<String> columns;
    private final int[] presentPositions;
    private final List<FieldText> fields;
    private final List<CellCondition> leaveOut;
    private final List<CellCondition> faults;
    private final List<CellCondition> classify;
    private final DateFormat dates;

    /** The source of one field's text. Position is that of its column in the row, or -1 if it is not there. */
    private record FieldText(Field field, int position, Map<String, String> codes, String constant, boolean isDated) {}

    /**
     * Creates a translator for files with the same columns.
     *
     * @param present the columns that the files contain
     */
    public RowTranslator(Contract contract, InputMapping mapping, Set<String> present) {
        this.mapping = mapping;
        dates = mapping.dateFormat().isEmpty() ? null : new DateFormat(mapping.dateFormat());
        columns = columns(contract, mapping);
        presentPositions = present.stream().mapToInt(columns::indexOf).toArray();
        Function<String, Integer> position = column -> present.contains(column) ? columns.indexOf(column) : -1;
        fields = contract.fields().stream()
                .map(field -> new FieldText(
                        field,
                        position.apply(field.name()),
                        mapping.codes().getOrDefault(field.name(), Map.of()),
                        mapping.constants().get(field.name()),
                        dates != null && (field.type() == Type.DATE || field.type() == Type.BIRTH_DATE)))
                .toList();
        leaveOut = CellCondition.of(mapping.leaveOut().stream().map(RowCondition::condition), position);
        faults = CellCondition.of(mapping.faults().stream().map(RowCondition::condition), position);
        classify = CellCondition.of(mapping.classify().stream().map(Classification::condition), position);
    }

    /** Returns the columns that a file of the input may contain: those of the contract, then those of the mapping. */
    public static List<String> columns(Contract contract, InputMapping mapping) {
        return List.copyOf(mapping.names().columns(contract));
    }

    /**
     * Translates one row.
     *
     * @param isNullWord returns true for a word that stands for a missing value in a column of this type
     */
    public TranslatedRow translate(TextRow row, BiPredicate<Type, String> isNullWord) {
        boolean isBlank = isBlank(row.texts());
        int classified = first(classify, row.texts());
        Map<String, String> decided = classified < 0 || isBlank
                ? Map.of()
                : mapping.classify().get(classified).then();
        String[] texts = new String[fields.size()];
        for (int i = 0; i < texts.length; i++) {
            FieldText source = fields.get(i);
            String text = text(source, row.texts(), isNullWord);
            if (text == null && !isBlank) {
                text = decided.getOrDefault(source.field().name(), source.constant());
            }
            texts[i] = text;
        }
        return new TranslatedRow(row, texts, leftOut(row), faults(row), classify.isEmpty() || classified >= 0);
    }

    private boolean isBlank(String[] texts) {
        for (int position : presentPositions) {
            if (texts[position] != null) {
                return false;
            }
        }
        return true;
    }

    private String text(FieldText source, String[] texts, BiPredicate<Type, String> isNullWord) {
        String cell = source.position() < 0 ? null : texts[source.position()];
        if (cell == null) {
            return null;
        }
        if (!source.codes().isEmpty()) {
            String code = source.codes().get(CodeList.normalised(cell));
            if (code != null) {
                return code;
            }
        }
        if (isNullWord.test(source.field().type(), cell)) {
            return null;
        }
        return source.isDated() ? dates.iso(cell) : cell;
    }

    private String leftOut(TextRow row) {
        if (row.leftOut() != null || leaveOut.isEmpty()) {
            return row.leftOut();
        }
        int reason = first(leaveOut, row.texts());
        return reason < 0 ? null : mapping.leaveOut().get(reason).because();
    }

    private List<String> faults(TextRow row) {
        if (faults.isEmpty()) {
            return row.faults();
        }
        List<String> found = new ArrayList<>(row.faults());
        for (int i = 0; i < faults.size(); i++) {
            if (faults.get(i).isTrue(row.texts())) {
                found.add(mapping.faults().get(i).because());
            }
        }
        return found;
    }

    private static int first(List<CellCondition> conditions, String[] texts) {
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).isTrue(texts)) {
                return i;
            }
        }
        return -1;
    }
}
