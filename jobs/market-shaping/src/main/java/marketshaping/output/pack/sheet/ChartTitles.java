package marketshaping.output.pack.sheet;

import java.util.List;

/**
 * Writes chart titles with subject, council and date. Also describes the first and last value of a line in words, for
 * alternative text.
 */
final class ChartTitles {
    private ChartTitles() {}

    static String of(String subject, PackInputs inputs) {
        return "%s, %s, %s".formatted(subject, inputs.council(), CellWords.date(inputs.asAt()));
    }

    /**
     * Returns text such as ", from 55% in July 2023 to 52% in June 2025"; empty with fewer than two numbers.
     *
     * @param rows the rows in order; the first cell of each is a month
     */
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
