package marketshaping.app.cli;

import java.util.Map;
import marketshaping.model.problem.Problems;
import marketshaping.output.workbook.WorkbookPassword;

/** What the working list is encrypted with, where the environment names it. */
public final class WorkingListPassword {
    private static final String VARIABLE = "MARKET_SHAPING_WORKING_LIST_PASSWORD";

    private WorkingListPassword() {}

    /** @throws marketshaping.model.problem.UserProblem where it is set to what can't be a password */
    public static WorkbookPassword fromEnvironment(Map<String, String> environment) {
        String secret = environment.get(VARIABLE);
        if (secret == null) {
            return WorkbookPassword.NONE;
        }
        if (secret.isEmpty() || secret.length() > WorkbookPassword.LONGEST) {
            throw Problems.passwordUnfit(WorkbookPassword.LONGEST);
        }
        return WorkbookPassword.of(secret);
    }
}
