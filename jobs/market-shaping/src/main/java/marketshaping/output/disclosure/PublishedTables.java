package marketshaping.output.disclosure;

import java.util.Map;
import marketshaping.model.table.Table;

/**
 * Tables as readers may see them.
 *
 * @param tables by id, in the order given
 * @param release what they were made of, which the next pack needs
 */
public record PublishedTables(Map<String, Table> tables, Release release) {}
