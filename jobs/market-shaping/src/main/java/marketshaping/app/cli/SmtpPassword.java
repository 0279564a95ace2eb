package marketshaping.app.cli;

import java.util.Map;
import marketshaping.model.problem.Problems;
import marketshaping.model.settings.Delivery;
import marketshaping.output.deliver.MailPassword;

/** The password of the user whom the mail server knows, from the environment alone. */
public final class SmtpPassword {
    private static final String VARIABLE = "MARKET_SHAPING_SMTP_PASSWORD";

    private SmtpPassword() {}

    /** @throws marketshaping.model.problem.UserProblem where there is a user and no password */
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
