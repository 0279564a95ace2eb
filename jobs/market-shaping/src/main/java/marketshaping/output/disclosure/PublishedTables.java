package marketshaping.output.disclosure;

import java.util.Map;
import marketshaping.model.table.Table;

/**
 * The published tables of a pack.
 *
 * @param tables by table id, in the supplied order
 * @param release exact figures and suppression decisions, which the next pack needs
 */
public record PublishedTables(Map<String, Table> tables, Release release) {}
