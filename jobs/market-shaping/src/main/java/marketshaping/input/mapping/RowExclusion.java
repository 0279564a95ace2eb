package marketshaping.input.mapping;

/**
 * Why a row is left out, or what is wrong with it, where the condition holds.
 *
 * @param because the reason in words, as people read it
 */
public record RowExclusion(Condition condition, String because) {}
