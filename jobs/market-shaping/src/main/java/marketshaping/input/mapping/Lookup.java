package marketshaping.input.mapping;

/**
 * A row of another table of the source system that belongs to a row: at most one.
 *
 * @param alias what its columns are prefixed with
 * @param table the table
 * @param key the column of the table that is looked up
 * @param equals an expression in Spark SQL over what is there already
 * @param only a condition on the table's rows; empty for all
 * @param firstBy an expression over the table's columns, of which the least counts where several rows have the key;
 *     empty where the table is not to have several
 */
public record Lookup(String alias, String table, String key, String equals, String only, String firstBy) {}
