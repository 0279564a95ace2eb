package marketshaping.input.validate;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import marketshaping.input.mapping.TranslatedRow;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Reference;
import marketshaping.model.contract.Type;

/**
 * The distinct keys in the columns of one input that references connect. People's identifiers are kept as text only in
 * memory and only during the comparison, since their hashes do not show why two differ.
 */
public final class ReferenceKeys {
    private final List<String> names;
    private final boolean[] isPerson;
    private final Map<Integer, Set<String>> keys = new LinkedHashMap<>();

    public ReferenceKeys(Contract contract) {
        names = contract.fields().stream().map(Field::name).toList();
        isPerson = new boolean[names.size()];
        for (int i = 0; i < isPerson.length; i++) {
            isPerson[i] = contract.fields().get(i).type() == Type.PERSON;
        }
        Reference.ALL.stream()
                .flatMap(reference -> Stream.concat(Stream.of(reference.child()), reference.parents().stream()))
                .filter(key -> key.input().equals(contract.input()))
                .forEach(key -> keys.put(names.indexOf(key.column()), new HashSet<>()));
    }

    /** Adds the keys of one row. */
    public void add(TranslatedRow text, ValidatedRow row) {
        if (row.isRecord()) {
            keys.forEach((position, values) -> {
                if (row.values()[position] != null) {
                    values.add(
                            isPerson[position]
                                    ? IdentifierText.value(text.texts()[position])
                                    : row.values()[position].toString());
                }
            });
        }
    }

    /** Returns the distinct keys of a column. */
    public Set<String> of(String column) {
        return keys.getOrDefault(names.indexOf(column), Set.of());
    }
}
