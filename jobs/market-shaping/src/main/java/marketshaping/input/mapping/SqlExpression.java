package marketshaping.input.mapping;

import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;

/** An expression in Spark SQL that stands in a mapping file. */
final class SqlExpression {

    private SqlExpression() {}

    /** The expression, with a fault noted where it is none. Which columns there are shows only when files are read. */
    static String checked(YamlNode part) {
        String sql = part.text();
        try {
            CatalystSqlParser$.MODULE$.parseExpression(sql);
        } catch (Exception e) {
            // The parser's own exception is a checked one, which Scala does not declare.
            part.wrong("is no expression in Spark SQL: "
                    + String.valueOf(e.getMessage()).strip().lines().findFirst().orElse(""));
        }
        return sql;
    }
}
