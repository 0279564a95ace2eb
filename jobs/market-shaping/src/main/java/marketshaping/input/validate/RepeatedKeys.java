package marketshaping.input.validate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;

/**
 * Compares the rows of an input that share a key. If they are identical, the first can be accepted; if they differ, all
 * are quarantined, because any could be right.
 */
final class RepeatedKeys {
    private final Contract contract;
    private final int[] keyPositions;

    RepeatedKeys(Contract contract) {
        this.contract = contract;
        List<String> names = contract.fields().stream().map(Field::name).toList();
        keyPositions = contract.key().stream().mapToInt(names::indexOf).toArray();
    }

    /** Changes the kinds of rows that share a key, in place. */
    void resolve(List<ValidatedRow> rows) {
        if (keyPositions.length == 0) {
            return;
        }
        Map<String, Integer> first = new HashMap<>(rows.size() * 2);
        Set<String> differing = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            String key = key(rows.get(i));
            Integer earlier = key == null ? null : first.putIfAbsent(key, i);
            if (earlier != null && !isSame(rows.get(earlier), rows.get(i))) {
                differing.add(key);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            ValidatedRow row = rows.get(i);
            String key = key(row);
            if (key != null && differing.contains(key)) {
                rows.set(i, differing(row));
            } else if (key != null && first.get(key) < i && row.isAccepted()) {
                rows.set(i, row.as(ValidatedRow.REPEAT, List.of(), null));
            }
        }
    }

    private ValidatedRow differing(ValidatedRow row) {
        List<RowViolation> violations = new java.util.ArrayList<>(row.violations());
        violations.add(RowViolation.keyDiffers(contract));
        return row.as(
                ValidatedRow.QUARANTINED,
                violations,
                row.text() == null ? RowMask.ofValues(contract, row.values()) : row.text());
    }

    /** Returns the key of a record; null for rows without a complete key. */
    private String key(ValidatedRow row) {
        if (!row.isRecord()) {
            return null;
        }
        for (int position : keyPositions) {
            if (row.values()[position] == null) {
                return null;
            }
        }
        return keyPositions.length == 1
                ? row.values()[keyPositions[0]].toString()
                : IntStream.of(keyPositions)
                        .mapToObj(position -> row.values()[position].toString())
                        .collect(Collectors.joining("\u0001"));
    }

    private static boolean isSame(ValidatedRow first, ValidatedRow second) {
        return Arrays.equals(first.values(), second.values())
                && first.unusable().equals(second.unusable());
    }
}
