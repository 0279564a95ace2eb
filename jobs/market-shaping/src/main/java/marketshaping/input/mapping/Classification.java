package marketshaping.input.mapping;

import java.util.Map;

/**
 * One line of an ordered list: what a row's columns become where the condition holds and none before it did.
 *
 * @param then values by column
 */
public record Classification(Condition condition, Map<String, String> then) {

    public Classification {
        then = Map.copyOf(then);
    }
}
