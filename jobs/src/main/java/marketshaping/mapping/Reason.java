package marketshaping.mapping;

/**
 * Why a row is left out, or what is wrong with it, where the condition holds.
 *
 * @param because the reason in words, as people read it
 */
public record Reason(Condition condition, String because) {}
