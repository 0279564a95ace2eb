package marketshaping.input.mapping;

/**
 * A Spark SQL expression of a mapping file and its location. Its syntax is checked only before files are read, because
 * the parser loads Spark.
 *
 * @param key the position in the file, as keys joined with dots
 */
public record SqlExpression(String file, int line, String key, String sql) {}
