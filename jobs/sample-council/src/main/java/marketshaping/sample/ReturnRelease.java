package marketshaping.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A release of the national specification, which sets the fields of a return and the wording of its codes. */
enum ReturnRelease {
    /** In force from April 2023. */
    ONE(Set.of()) {
        @Override
        String wording(ReturnField field, String text) {
            return ReleaseOneWordings.of(field, text);
        }
    },
    /** Expected from October 2025. It has no names of people, other capitals and some different words. */
    TWO(Set.of(
            ReturnField.FIRST_NAME,
            ReturnField.LAST_NAME,
            ReturnField.GP_PRACTICE_NAME,
            ReturnField.CQC_LOCATION_NAME)) {
        @Override
        String wording(ReturnField field, String text) {
            return text;
        }
    };

    private final List<ReturnField> fields;

    ReturnRelease(Set<ReturnField> dropped) {
        fields = Arrays.stream(ReturnField.values())
                .filter(field -> !dropped.contains(field))
                .toList();
    }

    String[] header() {
        return fields.stream().map(field -> field.header).toArray(String[]::new);
    }

    Object[] cells(ReturnRow row) {
        Object[] cells = new Object[fields.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = wording(fields.get(i), row.cell(fields.get(i)));
        }
        return cells;
    }

    /** Converts a wording of Release 2 to the wording of this release. */
    abstract String wording(ReturnField field, String text);
}
