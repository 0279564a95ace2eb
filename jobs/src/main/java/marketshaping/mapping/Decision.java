package marketshaping.mapping;

import java.util.Map;

/**
 * One line of an ordered list: what a row's columns become where the condition holds and none before it did.
 *
 * @param then values by column
 */
public record Decision(Condition condition, Map<String, String> then) {

    public Decision {
        then = Map.copyOf(then);
    }
}
