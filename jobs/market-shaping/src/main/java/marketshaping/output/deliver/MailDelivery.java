package marketshaping.output.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.settings.Delivery;

/** Sends a letter to everyone on the council's list who has not been sent the same before. */
public final class MailDelivery {
    private final Delivery.Email email;
    private final MailPassword password;

    public MailDelivery(Delivery.Email email, MailPassword password) {
        this.email = email;
        this.password = password;
    }

    /** @param problem names whom it could not be sent to, and why */
    public record Result(List<String> sent, Optional<UserProblem> problem) {}

    /**
     * Sends each their own message, so that nobody sees who else is on the list.
     *
     * @param packs the folder of packs, where it is noted who has been sent what
     * @param now for the date of the messages
     */
    public Result send(MailMessage letter, Path packs, Instant now) {
        List<String> sent = new ArrayList<>();
        Map<String, List<String>> failed = new TreeMap<>();
        List<String> waiting = new ArrayList<>();
        try {
            DeliveryRecord noted = DeliveryRecord.of(packs);
            email.to().stream()
                    .filter(address -> !noted.has(address, letter.attached()))
                    .forEach(waiting::add);
            if (!waiting.isEmpty()) {
                try (SmtpSender server = SmtpSender.open(email, password)) {
                    while (!waiting.isEmpty()) {
                        String address = waiting.get(0);
                        Optional<String> refusal = server.send(letter, address, now);
                        waiting.remove(0);
                        if (refusal.isPresent()) {
                            failed.computeIfAbsent(refusal.get(), reason -> new ArrayList<>())
                                    .add(address);
                        } else {
                            noted.add(address, letter.attached());
                            sent.add(address);
                        }
                    }
                }
            }
        } catch (IOException e) {
            failed.computeIfAbsent(words(e), reason -> new ArrayList<>()).addAll(waiting);
        }
        return new Result(sent, problem(failed, packs));
    }

    private Optional<UserProblem> problem(Map<String, List<String>> failed, Path packs) {
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        String server = "%s:%d".formatted(email.host(), email.port());
        return Optional.of(Problems.together(failed.entrySet().stream()
                .map(reason -> Problems.notSent(packs, reason.getValue(), server, reason.getKey()))
                .toList()));
    }

    private static String words(IOException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
