package marketshaping.app.cli;

import java.util.Map;
import marketshaping.model.problem.Problems;
import marketshaping.model.settings.Delivery;
import marketshaping.output.deliver.MailPassword;

/** Reads the password of the mail server account from the environment, the only place where it can be set. */
public final class SmtpPassword {
    private static final String VARIABLE = "MARKET_SHAPING_SMTP_PASSWORD";

    private SmtpPassword() {}

    /**
     * Returns the password, or an empty one if the variable is not set.
     *
     * @throws marketshaping.model.problem.UserProblem if the settings name a user and there is no password
     */
    public static MailPassword fromEnvironment(Map<String, String> environment, Delivery delivery) {
        MailPassword password = MailPassword.of(environment.getOrDefault(VARIABLE, ""));
        delivery.email().flatMap(Delivery.Email::user).ifPresent(user -> {
            if (password.isEmpty()) {
                throw Problems.mailPasswordMissing(user);
            }
        });
        return password;
    }
}
