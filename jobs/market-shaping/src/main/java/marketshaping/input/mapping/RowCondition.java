package marketshaping.input.mapping;

import java.io.Serializable;

/**
 * A condition that excludes or quarantines a row, with its reason.
 *
 * @param because the reason in words, as reported to users
 */
public record RowCondition(Condition condition, String because) implements Serializable {}
