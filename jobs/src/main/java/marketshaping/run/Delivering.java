package marketshaping.run;

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
import marketshaping.deliver.Letter;
import marketshaping.deliver.Mailing;
import marketshaping.deliver.SharedFolder;
import marketshaping.disclosure.Profile;
import marketshaping.pack.Packs;
import marketshaping.pack.Packs.Pack;
import marketshaping.problem.UserProblem;
import marketshaping.settings.Delivery;

/** Hands finished packs on as the settings ask: first to the shared folder, then by e-mail, which says where they are. */
final class Delivering {
    private final Request request;

    /**
     * What became of a delivery.
     *
     * @param done lines for the user
     * @param problem what could not be delivered; the packs are in their folder all the same
     */
    record Outcome(List<String> done, Optional<UserProblem> problem) {
        static final Outcome NOT_ASKED_FOR = new Outcome(List.of(), Optional.empty());
    }

    Delivering(Request request) {
        this.request = request;
    }

    /** The names of all that a folder can be sent: the packs, and the folders of tables. */
    static List<String> names() {
        return Stream.concat(
                        Packs.all().stream().map(Pack::name),
                        Stream.of(PackFiles.INTERNAL_TABLES, PackFiles.PUBLISHED_TABLES))
                .toList();
    }

    Outcome deliver(Path packs) {
        List<String> done = new ArrayList<>();
        try {
            request.delivery().folder().ifPresent(folder -> done.add(copy(packs, folder)));
        } catch (UserProblem problem) {
            if (request.delivery().email().isPresent()) {
                done.add("sent to nobody: the e-mail says where the packs are, and they are not there");
            }
            return new Outcome(done, Optional.of(problem));
        }
        Optional<Mailing.Result> mailed = request.delivery().email().map(email -> mail(packs, email));
        mailed.ifPresent(result -> {
            if (!result.sent().isEmpty()) {
                done.add("sent to " + String.join(", ", result.sent()));
            } else if (result.problem().isEmpty()) {
                done.add("sent to nobody: everyone on the list has been sent the same before");
            }
        });
        return new Outcome(done, mailed.flatMap(Mailing.Result::problem));
    }

    private String copy(Path packs, Delivery.Folder folder) {
        SharedFolder share = new SharedFolder(folder.path(), request.asAt());
        List<Path> files =
                folder.packs().stream().flatMap(name -> files(packs, name)).toList();
        return share.take(packs, files)
                ? "delivered to " + share.place()
                : "delivered already, and the same now: " + share.place();
    }

    private Mailing.Result mail(Path packs, Delivery.Email email) {
        LocalDate asAt = request.asAt();
        List<Path> attached = Packs.publishable().stream()
                .map(pack -> packs.resolve(pack.fileName(asAt)))
                .toList();
        List<Path> withheld = Packs.all().stream()
                .filter(pack -> !Packs.publishable().contains(pack))
                .map(pack -> placeOf(pack, packs).resolve(pack.fileName(asAt)))
                .toList();
        Letter letter = Letter.of(
                new Letter.About(
                        request.settings().council().name(),
                        asAt,
                        Profile.named(request.settings().disclosure())
                                .orElseThrow()
                                .sentence(),
                        request.settings().contact()),
                attached,
                withheld);
        return new Mailing(email, request.mailPassword()).send(letter, packs, Instant.now());
    }

    private Path placeOf(Pack pack, Path packs) {
        return request.delivery()
                .folder()
                .filter(folder -> folder.packs().contains(pack.name()))
                .map(folder -> new SharedFolder(folder.path(), request.asAt()).place())
                .orElse(packs);
    }

    /** A workbook, or the tables in a folder. */
    private Stream<Path> files(Path packs, String name) {
        Optional<Pack> pack =
                Packs.all().stream().filter(each -> each.name().equals(name)).findFirst();
        if (pack.isPresent()) {
            return Stream.of(packs.resolve(pack.get().fileName(request.asAt())));
        }
        try (Stream<Path> tables = Files.list(packs.resolve(name))) {
            return tables.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
