package marketshaping.output.deliver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import marketshaping.engine.Storage;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.settings.Delivery;
import marketshaping.model.settings.Settings;
import marketshaping.output.disclosure.DisclosureProfile;
import marketshaping.output.pack.Packs;
import marketshaping.output.pack.Packs.Pack;
import marketshaping.output.publish.PackWriter;

/**
 * Delivers finished packs as the settings request: first to the shared folder, then by e-mail. Only packs for
 * publication are attached to the e-mail, which gives the location of the others.
 */
public final class DeliveryService {
    private final Delivery delivery;
    private final Settings settings;
    private final LocalDate asAt;
    private final MailPassword password;

    /**
     * The outcome of a delivery.
     *
     * @param done messages for the user
     * @param problem the reason for a failed delivery, or empty; the packs stay in their folder
     */
    public record Outcome(List<String> done, Optional<UserProblem> problem) {
        /** The outcome if no delivery was requested. */
        public static final Outcome NOT_REQUESTED = new Outcome(List.of(), Optional.empty());
    }

    public DeliveryService(Delivery delivery, Settings settings, LocalDate asAt, MailPassword password) {
        this.delivery = delivery;
        this.settings = settings;
        this.asAt = asAt;
        this.password = password;
    }

    /**
     * Returns the names that the settings may list for the shared folder: those of the packs and of the subfolders with
     * tables.
     */
    public static List<String> names() {
        return Stream.concat(
                        Packs.all().stream().map(Pack::name),
                        Stream.of(PackWriter.INTERNAL_TABLES, PackWriter.PUBLISHED_TABLES))
                .toList();
    }

    /**
     * Delivers the packs in a folder.
     *
     * @return the outcome; a failed delivery is reported there and not thrown
     */
    public Outcome deliver(Path packs) {
        List<String> done = new ArrayList<>();
        try {
            delivery.folder().ifPresent(folder -> done.add(copy(packs, folder)));
        } catch (UserProblem problem) {
            if (delivery.email().isPresent()) {
                done.add("sent to nobody: the e-mail would refer to packs that were not delivered");
            }
            return new Outcome(done, Optional.of(problem));
        }
        Optional<MailDelivery.Result> mailed = delivery.email().map(email -> mail(packs, email));
        mailed.ifPresent(result -> {
            if (!result.sent().isEmpty()) {
                done.add("sent to " + String.join(", ", result.sent()));
            } else if (result.problem().isEmpty()) {
                done.add("sent to nobody: everyone on the list already has these packs");
            }
        });
        return new Outcome(done, mailed.flatMap(MailDelivery.Result::problem));
    }

    private String copy(Path packs, Delivery.Folder folder) {
        SharedFolder share = new SharedFolder(folder.path(), asAt);
        List<Path> files =
                folder.packs().stream().flatMap(name -> files(packs, name)).toList();
        return share.deliver(packs, files)
                ? "delivered to " + share.place()
                : "already delivered, unchanged: " + share.place();
    }

    private MailDelivery.Result mail(Path packs, Delivery.Email email) {
        List<Path> attached = Packs.publishable().stream()
                .map(pack -> packs.resolve(pack.fileName(asAt)))
                .toList();
        List<Path> withheld = Packs.all().stream()
                .filter(pack -> !Packs.publishable().contains(pack))
                .map(pack -> locationOf(pack, packs).resolve(pack.fileName(asAt)))
                .toList();
        MailMessage message = MailMessage.of(
                new MailMessage.About(
                        settings.council().name(),
                        asAt,
                        DisclosureProfile.named(settings.disclosure())
                                .orElseThrow()
                                .sentence(),
                        settings.contact()),
                attached,
                withheld);
        return new MailDelivery(email, password).send(message, packs, Instant.now());
    }

    private Path locationOf(Pack pack, Path packs) {
        return delivery.folder()
                .filter(folder -> folder.packs().contains(pack.name()))
                .map(folder -> new SharedFolder(folder.path(), asAt).place())
                .orElse(packs);
    }

    /** Returns the workbook of the pack with this name, or all files of the subfolder with this name. */
    private Stream<Path> files(Path packs, String name) {
        Optional<Pack> pack =
                Packs.all().stream().filter(each -> each.name().equals(name)).findFirst();
        if (pack.isPresent()) {
            return Stream.of(packs.resolve(pack.get().fileName(asAt)));
        }
        try {
            return Storage.list(packs.resolve(name)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
