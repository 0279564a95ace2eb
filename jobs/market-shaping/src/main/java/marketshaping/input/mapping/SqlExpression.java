package marketshaping.input.mapping;

import java.util.Optional;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;

/**
 * A Spark SQL expression of a mapping file and its location. Its syntax is checked only before files are read, because
 * the parser loads Spark.
 *
 * @param key the position in the file, as keys joined with dots
 */
public record SqlExpression(String file, int line, String key, String sql) {

    /** Returns the problem if the syntax is wrong. Column names are checked only when files are read. */
    public Optional<UserProblem> problem() {
        try {
            CatalystSqlParser$.MODULE$.parseExpression(sql);
            return Optional.empty();
        } catch (Exception e) {
            // The parser throws a checked exception that its Scala signature does not declare.
            String fault = String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
            return Optional.of(
                    Problems.mappingWrong(file, line, key, "is not a valid Spark SQL expression: " + fault));
        }
    }
}
