package marketshaping.input.validate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;
import marketshaping.model.secret.PseudonymisationKey;

/**
 * Writes the text of a quarantined row, in which users look for the error. Personal identifiers are hashed or hidden.
 * All cells of a ragged or shifted row are hidden, because any of them may contain an identifier.
 */
public final class RowMask {
    public static final String HIDDEN = "(hidden)";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern STARTS_LIKE_DATE = Pattern.compile(" *[0-9]{1,4} ?[-/. ]");

    private final List<Field> fields;
    private final PseudonymisationKey key;

    RowMask(Contract contract, PseudonymisationKey key) {
        this.fields = contract.fields();
        this.key = key;
    }

    /**
     * Returns the cells as JSON by column, without empty cells.
     *
     * @param texts the text of each field; null if it is empty
     * @param values the typed values before hashing
     */
    String text(String[] texts, Object[] values, boolean isRagged) {
        if (isRagged || mayBeShifted(texts, values)) {
            return HIDDEN;
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i++) {
            if (texts[i] != null) {
                cells.put(
                        fields.get(i).name(),
                        switch (fields.get(i).type()) {
                            case PERSON -> key.hash(texts[i]);
                            case BIRTH_DATE -> HIDDEN;
                            default -> texts[i];
                        });
            }
        }
        return json(cells);
    }

    /** Returns the typed values of a row as JSON by column. Identifiers must be hashed already. */
    static String ofValues(Contract contract, Object[] values) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            Field field = contract.fields().get(i);
            if (values[i] != null) {
                cells.put(field.name(), field.type() == Type.BIRTH_DATE ? HIDDEN : Objects.toString(values[i]));
            }
        }
        return json(cells);
    }

    /**
     * Returns true if the cells of a row may be in the wrong columns. Signs are a birth date that does not look like a
     * date, or an empty person together with an invalid date or code.
     */
    private boolean mayBeShifted(String[] texts, Object[] values) {
        boolean isWrong = false;
        boolean isNobody = false;
        for (int i = 0; i < texts.length; i++) {
            boolean isUnusable = texts[i] != null && values[i] == null;
            switch (fields.get(i).type()) {
                case DATE, CODE -> isWrong |= isUnusable;
                case PERSON -> isNobody |= texts[i] == null;
                case BIRTH_DATE -> {
                    if (isUnusable && !STARTS_LIKE_DATE.matcher(texts[i]).lookingAt()) {
                        return true;
                    }
                }
                default -> {
                    // Other types give no sign.
                }
            }
        }
        return isNobody && isWrong;
    }

    private static String json(Map<String, String> cells) {
        try {
            return JSON.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
