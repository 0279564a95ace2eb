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

/** E-mails packs to each address on the council's mailing list that has not yet received these files. */
public final class MailDelivery {
    private final Delivery.Email email;
    private final MailPassword password;

    public MailDelivery(Delivery.Email email, MailPassword password) {
        this.email = email;
        this.password = password;
    }

    /**
     * The outcome of sending the packs to all addresses.
     *
     * @param sent the addresses reached
     * @param problem the addresses that failed, and why; empty if none did
     */
    public record Result(List<String> sent, Optional<UserProblem> problem) {}

    /**
     * Sends a message to each address that has not yet received these files. Each address gets its own message, so that
     * recipients do not see each other.
     *
     * @param packs the folder of packs, which contains the delivery record
     * @param now the date of the messages
     */
    public Result send(MailMessage message, Path packs, Instant now) {
        List<String> sent = new ArrayList<>();
        Map<String, List<String>> failed = new TreeMap<>();
        List<String> pending = new ArrayList<>();
        try {
            DeliveryRecord delivered = DeliveryRecord.of(packs);
            email.to().stream()
                    .filter(address -> !delivered.contains(address, message.attached()))
                    .forEach(pending::add);
            if (!pending.isEmpty()) {
                try (SmtpSender server = SmtpSender.open(email, password)) {
                    while (!pending.isEmpty()) {
                        String address = pending.get(0);
                        Optional<String> refusal = server.send(message, address, now);
                        pending.remove(0);
                        if (refusal.isPresent()) {
                            failed.computeIfAbsent(refusal.get(), reason -> new ArrayList<>())
                                    .add(address);
                        } else {
                            delivered.add(address, message.attached());
                            sent.add(address);
                        }
                    }
                }
            }
        } catch (IOException e) {
            failed.computeIfAbsent(describe(e), reason -> new ArrayList<>()).addAll(pending);
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

    private static String describe(IOException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
