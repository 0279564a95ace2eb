package marketshaping.model.contract;

/**
 * What a row must not do, beyond the types of its cells.
 *
 * @param message what is wrong, as the quarantine shows it
 * @param brokenWhen a condition in Spark SQL over the typed fields; a row on which it is unknown does not break the rule
 */
public record Rule(String message, String brokenWhen) {}
