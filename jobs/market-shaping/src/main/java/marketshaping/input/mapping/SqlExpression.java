package marketshaping.input.mapping;

import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;

/** Parses the Spark SQL expressions of a mapping file. */
final class SqlExpression {

    private SqlExpression() {}

    /**
     * Returns the expression, and adds a problem if its syntax is wrong. Its column names are checked only when files
     * are read.
     */
    static String checked(YamlNode part) {
        String sql = part.text();
        try {
            CatalystSqlParser$.MODULE$.parseExpression(sql);
        } catch (Exception e) {
            // The parser throws a checked exception that its Scala signature does not declare.
            part.addProblem("is not a valid Spark SQL expression: "
                    + String.valueOf(e.getMessage()).strip().lines().findFirst().orElse(""));
        }
        return sql;
    }
}
