package marketshaping.output.pack.sheet;

import java.util.List;

/** Titles say what, where and when; alternative texts say where a line begins and ends. */
final class ChartTitles {
    private ChartTitles() {}

    static String of(String what, PackInputs inputs) {
        return "%s, %s, %s".formatted(what, inputs.council(), CellWords.date(inputs.asAt()));
    }

    /** ", from 55% in July 2023 to 52% in June 2025", of rows whose first cell is a month; empty without numbers. */
    static String fromTo(List<List<Object>> rows, int column) {
        List<List<Object>> known =
                rows.stream().filter(row -> CellWords.isNumber(row.get(column))).toList();
        if (known.size() < 2) {
            return "";
        }
        return ", from " + point(known.get(0), column) + " to " + point(known.get(known.size() - 1), column);
    }

    private static String point(List<Object> row, int column) {
        return CellWords.percent(row.get(column)) + " in " + CellWords.month(FigureLookup.month(row.get(0)));
    }
}
