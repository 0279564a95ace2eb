package marketshaping.model.contract;

/**
 * A rule for a whole row, in addition to the types of its cells.
 *
 * @param message the rule violation, as the quarantine shows it
 * @param brokenWhen a condition in Spark SQL over the typed fields. A row violates the rule if it is true, not if it is
 *     null
 */
public record Rule(String message, String brokenWhen) {}
