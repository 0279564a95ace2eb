package marketshaping.run;

import java.util.Map;
import marketshaping.deliver.MailPassword;
import marketshaping.problem.Problems;
import marketshaping.settings.Delivery;

/** The password of the user whom the mail server knows, from the environment alone. */
final class SmtpPassword {
    private static final String VARIABLE = "MARKET_SHAPING_SMTP_PASSWORD";

    private SmtpPassword() {}

    /** @throws marketshaping.problem.UserProblem where there is a user and no password */
    static MailPassword fromEnvironment(Map<String, String> environment, Delivery delivery) {
        MailPassword password = MailPassword.of(environment.getOrDefault(VARIABLE, ""));
        delivery.email().flatMap(Delivery.Email::user).ifPresent(user -> {
            if (password.isEmpty()) {
                throw Problems.mailPasswordMissing(user);
            }
        });
        return password;
    }
}
