package marketshaping.analysis.rollup;

import java.io.Serializable;
import java.util.function.IntToLongFunction;

/** The amount of each line, which may depend on the date or period; {@link Lines#NO_AMOUNT} if it is not known. */
public interface Amount extends Serializable {
    IntToLongFunction on(Lines lines, Span span);

    static Amount of(String column) {
        return (lines, span) -> {
            long[] amounts = lines.amounts(column);
            return line -> amounts[line];
        };
    }
}
