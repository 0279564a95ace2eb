package marketshaping.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** One event of the national return, in the wording of Release 2. A field without a value is an empty cell. */
final class ReturnRow {
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    private final Map<ReturnField, String> cells = new EnumMap<>(ReturnField.class);

    ReturnRow with(ReturnField field, String text) {
        cells.put(field, text);
        return this;
    }

    /** Sets a field to a date. An open date becomes an empty cell. */
    ReturnRow with(ReturnField field, LocalDate day) {
        return with(field, day.equals(SampleCalendar.OPEN) ? "" : DAY_FIRST.format(day));
    }

    String cell(ReturnField field) {
        return cells.getOrDefault(field, "");
    }
}
