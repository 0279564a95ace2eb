package marketshaping.run;

import java.util.Map;
import marketshaping.pack.workbook.Password;
import marketshaping.problem.Problems;

/** What the working list is encrypted with, where the environment names it. */
final class WorkingListPassword {
    private static final String VARIABLE = "MARKET_SHAPING_WORKING_LIST_PASSWORD";

    private WorkingListPassword() {}

    /** @throws marketshaping.problem.UserProblem where it is set to what can't be a password */
    static Password fromEnvironment(Map<String, String> environment) {
        String secret = environment.get(VARIABLE);
        if (secret == null) {
            return Password.NONE;
        }
        if (secret.isEmpty() || secret.length() > Password.LONGEST) {
            throw Problems.passwordUnfit(Password.LONGEST);
        }
        return Password.of(secret);
    }
}
