package marketshaping.app.cli;

import java.util.Map;
import marketshaping.model.problem.Problems;
import marketshaping.output.workbook.WorkbookPassword;

/** Reads the password that encrypts the working list from the environment. */
public final class WorkingListPassword {
    private static final String VARIABLE = "MARKET_SHAPING_WORKING_LIST_PASSWORD";

    private WorkingListPassword() {}

    /**
     * Returns the password, or none if the variable is not set.
     *
     * @throws marketshaping.model.problem.UserProblem if it is empty or too long
     */
    public static WorkbookPassword fromEnvironment(Map<String, String> environment) {
        String secret = environment.get(VARIABLE);
        if (secret == null) {
            return WorkbookPassword.NONE;
        }
        if (secret.isEmpty() || secret.length() > WorkbookPassword.MAX_LENGTH) {
            throw Problems.passwordUnusable(WorkbookPassword.MAX_LENGTH);
        }
        return WorkbookPassword.of(secret);
    }
}
