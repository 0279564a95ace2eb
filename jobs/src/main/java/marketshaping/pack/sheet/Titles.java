package marketshaping.pack.sheet;

import java.util.List;
import marketshaping.pack.PackInputs;

/** Titles say what, where and when; alternative texts say where a line begins and ends. */
final class Titles {
    private Titles() {}

    static String of(String what, PackInputs inputs) {
        return "%s, %s, %s".formatted(what, inputs.council(), Words.date(inputs.asAt()));
    }

    /** ", from 55% in July 2023 to 52% in June 2025", of rows whose first cell is a month; empty without numbers. */
    static String fromTo(List<List<Object>> rows, int column) {
        List<List<Object>> known =
                rows.stream().filter(row -> Words.isNumber(row.get(column))).toList();
        if (known.size() < 2) {
            return "";
        }
        return ", from " + point(known.get(0), column) + " to " + point(known.get(known.size() - 1), column);
    }

    private static String point(List<Object> row, int column) {
        return Words.percent(row.get(column)) + " in " + Words.month(Figures.month(row.get(0)));
    }
}
