package marketshaping.input.ingest;

import java.util.List;
import java.util.Optional;
import marketshaping.input.mapping.Mappings;
import marketshaping.input.mapping.SqlExpression;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;

/** Checks the syntax of the Spark SQL expressions of mappings. */
public final class SqlSyntax {

    private SqlSyntax() {}

    /**
     * Checks the expressions in the mappings that the user specified.
     *
     * @throws UserProblem if any is wrong; it lists all of them
     */
    public static void requireValid(Mappings mappings) {
        List<UserProblem> problems = mappings.expressions().stream()
                .flatMap(expression -> problem(expression).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
    }

    /** Returns the problem if the syntax is wrong. Column names are checked only when files are read. */
    private static Optional<UserProblem> problem(SqlExpression expression) {
        try {
            CatalystSqlParser$.MODULE$.parseExpression(expression.sql());
            return Optional.empty();
        } catch (Exception e) {
            // The parser throws a checked exception that its Scala signature does not declare.
            String fault =
                    String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
            return Optional.of(Problems.mappingWrong(
                    expression.file(),
                    expression.line(),
                    expression.key(),
                    "is not a valid Spark SQL expression: " + fault));
        }
    }
}
