package marketshaping.input.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A {@link Condition} for rows whose columns have known positions. */
final class CellCondition {
    private record CellPattern(int position, Pattern pattern) {
        boolean isFoundIn(String[] texts) {
            String text = position < 0 || texts[position] == null ? "" : texts[position];
            return pattern.matcher(text).find();
        }
    }

    private final List<CellPattern> when;
    private final List<CellPattern> unless;

    private CellCondition(List<CellPattern> when, List<CellPattern> unless) {
        this.when = when;
        this.unless = unless;
    }

    /**
     * Compiles conditions. A condition in SQL only is never true here, because a join evaluates it.
     *
     * @param position returns the position of a column; -1 if the rows lack it
     */
    static List<CellCondition> of(Stream<Condition> conditions, Function<String, Integer> position) {
        return conditions
                .map(condition ->
                        new CellCondition(patterns(condition.when(), position), patterns(condition.unless(), position)))
                .toList();
    }

    private static List<CellPattern> patterns(Map<String, String> byColumn, Function<String, Integer> position) {
        List<CellPattern> patterns = new ArrayList<>();
        byColumn.forEach((column, pattern) -> patterns.add(
                new CellPattern(position.apply(column), Pattern.compile(pattern, Pattern.CASE_INSENSITIVE))));
        return patterns;
    }

    boolean isTrue(String[] texts) {
        if (when.isEmpty() && unless.isEmpty()) {
            return false;
        }
        for (CellPattern pattern : when) {
            if (!pattern.isFoundIn(texts)) {
                return false;
            }
        }
        for (CellPattern pattern : unless) {
            if (pattern.isFoundIn(texts)) {
                return false;
            }
        }
        return true;
    }
}
