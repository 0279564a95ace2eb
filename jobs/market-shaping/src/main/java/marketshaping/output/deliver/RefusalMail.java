package marketshaping.output.deliver;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.settings.Delivery;

/**
 * E-mails the reason why a run was refused to the addresses that the settings list. The e-mail contains messages and
 * row counts, but no rows.
 */
public final class RefusalMail {
    private final Delivery delivery;
    private final MailPassword password;

    public RefusalMail(Delivery delivery, MailPassword password) {
        this.delivery = delivery;
        this.password = password;
    }

    /** The run that the e-mail is about. */
    public record Run(String council, LocalDate asAt, String contact) {}

    /** The row counts of one input, summed over its files. */
    public record InputRows(String input, long read, long accepted, long quarantined) {}

    /**
     * Sends a separate message to each address. Does nothing if the settings list none.
     *
     * @param rows the inputs whose rows were counted before the run was refused
     * @param now the date of the messages
     * @return the problem, with an additional message for addresses that could not be reached
     */
    public UserProblem send(Run run, UserProblem problem, List<InputRows> rows, Instant now) {
        if (delivery.refused().isEmpty() || delivery.email().isEmpty()) {
            return problem;
        }
        Delivery.Email email = delivery.email().get();
        Map<String, List<String>> failed = new TreeMap<>();
        List<String> pending = new ArrayList<>(delivery.refused());
        try (SmtpSender server = SmtpSender.open(email, password)) {
            MailMessage message = message(run, problem, rows);
            while (!pending.isEmpty()) {
                String address = pending.get(0);
                server.send(message, address, now)
                        .ifPresent(refusal -> failed.computeIfAbsent(refusal, reason -> new ArrayList<>())
                                .add(address));
                pending.remove(0);
            }
        } catch (IOException | RuntimeException | Error e) {
            // Whatever goes wrong here must not hide why the run was refused.
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            failed.computeIfAbsent(reason, same -> new ArrayList<>()).addAll(pending);
        }
        String server = "%s:%d".formatted(email.host(), email.port());
        List<UserProblem> problems = new ArrayList<>(List.of(problem));
        failed.forEach((reason, addresses) -> problems.add(Problems.refusalNotSent(addresses, server, reason)));
        return failed.isEmpty() ? problem : Problems.together(problems);
    }

    private static MailMessage message(Run run, UserProblem problem, List<InputRows> rows) {
        String date = run.asAt().format(MailMessage.DAY);
        boolean isWritten = problem.kind() == UserProblem.Kind.NOT_DELIVERED;
        List<String> lines = new ArrayList<>();
        lines.add(
                isWritten
                        ? "The packs of %s as at %s were written, but not delivered.".formatted(run.council(), date)
                        : "The run of %s as at %s was refused. Packs of earlier runs are unchanged."
                                .formatted(run.council(), date));
        for (String message : problem.messages()) {
            lines.add("");
            lines.add(message);
        }
        if (!rows.isEmpty()) {
            lines.add("");
            lines.add("Rows by input:");
            rows.forEach(input -> lines.add(String.format(
                    Locale.UK,
                    "%s: %,d read, %,d accepted, %,d quarantined",
                    input.input(),
                    input.read(),
                    input.accepted(),
                    input.quarantined())));
        }
        lines.add("");
        lines.add("Contact: " + run.contact());
        return new MailMessage(
                MailMessage.asSingleLine("%s: %s, as at %s"
                        .formatted(run.council(), isWritten ? "packs not delivered" : "run refused", date)),
                String.join("\r\n", lines) + "\r\n",
                List.of());
    }
}
