package marketshaping.model.contract;

import java.io.Serializable;

/**
 * A rule for a whole row, in addition to the types of its cells.
 *
 * @param code a name that never changes, unique within the input
 * @param message the rule violation, as the quarantine shows it
 * @param brokenWhen the condition under which a row violates the rule
 */
public record Rule(String code, String message, RowTest brokenWhen) implements Serializable {}
