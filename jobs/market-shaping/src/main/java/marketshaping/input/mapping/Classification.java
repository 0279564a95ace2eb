package marketshaping.input.mapping;

import java.io.Serializable;
import java.util.Map;

/**
 * One entry of an ordered classification list. The first entry whose condition is true sets the row's columns.
 *
 * @param then values to set, by column
 */
public record Classification(Condition condition, Map<String, String> then) implements Serializable {

    public Classification {
        then = Map.copyOf(then);
    }
}
