package marketshaping.input.mapping;

/**
 * A left join to another table of the source system. It returns at most one row per row of the main table, unless
 * {@link Assembly.Pick} lists its alias.
 *
 * @param alias the prefix of the table's columns in expressions
 * @param key the column of the table to match
 * @param equals a Spark SQL expression over the tables joined so far, which the key must equal
 * @param only a condition on the table's rows; empty for all rows
 * @param firstBy an expression over the table's columns; of several rows with the same key, the one with the lowest
 *     value is used. If it is empty, a repeated key is an error, unless {@link Assembly.Pick} lists the alias
 */
public record Lookup(String alias, String table, String key, String equals, String only, String firstBy) {}
