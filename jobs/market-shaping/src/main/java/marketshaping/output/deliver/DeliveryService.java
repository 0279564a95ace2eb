package marketshaping.output.deliver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.settings.Delivery;
import marketshaping.model.settings.Settings;
import marketshaping.output.disclosure.DisclosureProfile;
import marketshaping.output.pack.Packs;
import marketshaping.output.pack.Packs.Pack;
import marketshaping.output.publish.PackWriter;

/** Hands finished packs on as the settings ask: first to the shared folder, then by e-mail, which says where they are. */
public final class DeliveryService {
    private final Delivery delivery;
    private final Settings settings;
    private final LocalDate asAt;
    private final MailPassword password;

    /**
     * What became of a delivery.
     *
     * @param done lines for the user
     * @param problem what could not be delivered; the packs are in their folder all the same
     */
    public record Outcome(List<String> done, Optional<UserProblem> problem) {
        public static final Outcome NOT_ASKED_FOR = new Outcome(List.of(), Optional.empty());
    }

    public DeliveryService(Delivery delivery, Settings settings, LocalDate asAt, MailPassword password) {
        this.delivery = delivery;
        this.settings = settings;
        this.asAt = asAt;
        this.password = password;
    }

    /** The names of all that a folder can be sent: the packs, and the folders of tables. */
    public static List<String> names() {
        return Stream.concat(
                        Packs.all().stream().map(Pack::name),
                        Stream.of(PackWriter.INTERNAL_TABLES, PackWriter.PUBLISHED_TABLES))
                .toList();
    }

    public Outcome deliver(Path packs) {
        List<String> done = new ArrayList<>();
        try {
            delivery.folder().ifPresent(folder -> done.add(copy(packs, folder)));
        } catch (UserProblem problem) {
            if (delivery.email().isPresent()) {
                done.add("sent to nobody: the e-mail says where the packs are, and they are not there");
            }
            return new Outcome(done, Optional.of(problem));
        }
        Optional<MailDelivery.Result> mailed = delivery.email().map(email -> mail(packs, email));
        mailed.ifPresent(result -> {
            if (!result.sent().isEmpty()) {
                done.add("sent to " + String.join(", ", result.sent()));
            } else if (result.problem().isEmpty()) {
                done.add("sent to nobody: everyone on the list has been sent the same before");
            }
        });
        return new Outcome(done, mailed.flatMap(MailDelivery.Result::problem));
    }

    private String copy(Path packs, Delivery.Folder folder) {
        SharedFolder share = new SharedFolder(folder.path(), asAt);
        List<Path> files =
                folder.packs().stream().flatMap(name -> files(packs, name)).toList();
        return share.take(packs, files)
                ? "delivered to " + share.place()
                : "delivered already, and the same now: " + share.place();
    }

    private MailDelivery.Result mail(Path packs, Delivery.Email email) {
        List<Path> attached = Packs.publishable().stream()
                .map(pack -> packs.resolve(pack.fileName(asAt)))
                .toList();
        List<Path> withheld = Packs.all().stream()
                .filter(pack -> !Packs.publishable().contains(pack))
                .map(pack -> placeOf(pack, packs).resolve(pack.fileName(asAt)))
                .toList();
        MailMessage letter = MailMessage.of(
                new MailMessage.About(
                        settings.council().name(),
                        asAt,
                        DisclosureProfile.named(settings.disclosure())
                                .orElseThrow()
                                .sentence(),
                        settings.contact()),
                attached,
                withheld);
        return new MailDelivery(email, password).send(letter, packs, Instant.now());
    }

    private Path placeOf(Pack pack, Path packs) {
        return delivery.folder()
                .filter(folder -> folder.packs().contains(pack.name()))
                .map(folder -> new SharedFolder(folder.path(), asAt).place())
                .orElse(packs);
    }

    /** A workbook, or the tables in a folder. */
    private Stream<Path> files(Path packs, String name) {
        Optional<Pack> pack =
                Packs.all().stream().filter(each -> each.name().equals(name)).findFirst();
        if (pack.isPresent()) {
            return Stream.of(packs.resolve(pack.get().fileName(asAt)));
        }
        try (Stream<Path> tables = Files.list(packs.resolve(name))) {
            return tables.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
